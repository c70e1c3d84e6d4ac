package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.live.PacketSender;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InterfaceSenderTest {
  private static final int MTU = 1500;
  private static final String EXPERIMENTS = "ether proto 0x88b5";

  @Test
  void packetsOfAllSizesArriveAsTheyAre() throws Exception {
    try (VirtualWire wire = VirtualWire.silent();
        PacketSender sender = RawSockets.sender(wire.here())) {
      List<Packet> packets = new ArrayList<>();
      for (int size = 14; size <= MTU + 14; size++) {
        packets.add(frame(size));
      }
      try (TcpDump dump = TcpDump.at(wire, packets.size(), EXPERIMENTS)) {
        // one separately, the rest in batches
        sender.write(packets.get(0));
        sender.write(packets.subList(1, packets.size()));
        List<byte[]> arrived = dump.packets();
        assertEquals(packets.size(), arrived.size());
        for (int i = 0; i < packets.size(); i++) {
          assertArrayEquals(packets.get(i).toBytes(), arrived.get(i));
        }
      }
    }
  }

  @Test
  void whatGoesBeforeABadPacketIsSent() throws Exception {
    try (VirtualWire wire = VirtualWire.silent();
        PacketSender sender = RawSockets.sender(wire.here());
        TcpDump dump = TcpDump.at(wire, 3, EXPERIMENTS)) {
      CaptureException tooLarge =
          assertThrows(
              CaptureException.class,
              () -> sender.write(List.of(frame(100), frame(MTU + 15), frame(101))));
      assertEquals(
          wire.here()
              + ": a packet of 1515 octets is refused: Message too long: it is larger than the"
              + " interface takes",
          tooLarge.getMessage());
      CaptureException foreign =
          assertThrows(
              CaptureException.class,
              () -> sender.write(List.of(frame(102), Packet.read(new byte[20], 101))));
      assertEquals(
          wire.here() + ": packets of link type 1 are sent here, this packet's is 101",
          foreign.getMessage());
      Packet unfinished = Packet.of(new Ethernet().type(0x88b5), new Ipv4());
      unfinished.get(Ipv4.class).payload(Raw.of(new byte[70_000]));
      assertThrows(
          IllegalStateException.class, () -> sender.write(List.of(frame(103), unfinished)));
      List<Integer> sizes = dump.packets().stream().map(octets -> octets.length).toList();
      assertEquals(List.of(100, 102, 103), sizes);
    }
  }

  @Test
  void aClosedSenderSaysSo() {
    try (VirtualWire wire = VirtualWire.silent()) {
      PacketSender sender = RawSockets.sender(wire.here());
      sender.close();
      CaptureException closed = assertThrows(CaptureException.class, () -> sender.write(frame(60)));
      assertEquals(wire.here() + ": is closed", closed.getMessage());
    }
  }

  @Test
  void anInterfaceThatWasTakenAwayIsNamed() {
    try (VirtualWire wire = VirtualWire.silent();
        PacketSender sender = RawSockets.sender(wire.here())) {
      sender.write(frame(60));
      wire.cut();
      CaptureException gone = assertThrows(CaptureException.class, () -> sender.write(frame(60)));
      assertTrue(
          gone.getMessage().startsWith(wire.here() + ": a packet of 60 octets is refused: "),
          gone.getMessage());
    }
  }

  private static Packet frame(int size) {
    byte[] octets = new byte[size];
    for (int i = 0; i < size; i++) {
      octets[i] = (byte) (i * 31 + size);
    }
    octets[0] = 2;
    octets[12] = (byte) 0x88;
    octets[13] = (byte) 0xb5;
    return Packet.read(octets);
  }
}
