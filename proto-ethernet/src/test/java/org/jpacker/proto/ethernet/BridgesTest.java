package org.jpacker.proto.ethernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Link;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.junit.jupiter.api.Test;

/** What bridges and stations tell each other on a link. */
class BridgesTest {
  private static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new EthernetProvider());
  private static final String ADDRESSES = "0180c2000000 020000000001 ";

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static Packet read(String hex) {
    return Packet.read(octets(ADDRESSES + hex), Link.ETHERNET, REGISTRY);
  }

  /** RFC 1042: 170, 170, 3, the organisation 0, then an EtherType. */
  @Test
  void snapOfOrganisationZeroHasAnEtherType() {
    Packet packet = read("0010 aaaa03 000000 0806 0001 0800 06 04 0001");
    Llc llc = packet.get(Llc.class);
    assertEquals(0x0806, llc.type());
    assertEquals("", Llc.PID.text(llc));
    Llc cisco = read("0009 aaaa03 00000c 2000 01").get(Llc.class);
    assertEquals(0x2000, cisco.pid());
    assertEquals("", Llc.TYPE.text(cisco));
  }

  /** IEEE 802.2, clause 5.2: information frames have two octets of control, and two numbers. */
  @Test
  void numberedFrameHasTwoOctetsOfControl() {
    Llc llc = read("0005 f0f0 0204 aa").get(Llc.class);
    assertEquals(4, llc.headerSize());
    assertEquals("1", Llc.NS.text(llc));
    assertEquals("2", Llc.NR.text(llc));
    Llc ready = read("0004 f0f1 0104").get(Llc.class);
    assertEquals("", Llc.NS.text(ready));
    assertEquals("0", Llc.SUPERVISORY.text(ready));
    Llc unnumbered = read("0004 f0f0 03 aa").get(Llc.class);
    assertEquals(3, unnumbered.headerSize());
    assertEquals("", Llc.NR.text(unnumbered));
  }

  /** IEEE 802.1D, clause 9.3.1: times count in 1/256 of a second. */
  @Test
  void configurationOfBridgesIsRead() {
    Stp stp =
        read("0026 424203 0000 00 00 01 8005 020000000001 00000004 8000 020000000002 8001"
                + " 0100 1400 0200 0f00")
            .get(Stp.class);
    assertEquals("32768", Stp.ROOT_PRIO.text(stp));
    assertEquals("5", Stp.ROOT_EXT.text(stp));
    assertEquals(20 * 256, stp.maxAge());
    assertTrue(stp.tc());
    assertFalse(Stp.PROPOSAL.isPresent(stp));
  }

  /** IEEE 802.1D, clause 9.3.2: the message of a topology change has four octets. */
  @Test
  void topologyChangeHasFourOctets() {
    Packet packet = read("0007 424203 0000 00 80 0000000000");
    assertEquals(4, packet.get(Stp.class).headerSize());
    assertEquals("", Stp.ROOT_HW.text(packet.get(Stp.class)));
    assertEquals(5, packet.trailer().size());
  }

  /** IEEE 802.1D, clause 9.3.3: role and state are in the flags of the rapid protocol. */
  @Test
  void rapidProtocolHasRoleAndState() {
    Stp stp =
        read("0027 424203 0000 02 02 3c 8000 020000000001 00000000 8000 020000000001 8001"
                + " 0000 1400 0200 0f00 00")
            .get(Stp.class);
    assertEquals(3, stp.portRole());
    assertTrue(stp.learning() && stp.forwarding());
    assertFalse(stp.proposal() || stp.agreement());
    assertEquals(36, stp.headerSize());
  }

  /** IEEE 802.3, annex 31B: opcode 1, then the time in units of 512 bit times. */
  @Test
  void pauseTellsHowLong() {
    MacControl pause = read("8808 0001 ffff").get(MacControl.class);
    assertEquals(0xffff, pause.pauseTime());
    assertEquals("", MacControl.ENBV.text(pause));
  }

  /** IEEE 802.3, annex 31D: a vector of classes and a time for each. */
  @Test
  void priorityPauseHasATimeForEachClass() {
    MacControl pause =
        read("8808 0101 0009 0001 0000 0000 0008 0000 0000 0000 0000").get(MacControl.class);
    assertEquals("0x0009", MacControl.ENBV.text(pause));
    assertEquals("8", MacControl.PAUSE_TIME_C3.text(pause));
    assertEquals("", MacControl.PAUSE_TIME.text(pause));
  }

  /** IEEE 802.1AX, clause 6.4.2: actor, partner and collector, each with a type and a length. */
  @Test
  void aggregationControlIsRead() {
    Packet packet =
        read(
            "8809 01 01 0114 8000 020000000001 0011 8000 0001 3d 000000"
                + " 0214 ffff 020000000002 0012 00ff 0002 3f 000000"
                + " 0310 0000 000000000000000000000000 0000"
                + " 00".repeat(50));
    Lacp lacp = packet.get(Lacp.class);
    assertEquals(0x11, lacp.actorKey());
    assertEquals("02:00:00:00:00:02", Lacp.PARTNER_SYSID.text(lacp));
    assertEquals("1", Lacp.ACTOR_ACTIVITY.text(lacp));
    assertEquals("0", Lacp.ACTOR_TIMEOUT.text(lacp));
    assertEquals("1", Lacp.PARTNER_TIMEOUT.text(lacp));
  }

  /** IEEE 802.3, annex 57B: the subtype says what it is; 10 is for an organisation. */
  @Test
  void unknownSlowProtocolIsKept() {
    Packet packet = read("8809 0a 0080c2 01");
    assertEquals(10, packet.get(Slow.class).subtype());
    assertEquals(4, packet.get(Raw.class).size());
  }

  /** IEEE 802.1AB, clause 8.4: 7 bits of type, 9 of length; the end ends the list. */
  @Test
  void listOfLldpEndsWhereItSays() {
    Packet packet =
        read(
            "88cc 0207 04 020000000001 0405 05 65746830 0602 0078"
                + " fe06 0080c2 01 0064 fe05 00aabb 07 99 0000 ffffff");
    assertEquals(
        List.of(
            new LldpTlv.ChassisId(4, new OctetString(octets("020000000001"))),
            new LldpTlv.PortId(5, OctetString.of('e', 't', 'h', '0')),
            new LldpTlv.TimeToLive(120),
            new LldpOrganizational.PortVlan(100),
            new LldpOrganizational.Other(0x00aabb, 7, OctetString.of(0x99)),
            new LldpTlv.End()),
        packet.get(Lldp.class).tlvs());
    assertArrayEquals(octets("ffffff"), packet.get(Ethernet.class).trailer().toBytes());
    assertEquals(1, read("88cc 0602 0078 0000 ff").get(Ethernet.class).trailer().size());
  }

  @Test
  void tlvThatDoesNotFitIsTheLast() {
    Lldp lldp = read("88cc 0602 0078 0a09 6162").get(Lldp.class);
    assertEquals(
        "[TimeToLive[seconds=120], Truncated[octets=0a096162, reason=length 9, 2 octets are left]]",
        lldp.tlvs().toString());
  }

  /** IEEE 802.1X, clause 11.3: a start has no body. */
  @Test
  void startOfAuthenticationHasNoBody() {
    Packet packet = read("888e 01 01 0000 0000");
    assertEquals(1, packet.get(Eapol.class).type());
    assertEquals(0, packet.get(Eapol.class).payload().size());
    assertEquals(2, packet.get(Ethernet.class).trailer().size());
  }

  /** The configuration test of the first Ethernets: its numbers begin with the lowest octet. */
  @Test
  void skipCountIsLittleEndian() {
    assertEquals(8, read("9000 0800 0100 0000").get(Loop.class).skipcount());
  }

  /** AMD's magic packet: six octets of ones, sixteen times the address, maybe a password. */
  @Test
  void magicPacketMayHaveAPassword() {
    String magic = "ffffffffffff" + "020000000002".repeat(16);
    WakeOnLan plain = read("0842 " + magic).get(WakeOnLan.class);
    assertEquals("02:00:00:00:00:02", plain.mac().toString());
    assertEquals(OctetString.EMPTY, plain.passwd());
    WakeOnLan secret = read("0842 " + magic + "010203040506").get(WakeOnLan.class);
    assertEquals(new OctetString(octets("010203040506")), secret.passwd());
    assertArrayEquals(octets(magic), new WakeOnLan().mac("02:00:00:00:00:02").toBytes());
    assertTrue(read("0842 00" + magic).get(WakeOnLan.class) == null);
  }

  /** RFC 3032, section 2.1: label 20 bits, class 3, bottom 1, time to live 8. */
  @Test
  void entryOfLabelStackHasFourParts() {
    Packet packet = read("8847 00010a3f 00011140 0102");
    List<Mpls> stack = packet.all(Mpls.class);
    assertEquals(2, stack.size());
    assertEquals(16, stack.get(0).label());
    assertEquals(5, stack.get(0).exp());
    assertEquals(63, stack.get(0).ttl());
    assertEquals(1, stack.get(1).bottom());
    // RFC 4928: neither 4 nor 6 in the first bits is no IP
    assertEquals(2, packet.get(Raw.class).size());
  }

  @Test
  void whoKnowsALabelSaysWhatItCarries() {
    byte[] octets = octets(ADDRESSES + "8847 00010140 020000000002 020000000003 9999 00");
    ProtocolRegistry told = REGISTRY.with(Mpls.LABELS.key(16), Ethernet.PROTOCOL);
    assertEquals(2, Packet.read(octets, Link.ETHERNET, told).all(Ethernet.class).size());
    assertEquals(1, Packet.read(octets, Link.ETHERNET, REGISTRY).all(Ethernet.class).size());
  }
}
