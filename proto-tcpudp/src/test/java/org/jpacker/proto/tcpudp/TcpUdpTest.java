package org.jpacker.proto.tcpudp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Layer;
import org.jpacker.api.Link;
import org.jpacker.api.Malformed;
import org.jpacker.api.MalformedException;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Window;
import org.jpacker.proto.ip.IpProvider;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.junit.jupiter.api.Test;

class TcpUdpTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new IpProvider(), new TcpUdpProvider());

  private static final int RAW_IP = 101;

  private static Tcp tcp(String hex) {
    return (Tcp) read(Tcp.PROTOCOL.reader(), hex);
  }

  private static Layer read(org.jpacker.api.Reader reader, String hex) {
    try {
      return reader.read(Window.on(HexFormat.of().parseHex(hex.replace(" ", ""))));
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e.reason().toString(), e);
    }
  }

  @Test
  void everyFieldOfSegmentIsRead() {
    Tcp tcp = tcp("1f90 0050 80000001 ffffffff 5b6a 2000 beef 0007 6869");
    assertEquals(8080, tcp.srcPort());
    assertEquals(80, tcp.dstPort());
    assertEquals(0x8000_0001L, tcp.seq());
    assertEquals(0xffff_ffffL, tcp.ackNumber());
    assertEquals(20, tcp.hdrLen());
    assertEquals(0xb6a, tcp.flags());
    assertEquals("0x0b6a", Tcp.FLAGS.text(tcp));
    assertEquals(5, Tcp.RES.get(tcp));
    assertTrue(tcp.ae() && !tcp.cwr() && tcp.ece() && tcp.urg() && !tcp.ack());
    assertTrue(tcp.push() && !tcp.reset() && tcp.syn() && !tcp.fin());
    assertEquals(0x2000, tcp.windowSize());
    assertEquals(0xbeef, tcp.checksum());
    assertEquals(7, tcp.urgentPointer());
    assertEquals("2", Tcp.LEN.text(tcp));
  }

  @Test
  void optionsOfSynAreDecodedAndEncoded() {
    Tcp tcp =
        tcp(
            "1f90 0050 00000001 00000000 a002 2000 0000 0000"
                + " 0204 05b4 0402 080a 00000001 00000002 01 0303 07");
    List<TcpOption> options = tcp.options();
    assertEquals(
        List.of(
            new TcpOption.MaximumSegmentSize(1460),
            new TcpOption.SackPermitted(),
            new TcpOption.Timestamps(1, 2),
            new TcpOption.Nop(),
            new TcpOption.WindowScale(7)),
        options);
    byte[] before = Tcp.OPTIONS.get(tcp);
    assertArrayEquals(before, Tcp.OPTIONS.get(new Tcp().options(options)));
    assertEquals(40, new Tcp().options(options).hdrLen());
  }

  @Test
  void selectiveAcknowledgmentsHaveBlocks() {
    List<TcpOption> options =
        List.of(
            new TcpOption.Sack(
                List.of(new TcpOption.Sack.Block(1, 2), new TcpOption.Sack.Block(0xffffffffL, 5))),
            new TcpOption.Mptcp(new MptcpMessage.Reset(1, 2)),
            new TcpOption.FastOpen(OctetString.of(9, 9, 9, 9)));
    assertEquals(options, new Tcp().options(options).options().subList(0, 3));
  }

  @Test
  void optionWithLengthZeroOneOrTooManyIsTheLast() {
    for (String bad : List.of("02000000", "02010000", "02090000", "01010102")) {
      List<TcpOption> options =
          tcp("1f90 0050 00000001 00000000 6002 2000 0000 0000 " + bad).options();
      TcpOption last = options.get(options.size() - 1);
      assertInstanceOf(TcpOption.Truncated.class, last, bad);
    }
    assertEquals(
        "[Truncated[octets=02090000, reason=length 9, 4 octets are left]]",
        tcp("1f90 0050 00000001 00000000 6002 2000 0000 0000 02090000").options().toString());
  }

  @Test
  void moreThanFortyOctetsOfOptionsAreRefused() {
    List<TcpOption> options = List.of(new TcpOption.Unknown(99, new OctetString(new byte[39])));
    assertEquals(
        "tcp.options: 41 octets do not fit into 40",
        assertThrows(IllegalArgumentException.class, () -> new Tcp().options(options))
            .getMessage());
  }

  @Test
  void dataOffsetOfLessThanFiveIsRefused() {
    assertEquals(
        "tcp: header length needs 20 octets, found 16 (limited by tcp header length) at offset 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> tcp("1f90 0050 00000001 00000000 4002 2000 0000 0000"))
            .getMessage());
  }

  @Test
  void dataOffsetBeyondTheSegmentIsRefused() {
    assertEquals(
        "tcp: header with options needs 60 octets, found 20 (limited by captured length) at"
            + " offset 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> tcp("1f90 0050 00000001 00000000 f002 2000 0000 0000"))
            .getMessage());
  }

  @Test
  void udpLengthBelowEightKeepsTheHeader() {
    Udp udp = (Udp) read(Udp.PROTOCOL.reader(), "0035 0036 0007 0000 0102");
    assertEquals(53, udp.srcPort());
    Malformed payload = assertInstanceOf(Malformed.class, udp.payload());
    assertEquals(
        "udp: length needs 8 octets, found 7 (limited by udp.length) at offset 8",
        payload.reason().toString());
  }

  @Test
  void udpLengthBeyondTheOctetsIsTruncation() {
    Udp udp = (Udp) read(Udp.PROTOCOL.reader(), "0035 0036 0100 0000 0102");
    assertTrue(udp.isTruncated());
    assertEquals(2, udp.payload().size());
  }

  @Test
  void udpLengthZeroReachesToTheEnd() {
    Udp udp = (Udp) read(Udp.PROTOCOL.reader(), "0035 0036 0000 0000 0102");
    assertEquals(2, udp.payload().size());
    assertFalse(udp.isTruncated());
  }

  /** RFC 768: a sum of zero is sent as 0xffff. */
  @Test
  void zeroChecksumIsSentAsAllOnes() {
    Udp udp = new Udp();
    udp.payload(new byte[2]);
    Packet packet = Packet.of(new Ipv4(), udp);
    int without = ~plainSum(packet.toBytes()) & 0xffff;
    // data that makes up for the rest of the sum
    udp.payload(new byte[] {(byte) (without >>> 8), (byte) without});
    assertEquals(0xffff, udp.checksum());
  }

  /** Sum of pseudo header, header and data, the checksum taken as zero. */
  private static int plainSum(byte[] packet) {
    byte[] copy = packet.clone();
    copy[26] = 0;
    copy[27] = 0;
    int sum = 17 + copy.length - 20;
    for (int i = 12; i < copy.length; i += 2) {
      sum += (copy[i] & 0xff) << 8 | (i + 1 < copy.length ? copy[i + 1] & 0xff : 0);
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum;
  }

  @Test
  void checksumOverIpv4IsThatOfAnIndependentSum() {
    Udp udp = new Udp().srcPort(1000).dstPort(2000);
    udp.payload("odd");
    byte[] octets = Packet.of(new Ipv4().src("1.2.3.4").dst("250.6.7.8"), udp).toBytes();
    assertEquals(~plainSum(octets) & 0xffff, udp.checksum());
  }

  /** An odd number of octets must not turn the pseudo header's around. */
  @Test
  void checksumOverIpv6OfOddDataIsThatOfAnIndependentSum() {
    Udp udp = new Udp().srcPort(1000).dstPort(2000);
    udp.payload("odd");
    byte[] octets = Packet.of(new Ipv6().src("2001:db8::1").dst("fe80::1234:5678"), udp).toBytes();
    int sum = 17 + 11;
    for (int i = 8; i < octets.length; i += 2) {
      int word = (octets[i] & 0xff) << 8 | (i + 1 < octets.length ? octets[i + 1] & 0xff : 0);
      sum += i == 46 ? 0 : word;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    assertEquals(~sum & 0xffff, udp.checksum());
  }

  @Test
  void checksumOverIpv6FollowsTheAddress() {
    Tcp tcp = new Tcp().srcPort(1).dstPort(2).syn(true);
    Ipv6 ip = new Ipv6().src("2001:db8::1").dst("2001:db8::2");
    Packet packet = Packet.of(ip, tcp);
    int before = tcp.checksum();
    ip.dst("2001:db8::3");
    assertEquals(before - 1, tcp.checksum());
    assertEquals(List.of(), Packet.read(packet.toBytes(), 229, REGISTRY).verify());
  }

  /**
   * What the length of IP counts was sent, captured or not; RFC 9293, section 3.4 counts it too.
   */
  @Test
  void lengthOfASegmentThatIsCutIsThatOnTheWire() {
    Tcp sent = new Tcp().srcPort(40_000).dstPort(119).seq(5).ack(true);
    sent.payload(new byte[35]);
    byte[] octets = Packet.of(RAW_IP, new Ipv4().src("192.0.2.1").dst("192.0.2.2"), sent).toBytes();
    Link link = Link.of(RAW_IP, 0, REGISTRY);
    int captured = octets.length - 11;
    Packet cut = new Packet(octets, 0, captured, octets.length, Packet.NO_TIME, link);
    assertEquals(11, cut.get(Ipv4.class).missingOctets());
    assertEquals(0, cut.get(Tcp.class).missingOctets());
    assertEquals("35", Tcp.LEN.text(cut.get(Tcp.class)));
    Packet whole = Packet.read(octets, RAW_IP, REGISTRY);
    assertEquals(0, whole.get(Ipv4.class).missingOctets());
    assertEquals("35", Tcp.LEN.text(whole.get(Tcp.class)));
    Tcp answer = new Tcp().srcPort(119).dstPort(40_000).seq(9).ack(true).ackNumber(40);
    assertTrue(
        Packet.of(RAW_IP, new Ipv4().src("192.0.2.2").dst("192.0.2.1"), answer).answers(cut));
  }
}
