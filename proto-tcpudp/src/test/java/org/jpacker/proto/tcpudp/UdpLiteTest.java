package org.jpacker.proto.tcpudp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ip.IpProvider;
import org.jpacker.proto.ip.Ipv4;
import org.junit.jupiter.api.Test;

class UdpLiteTest {
  private static final int RAW_IP = 101;
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new IpProvider(), new TcpUdpProvider());

  /** RFC 3828, section 3.1: whatever the coverage says, the header is covered. */
  @Test
  void coverageBelowTheHeaderCoversTheHeader() {
    Packet packet = datagram(6);
    assertEquals(
        datagram(8).get(UdpLite.class).checksum() + 2, packet.get(UdpLite.class).checksum());
    packet.refresh();
    assertEquals(List.of(), packet.verify());
  }

  private static Packet datagram(int coverage) {
    UdpLite header = new UdpLite().srcPort(4000).dstPort(4001).coverage(coverage);
    header.payload("twelve octet");
    Ipv4 ip = new Ipv4().src("192.0.2.1").dst("192.0.2.2");
    return Packet.read(Packet.of(RAW_IP, ip, header).toBytes(), RAW_IP, REGISTRY);
  }
}
