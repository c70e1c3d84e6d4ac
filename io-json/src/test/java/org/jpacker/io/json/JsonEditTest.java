package org.jpacker.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.http.Http;
import org.jpacker.proto.ip.Gre;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.TcpOption;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;

/** What is edited in JSON becomes what the same edit in Java makes. */
class JsonEditTest {

  private static void same(Packet wanted, String line) {
    assertEquals(hex(wanted), hex(JsonCapture.packet(line)), line);
  }

  private static String hex(Packet packet) {
    return HexFormat.of().formatHex(packet.toBytes());
  }

  /** The line with one text replaced by another. */
  private static String edited(Packet packet, String before, String after) {
    String line = Lines.fields(packet);
    String edited = line.replace(before, after);
    assertNotEquals(line, edited);
    return edited;
  }

  private static List<String> remarks(String line) {
    JsonCapture capture =
        JsonCapture.of(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
    capture.next();
    return capture.remarks();
  }

  @Test
  void lineWithoutOctetsIsMadeFromItsFields() {
    for (Packet packet : List.of(Lines.udp(), Lines.tagged(), Lines.syn())) {
      same(packet, Lines.fields(packet));
      assertEquals(List.of(), remarks(Lines.fields(packet)));
    }
  }

  @Test
  void changedTtlChangesTheChecksum() {
    String line = edited(Lines.udp(), "\"ip.ttl\":64", "\"ip.ttl\":1");
    Packet wanted = Lines.udp();
    wanted.get(Ipv4.class).ttl(1);
    same(wanted, line);
    int before = Lines.udp().get(Ipv4.class).checksum();
    int after = wanted.get(Ipv4.class).checksum();
    assertEquals(
        List.of(
            "line 1, layers[1].fields[\"ip.checksum\"]: "
                + before
                + " is given, "
                + after
                + " is written"),
        remarks(line));
  }

  @Test
  void otherAddressChangesBothChecksums() {
    Packet wanted = Lines.udp();
    wanted.get(Ipv4.class).dst("198.51.100.7");
    same(wanted, edited(Lines.udp(), "\"192.0.2.2\"", "\"198.51.100.7\""));
  }

  @Test
  void removedLayerMovesTheNumbers() {
    String line = Lines.fields(Lines.tagged());
    Packet wanted = Lines.tagged();
    wanted.get(Vlan.class).remove();
    same(wanted, line.replaceFirst("\\{\"protocol\":\"vlan\",\"fields\":\\{[^}]*}},", ""));
  }

  @Test
  void addedLayerMovesTheNumbers() {
    Packet wanted = Lines.udp();
    wanted.get(Ethernet.class).insert(new Vlan().id(7));
    same(
        wanted,
        edited(
            Lines.udp(),
            "{\"protocol\":\"ip\"",
            "{\"protocol\":\"vlan\",\"fields\":{\"vlan.id\":7}},{\"protocol\":\"ip\""));
  }

  @Test
  void addedOptionMakesTheHeaderLonger() {
    Packet wanted = Lines.syn();
    wanted
        .get(Tcp.class)
        .options(
            List.of(
                new TcpOption.MaximumSegmentSize(1360),
                new TcpOption.Nop(),
                new TcpOption.WindowScale(7)));
    same(
        wanted,
        edited(
            Lines.syn(),
            "{\"tcp.options.mss_val\":1360}}",
            "{\"tcp.options.mss_val\":1360}},{\"Nop\":{}},"
                + "{\"WindowScale\":{\"tcp.options.wscale.shift\":7}}"));
  }

  @Test
  void removedOptionsMakeTheHeaderShorter() {
    Packet wanted = Lines.syn();
    wanted.get(Tcp.class).options(List.of());
    String line = Lines.fields(Lines.syn());
    same(wanted, line.replaceFirst("\"tcp.option\":\\[[^]]*]", "\"tcp.option\":[]"));
  }

  @Test
  void otherPayloadChangesAllLengths() {
    Packet wanted = Lines.udp();
    wanted.get(Udp.class).payload(Raw.of("hello"));
    same(wanted, edited(Lines.udp(), "\"6869\"", "\"68656C6c6f\""));
  }

  @Test
  void partTakesPrecedenceOverItsWhole() {
    Packet wanted = Lines.udp();
    wanted.get(Ipv4.class).df(true);
    same(wanted, edited(Lines.udp(), "\"ip.flags.df\":false", "\"ip.flags.df\":true"));
  }

  @Test
  void wrongLengthsStayAsTheyWereRead() {
    Packet packet = Lines.udp();
    packet.get(Udp.class).length(9);
    packet.get(Ipv4.class).checksum(4711);
    Packet read = Lines.read(packet);
    same(read, Lines.fields(read));
    Packet wanted = Lines.read(packet);
    wanted.get(Ipv4.class).checksum(4711).ttl(3);
    same(wanted, edited(read, "\"ip.ttl\":64", "\"ip.ttl\":3"));
  }

  @Test
  void pinnedFieldKeepsItsValue() {
    Packet wanted = Lines.udp();
    wanted.get(Udp.class).checksum(7);
    int checksum = Lines.udp().get(Udp.class).checksum();
    same(
        wanted,
        edited(
            Lines.udp(),
            "\"udp.checksum\":" + checksum + "}",
            "\"udp.checksum\":7},\"pinned\":[\"udp.checksum\"]"));
  }

  @Test
  void checksumThatWasLeftOutStaysLeftOut() {
    Packet packet = Lines.udp();
    packet.get(Udp.class).checksum(0);
    Packet read = Lines.read(packet);
    same(read, edited(read, "\"ip.ttl\":64", "\"ip.ttl\":64" + " "));
  }

  @Test
  void fieldsOfFewWordsMakeWhatJavaMakes() {
    same(
        Packet.of(new Ethernet(), new Ipv6(), new Udp().dstPort(53), Raw.of("x")),
        """
        {"layers":[{"protocol":"eth"},{"protocol":"ipv6"},
          {"protocol":"udp","fields":{"udp.dstport":53}},{"raw":"78"}]}""");
    same(
        Packet.of(new Ethernet(), new Ipv4(), new Gre().key(7), new Ipv4()),
        """
        {"layers":[{"protocol":"eth"},{"protocol":"ip"},
          {"protocol":"gre","fields":{"gre.flags.key":true,"gre.key":7}},{"protocol":"ip"}]}""");
    same(
        Packet.of(new Ipv4().dst("192.0.2.9"), new Tcp().syn(true)),
        """
        {"frame":{"link_type":228},"layers":[
          {"protocol":"ip","fields":{"ip.dst":"192.0.2.9"}},
          {"protocol":"tcp","fields":{"tcp.flags.syn":true}}]}""");
  }

  @Test
  void numbersMayBeInHexadecimalDigits() {
    same(
        Packet.of(new Ethernet().type(0x88b5), Raw.of("x")),
        """
        {"layers":[{"protocol":"eth","fields":{"eth.type":"0x88b5"}},{"raw":"78"}]}""");
  }

  @Test
  void contentLengthFollowsTheBody() {
    Http http = Http.PROTOCOL.header("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    Packet packet =
        Lines.read(
            Packet.of(Lines.ethernet(), Lines.ip(), new Tcp().srcPort(80).dstPort(40000), http));
    same(packet, Lines.fields(packet));
    Packet wanted = Lines.read(packet);
    wanted.get(Http.class).payload("hello, world");
    same(wanted, edited(packet, "\"68656c6c6f\"", "\"68656c6c6f2c20776f726c64\""));
  }

  @Test
  void octetsTakePrecedenceAndThatIsSaid() {
    String line = Lines.line(Lines.udp()).replace("\"ip.ttl\":64", "\"ip.ttl\":65");
    same(Lines.udp(), line);
    assertEquals(
        List.of(
            "line 1, layers[1].fields[\"ip.ttl\"]: 65 is given, 64 is in the octets, which count"),
        remarks(line));
  }

  @Test
  void removedLayerWithOctetsIsSaid() {
    String line =
        Lines.line(Lines.tagged())
            .replaceFirst("\\{\"protocol\":\"vlan\",\"fields\":\\{[^}]*}},", "");
    same(Lines.tagged(), line);
    assertEquals(
        List.of("line 1, layers[1]: ip is given, vlan is in the octets, which count"),
        remarks(line));
  }
}
