package org.jpacker.proto.tcpudp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.proto.ip.IpProvider;
import org.jpacker.proto.ip.Ipv4;
import org.junit.jupiter.api.Test;

/**
 * UDP-Lite, SCTP and DCCP. The checksums were worked out by another program, from what the RFCs say
 * they cover.
 */
class OtherTransportsTest {
  private static final ProtocolRegistry REGISTRY =
      ProtocolRegistry.of(new IpProvider(), new TcpUdpProvider());
  private static final int RAW_IP = 101;

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static Packet read(int protocol, String hex) {
    Ipv4 ip = new Ipv4().src("192.0.2.1").dst("192.0.2.2").proto(protocol);
    ip.payload(octets(hex));
    return Packet.read(Packet.of(RAW_IP, ip).toBytes(), RAW_IP, REGISTRY);
  }

  /** RFC 3828, section 3.1: coverage 8 sums the header only, with the length of the whole. */
  @Test
  void checksumOfUdpLiteNeedNotCoverTheData() {
    Packet packet = read(136, "0fa0 0fa1 0008 5c1e 61626364");
    assertEquals(List.of(), packet.verify());
    assertEquals(8, packet.get(UdpLite.class).coverage());
    byte[] other = packet.toBytes();
    other[other.length - 1] ^= 0x55;
    assertEquals(List.of(), Packet.read(other, RAW_IP, REGISTRY).verify());
  }

  /** RFC 9260, appendix A: CRC32c, its octets in the order of the wire. */
  @Test
  void checksumOfSctpIsCrc32c() {
    Packet packet = read(132, "0fa0 0fa1 00000005 ab0534a8 0b000004");
    assertEquals(List.of(), packet.verify());
    assertEquals(List.of(new SctpChunk.CookieAck(0)), packet.get(Sctp.class).chunks());
  }

  /** RFC 6951, section 5.1: the same packet behind a UDP header, at port 9899. */
  @Test
  void sctpIsFoundOverUdpToo() {
    Packet packet = read(17, "9c40 26ab 0018 0000 0fa0 0fa1 00000005 ab0534a8 0b000004");
    assertEquals(List.of(), packet.verify());
    assertEquals(List.of(new SctpChunk.CookieAck(0)), packet.get(Sctp.class).chunks());
  }

  private static void assertReads(String hex, SctpChunk expected) {
    assertEquals(List.of(expected), SctpChunks.decode(octets(hex)));
    assertArrayEquals(octets(hex), SctpChunks.encode(List.of(expected)));
  }

  /** RFC 9260, section 3.2: the length excludes the padding, which is up to three octets. */
  @Test
  void chunkIsPaddedBehindItsLength() {
    assertReads(
        "00 03 0011 00000001 0002 0003 00000004 aa 000000",
        new SctpChunk.Data(3, 1, 2, 3, 4, OctetString.of(0xaa)));
  }

  /** RFC 9260, section 3.3.2: an initiation with addresses, cookie preservative and types. */
  @Test
  void initiationHasParameters() {
    assertReads(
        "01 00 0030 00000001 0000ffff 000a 0800 00000002"
            + " 0005 0008 c0000201 0009 0008 000003e8 000c 0006 0005 0000 8000 0004",
        new SctpChunk.Init(
            false,
            0,
            1,
            0xffff,
            10,
            2048,
            2,
            List.of(
                new SctpParameter.Host(Address.Ipv4.of("192.0.2.1")),
                new SctpParameter.CookiePreservative(1000),
                new SctpParameter.SupportedAddresses(List.of(5)),
                new SctpParameter.Capability(0x8000))));
  }

  /** RFC 9260, section 3.3.4: gaps and duplicates are counted. */
  @Test
  void acknowledgmentHasGapsAndDuplicates() {
    assertReads(
        "03 00 0018 00000005 00001000 0001 0001 0002 0003 00000004",
        new SctpChunk.Sack(0, 5, 0x1000, List.of(new SctpChunk.Sack.Gap(2, 3)), List.of(4L)));
    assertInstanceOf(
        SctpChunk.Unknown.class,
        SctpChunks.decode(octets("03 00 0010 00000005 00001000 ffff ffff")).get(0));
  }

  /** RFC 9260, section 3.2: a receiver accepts a length that counts the padding of a parameter. */
  @Test
  void lengthOfAChunkMayCountTheLastPadding() {
    SctpChunk chunk =
        new SctpChunk.Parameters(4, 0, List.of(new SctpParameter.Opaque(1, OctetString.of(7))));
    assertReads("04 00 0009 0001 0005 07 000000", chunk);
    assertEquals(List.of(chunk), SctpChunks.decode(octets("04 00 000c 0001 0005 07 000000")));
    assertInstanceOf(
        SctpChunk.Unknown.class,
        SctpChunks.decode(octets("04 00 000c 0001 0005 07 000001")).get(0));
  }

  /** The causes in a parameter are causes too; an address is a parameter within a parameter. */
  @Test
  void fieldsComeFromWithin() {
    Sctp sctp =
        new Sctp()
            .chunks(
                List.of(
                    new SctpChunk.AddressConfiguration(
                        true,
                        0,
                        1,
                        List.of(
                            new SctpParameter.ErrorIndication(
                                1, List.of(new SctpCause.StaleCookie(5))),
                            new SctpParameter.AddressChange(
                                0xc001, 2, Address.Ipv6.of("2001:db8::1")))),
                    new SctpChunk.Congestion(13, 0, 9),
                    new SctpChunk.InterleavedData(2, 1, 0, 0, 51, OctetString.EMPTY)));
    assertText("0xc003,0xc001,0x0006", "sctp.parameter_type", sctp);
    assertText("0x0003", "sctp.cause_code", sctp);
    assertText("2001:db8::1", "sctp.parameter_ipv6_address", sctp);
    assertText("0x00000001", "sctp.asconf_ack_seq_nr_number", sctp);
    assertText("", "sctp.asconf_seq_nr_number", sctp);
    assertText("9", "sctp.cwr_lowest_tsn", sctp);
    assertText("51", "sctp.data_payload_proto_id", sctp);
  }

  private static void assertText(String expected, String field, Sctp sctp) {
    assertEquals(expected, Sctp.LAYOUT.field(field).text(sctp), field);
  }

  /** RFC 9260, section 3.3.10: each cause has a code, a length and its own contents. */
  @Test
  void errorHasCauses() {
    assertReads(
        "09 00 0020 0001 0008 0007 0000 0002 000a 00000001 0007 0000 0009 0008 00000005",
        new SctpChunk.Errors(
            9,
            0,
            List.of(
                new SctpCause.InvalidStream(7),
                new SctpCause.MissingParameters(List.of(7)),
                new SctpCause.NoUserData(5))));
    assertReads(
        "06 01 0008 000a 0004", new SctpChunk.Errors(6, 1, List.of(new SctpCause.Plain(10))));
  }

  /** RFC 9260, sections 3.3.8 to 3.3.13; RFC 4960, appendix A. */
  @Test
  void chunksOfLittleContentAreRead() {
    assertReads("07 00 0008 00000005", new SctpChunk.Shutdown(0, 5));
    assertReads("08 00 0004", new SctpChunk.ShutdownAck(0));
    assertReads("0a 00 0006 0102 0000", new SctpChunk.CookieEcho(0, OctetString.of(1, 2)));
    assertReads("0c 00 0008 00000009", new SctpChunk.Congestion(12, 0, 9));
    assertReads("0d 00 0008 00000009", new SctpChunk.Congestion(13, 0, 9));
    assertReads("0e 01 0004", new SctpChunk.ShutdownComplete(1));
    assertReads(
        "04 00 000c 0001 0008 01020304",
        new SctpChunk.Parameters(
            4, 0, List.of(new SctpParameter.Opaque(1, OctetString.of(1, 2, 3, 4)))));
  }

  /** RFC 4895, 5061, 4820, 3758, 8260, 6525. */
  @Test
  void chunksOfExtensionsAreRead() {
    assertReads(
        "0f 00 000c 0001 0003 01020304",
        new SctpChunk.Authentication(0, 1, 3, OctetString.of(1, 2, 3, 4)));
    assertReads(
        "c1 00 0020 00000007 0005 0008 c0000201 c001 0010 00000001 0005 0008 c0000202",
        new SctpChunk.AddressConfiguration(
            false,
            0,
            7,
            List.of(
                new SctpParameter.Host(Address.Ipv4.of("192.0.2.1")),
                new SctpParameter.AddressChange(0xc001, 1, Address.Ipv4.of("192.0.2.2")))));
    assertReads("84 00 0008 00000000", new SctpChunk.Padding(0, OctetString.of(0, 0, 0, 0)));
    assertReads(
        "c0 00 000c 00000005 0001 0002",
        new SctpChunk.ForwardTsn(0, 5, List.of(new SctpChunk.ForwardTsn.Skipped(1, 2))));
    assertReads(
        "40 02 0018 00000001 0002 0000 00000003 00000004 aabbccdd",
        new SctpChunk.InterleavedData(2, 1, 2, 3, 4, OctetString.of(0xaa, 0xbb, 0xcc, 0xdd)));
    assertReads(
        "c2 00 0010 00000005 0001 0001 00000003",
        new SctpChunk.InterleavedForwardTsn(
            0, 5, List.of(new SctpChunk.InterleavedForwardTsn.Skipped(1, 1, 3))));
    assertReads(
        "82 00 0016 000d 0012 00000001 00000002 00000003 0004 0000",
        new SctpChunk.Parameters(
            130, 0, List.of(new SctpParameter.OutgoingReset(1, 2, 3, List.of(4)))));
  }

  /** RFC 4340, section 5.1: 48 bits of sequence number, and a service code in a request. */
  @Test
  void requestOfDccpHasAServiceCode() {
    Packet packet = read(33, "0fa0 0fa1 05 00 6e47 01 00 000000000064 74657374");
    Dccp dccp = packet.get(Dccp.class);
    assertEquals(0, dccp.type());
    assertEquals(100, dccp.seq());
    assertEquals(0x74657374, dccp.serviceCode());
    assertEquals("", Dccp.ACK.text(dccp));
    assertEquals(List.of(), packet.verify());
  }

  /** RFC 4340, section 5.1: without X the number has 24 bits, in data and acknowledgments. */
  @Test
  void dataOfDccpMayHaveShortNumbers() {
    Dccp dccp = read(33, "0fa0 0fa1 03 00 0000 04 000064 aa").get(Dccp.class);
    assertEquals(12, dccp.headerSize());
    assertEquals(100, dccp.seqShort());
    assertEquals("", Dccp.SEQ.text(dccp));
    assertEquals(1, dccp.payload().size());
  }

  /** RFC 4340, section 5.8: types below 32 have one octet, the others a length. */
  @Test
  void optionsOfDccpAreRead() {
    List<DccpOption> options =
        List.of(
            new DccpOption.Single(1),
            new DccpOption.Feature(32, 1, OctetString.of(2)),
            new DccpOption.NdpCount(0x102, 2),
            new DccpOption.AckVector(1, OctetString.of(0xc0)),
            new DccpOption.Timestamp(7),
            new DccpOption.TimestampEcho(8, 9, 2),
            new DccpOption.ElapsedTime(10, 4),
            new DccpOption.Single(0),
            new DccpOption.Single(0),
            new DccpOption.Single(0),
            new DccpOption.Single(0));
    byte[] octets =
        octets(
            "01 20 04 01 02 25 04 0102 27 03 c0 29 06 00000007 2a 08 00000008 0009"
                + " 2b 06 0000000a 00 00 00 00");
    assertEquals(options, DccpOptions.decode(octets));
    assertArrayEquals(octets, DccpOptions.encode(options));
    assertEquals(
        "[Truncated[octets=2909, reason=length 9, 2 octets are left]]",
        DccpOptions.decode(octets("2909")).toString());
  }

  @Test
  void chunkThatIsCutHasNoType() {
    Sctp whole = Sctp.PROTOCOL.header("\0\1\0\2\0\0\0\0\0\0\0\0\13\0\0\4\0\0");
    assertEquals("11", Sctp.LAYOUT.field("sctp.chunk_type").text(whole));
    assertEquals(2, whole.chunks().size());
  }
}
