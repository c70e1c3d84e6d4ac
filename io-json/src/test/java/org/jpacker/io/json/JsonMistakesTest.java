package org.jpacker.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said, with line and path; hostile input ends with a message. */
class JsonMistakesTest {
  private static final long SEED = 20_261_201;

  private static String reason(String text) {
    return assertThrows(CaptureException.class, () -> JsonCapture.packet(text)).reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [] | line 1, a packet is an object, not a list
          7 | line 1, a packet is an object, not 7
          {} | line 1, a packet has octets in its frame, or layers
          {"layer":[]} | line 1, unknown member 'layer'; did you mean layers?
          {"x":1} | line 1, unknown member 'x'; there are frame, layers, trailer
          {"layers":{}} | line 1, layers: a list is needed, not an object
          {"layers":7} | line 1, layers: a list is needed, not 7
          {"layers":null} | line 1, null is no value: leave the member out
          {"layers":[7]} | line 1, layers[0]: a layer is an object, not 7
          {"layers":[{}]} | line 1, layers[0]: a layer has either a protocol or raw octets
          {"layers":[],"layers":[]} | line 1, the member ["layers"] stands twice in an object
          {"layers":[],"trailer":"0"} | line 1, trailer: octets have two hexadecimal digits each, these are 1
          {"frame":[]} | line 1, frame: a frame is an object, not a list
          {"frame":{"link":1}} | line 1, frame: unknown member 'link'; did you mean len, link_type?
          {"frame":{"octets":7}} | line 1, frame.octets: a text is needed, not 7
          {"frame":{"octets":"0"}} | line 1, frame.octets: octets have two hexadecimal digits each, these are 1
          {"frame":{"octets":"0g"}} | line 1, frame.octets: 'g' is no hexadecimal digit
          {"frame":{"octets":"","link_type":-1}} | line 1, frame.link_type: -1 is less than 0
          {"frame":{"octets":"","link_type":65536}} | line 1, frame.link_type: 65536 is more than 65535
          {"frame":{"octets":"","link_type":"1"}} | line 1, frame.link_type: a whole number is needed, not '1'
          {"frame":{"octets":"","link_type":1.5}} | line 1, frame.link_type: a whole number is needed, not 1.5
          {"frame":{"octets":"","len":2147483648}} | line 1, frame.len: 2147483648 is more than 2147483647
          {"frame":{"octets":"","cap_len":-1}} | line 1, frame.cap_len: -1 is less than 0
          {"frame":{"octets":"","snap_len":4294967296}} | line 1, frame.snap_len: 4294967296 is more than 4294967295
          {"frame":{"octets":"","number":true}} | line 1, frame.number: a whole number is needed, not true
          {"frame":{"octets":"","interface_id":65536}} | line 1, frame.interface_id: 65536 is more than 65535
          {"frame":{"octets":"","interface_name":7}} | line 1, frame.interface_name: a text is needed, not 7
          {"frame":{"octets":"","time_epoch":"now"}} | line 1, frame.time_epoch: a number is needed, not 'now'
          {"frame":{"octets":"","time_epoch":true}} | line 1, frame.time_epoch: a number is needed, not true
          {"frame":{"octets":"","time_epoch":"1e99999"}} | line 1, frame.time_epoch: a time has at most 40 digits before and after the point
          {"frame":{"octets":"","comments":"x"}} | line 1, frame.comments: a list is needed, not 'x'
          {"frame":{"octets":"","comments":["x",7]}} | line 1, frame.comments[1]: a text is needed, not 7
          {"frame":{"octets":"","comments":["\\u0000"]}} | line 1, frame.comments[0]: a comment has no character 0
          {"layers":[{"protocol":"ipv5"}]} | line 1, layers[0].protocol: unknown protocol 'ipv5'; did you mean ipv6, ip
          {"layers":[{"protocol":7}]} | line 1, layers[0].protocol: a text is needed, not 7
          {"layers":[{"protocol":"ip","field":{}}]} | line 1, layers[0]: unknown member 'field'; did you mean fields?
          {"layers":[{"protocol":"ip","raw":"00"}]} | line 1, layers[0]: a layer has either a protocol or raw octets
          {"layers":[{"raw":"00"},{"protocol":"ip"}]} | line 1, layers[1]: raw octets carry nothing: they are the last layer
          {"layers":[{"raw":"0x"}]} | line 1, layers[0].raw: 'x' is no hexadecimal digit
          {"layers":[{"protocol":"ip","fields":[]}]} | line 1, layers[0].fields: fields are an object, not a list
          {"layers":[{"protocol":"ip","rest":"0"}]} | line 1, layers[0].rest: octets have two hexadecimal digits each, these are 1
          {"layers":[{"protocol":"ip","tail":"00"},{"protocol":"udp"}]} | line 1, layers[0].tail: a tail is only made behind raw octets
          {"layers":[{"protocol":"eth","trailer":7}]} | line 1, layers[0].trailer: a text is needed, not 7
          {"layers":[{"protocol":"ip","pinned":"ip.len"}]} | line 1, layers[0].pinned: a list is needed, not 'ip.len'
          {"layers":[{"protocol":"ip","pinned":["ip.ttl"]}]} | line 1, layers[0].pinned[0]: unknown derived field 'ip.ttl'; there are ip.hdr_len, ip.len, ip.proto, ip.checksum
          {"layers":[{"protocol":"ip","fields":{"ip.tll":64}}]} | line 1, layers[0].fields["ip.tll"]: unknown field 'ip.tll'; did you mean ip.ttl?
          {"layers":[{"protocol":"eth"},{"protocol":"ip","fields":{"ip.ttl":300}}]} | line 1, layers[1].fields["ip.ttl"]: 300 does not fit into 8 bits (0 to 255)
          {"layers":[{"protocol":"ip","fields":{"ip.ttl":-1}}]} | line 1, layers[0].fields["ip.ttl"]: -1 does not fit into 8 bits (0 to 255)
          {"layers":[{"protocol":"ip","fields":{"ip.ttl":5000000000}}]} | line 1, layers[0].fields["ip.ttl"]: 5000000000 does not fit into 8 bits
          {"layers":[{"protocol":"ip","fields":{"ip.ttl":99999999999999999999}}]} | line 1, layers[0].fields["ip.ttl"]: 99999999999999999999 does not fit into 8 bits
          {"layers":[{"protocol":"ip","fields":{"ip.ttl":1.5}}]} | line 1, layers[0].fields["ip.ttl"]: a whole number is needed, not 1.5
          {"layers":[{"protocol":"ip","fields":{"ip.ttl":"much"}}]} | line 1, layers[0].fields["ip.ttl"]: not a number: much
          {"layers":[{"protocol":"ip","fields":{"ip.ttl":true}}]} | line 1, layers[0].fields["ip.ttl"]: a whole number is needed, not true
          {"layers":[{"protocol":"ip","fields":{"ip.ttl":[1]}}]} | line 1, layers[0].fields["ip.ttl"]: a plain value is needed, not a list
          {"layers":[{"protocol":"ip","fields":{"ip.hdr_len":21}}]} | line 1, layers[0].fields["ip.hdr_len"]: 21 does not fit into 4 bits (0 to 60 in steps of 4)
          {"layers":[{"protocol":"ip","fields":{"ip.flags.df":2}}]} | line 1, layers[0].fields["ip.flags.df"]: 2 does not fit into 1 bits (0 to 1)
          {"layers":[{"protocol":"ip","fields":{"ip.src":7}}]} | line 1, layers[0].fields["ip.src"]: a text is needed, not 7
          {"layers":[{"protocol":"ip","fields":{"ip.src":"192.0.2"}}]} | line 1, layers[0].fields["ip.src"]: not an IPv4 address (four numbers from 0 to 255): '192.0.2'
          {"layers":[{"protocol":"ipv6","fields":{"ipv6.src":"::g"}}]} | line 1, layers[0].fields["ipv6.src"]: not an IPv6 address: '::g'
          {"layers":[{"protocol":"eth","fields":{"eth.dst":"00:00"}}]} | line 1, layers[0].fields["eth.dst"]: not a MAC address (six pairs of hexadecimal digits): '00:00'
          {"layers":[{"protocol":"gre","fields":{"gre.key":7}}]} | line 1, layers[0].fields["gre.key"]: gre.key is absent unless K is set in version 0
          {"layers":[{"protocol":"tcp","fields":{"tcp.options":"0x"}}]} | line 1, layers[0].fields["tcp.options"]: 'x' is no hexadecimal digit
          {"layers":[{"protocol":"tcp","fields":{"tcp.option":7}}]} | line 1, layers[0].fields["tcp.option"]: a list is needed, not 7
          {"layers":[{"protocol":"tcp","fields":{"tcp.option":[{"Nob":{}}]}}]} | line 1, layers[0].fields["tcp.option"][0]: there is no type Nob; did you mean Nop?
          {"layers":[{"protocol":"tcp","fields":{"tcp.option":[{"Nop":{"x":1}}]}}]} | line 1, layers[0].fields["tcp.option"][0].Nop: there is no part x
          {"layers":[{"protocol":"tcp","fields":{"tcp.option":[{"Nop":{}},{"WindowScale":{}}]}}]} | line 1, layers[0].fields["tcp.option"][1].WindowScale: the part tcp.options.wscale.shift is missing
          {"layers":[{"protocol":"tcp","fields":{"tcp.option":[{"WindowScale":{"tcp.options.wscale.shift":256}}]}}]} | line 1, layers[0].fields["tcp.option"][0].WindowScale: tcp.options.wscale.shift: 256 does not fit into 8 bits
          {"layers":[{"protocol":"ip"},{"protocol":"vlan"}]} | line 1, layers: ip cannot carry vlan
          {"frame":{"octets":""},"layers":[7]} | line 1, layers[0]: a layer is an object, not 7
          {"frame":{"octets":""},"layers":[{"protocol":"ip","fields":7}]} | line 1, layers[0].fields: fields are an object, not 7
          {"layers":[{"protocol":"ip"}} | line 1, column 29: no JSON: Unexpected close marker
          {"layers":[{"protocol":"ip" | line 1, the packet is cut off: the input ends within it
          """)
  void placeAndReasonAreSaid(String input, String wanted) {
    String reason = reason(input);
    assertTrue(reason.startsWith(wanted), reason + "\nwanted: " + wanted);
  }

  @Test
  void lineIsThatOfThePacket() {
    String good = "{\"frame\":{\"octets\":\"00\"}}\n";
    String text = good + "\n" + good + "{\"frame\":{\"octets\":\"0\"}}\n" + good;
    JsonCapture capture =
        JsonCapture.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(1, capture.next().length());
    assertEquals(1, capture.next().length());
    for (int i = 0; i < 2; i++) {
      CaptureException e = assertThrows(CaptureException.class, capture::next);
      assertEquals(
          "stream: line 4, frame.octets: octets have two hexadecimal digits each, these are 1",
          e.getMessage());
    }
  }

  @Test
  void messageHoldsNoControlCharacters() {
    String reason = reason("{\"layers\":[{\"protocol\":\"\\u001b[2J\\n\"}]}");
    assertTrue(reason.startsWith("line 1, layers[0].protocol: unknown protocol '\\x1b[2J"), reason);
    assertTrue(reason.chars().allMatch(c -> c >= ' '), reason);
  }

  @Test
  void depthIsBounded() {
    assertTrue(reason("{\"layers\":" + "[".repeat(1_000_000)).contains("too much for a packet"));
    assertTrue(reason("{\"x\":".repeat(1_000_000)).contains("too much for a packet"));
  }

  @Test
  void layersAreBounded() {
    String layers = "{\"protocol\":\"vlan\"},".repeat(128);
    String end = "{\"raw\":\"00\"}]}";
    assertEquals("line 1, layers: more than 128 layers", reason("{\"layers\":[" + layers + end));
    String fewer = layers.substring(0, layers.length() / 128 * 127);
    assertEquals(127 * 4 + 1, JsonCapture.packet("{\"layers\":[" + fewer + end).length());
  }

  @Test
  void numbersAreBounded() {
    assertTrue(reason("{\"frame\":{\"len\":" + "9".repeat(1000)).contains("too much for a packet"));
    assertTrue(
        reason("{\"frame\":{\"octets\":\"\",\"time_epoch\":1e999999999}}")
            .contains("frame.time_epoch: a time has at most 40 digits"));
    assertTrue(reason("{\"frame\":{\"octets\":\"\",\"len\":1e999999999}}").contains("frame.len: "));
    assertTrue(
        reason("{\"layers\":[{\"protocol\":\"ip\",\"fields\":{\"ip.ttl\":1e999999999}}]}")
            .contains("fields[\"ip.ttl\"]: a whole number is needed"));
  }

  @Test
  void sizeOfAPacketIsBounded() {
    StringBuilder text = new StringBuilder("{\"layers\":[");
    text.append("7,".repeat(1_200_000));
    assertTrue(reason(text.toString()).contains("a packet has more than 67108864 characters"));
    assertTrue(reason("{\"" + "x".repeat(100_000)).contains("too much for a packet"));
  }

  @Test
  void sizeOfAMessageIsBounded() {
    String long1 = "x".repeat(100_000);
    assertTrue(reason("{\"layers\":[{\"protocol\":\"" + long1 + "\"}]}").length() < 400);
    assertTrue(
        reason("{\"layers\":[{\"protocol\":\"ip\",\"fields\":{\"ip.src\":\"" + long1 + "\"}}]}")
                .length()
            < 400);
    assertTrue(reason("{\"frame\":" + "\"" + long1 + "\"}").length() < 400);
  }

  @Test
  void remarksAreBounded() {
    String line = Lines.line(Lines.udp()).replace("\"ip.ttl\":64", "\"ip.ttl\":65");
    JsonCapture capture =
        JsonCapture.of(new ByteArrayInputStream(line.repeat(250).getBytes(StandardCharsets.UTF_8)));
    int packets = 0;
    while (capture.next() != null) {
      packets++;
    }
    assertEquals(250, packets);
    assertEquals(101, capture.remarks().size());
    assertEquals("150 more of this kind", capture.remarks().get(100));
  }

  @Test
  void lineCutAnywhereIsRefused() {
    String line = Lines.line(Lines.syn()).strip();
    for (int i = 1; i < line.length(); i++) {
      String reason = reason(line.substring(0, i));
      assertTrue(reason.startsWith("line 1, "), reason);
    }
  }

  @Test
  void mutantsGiveAPacketOrAReason() {
    Random random = new Random(SEED);
    List<byte[]> lines = new ArrayList<>();
    for (Packet packet : List.of(Lines.udp(), Lines.tagged(), Lines.syn())) {
      lines.add(Lines.line(packet).getBytes(StandardCharsets.UTF_8));
      lines.add(Lines.fields(packet).getBytes(StandardCharsets.UTF_8));
    }
    int refused = 0;
    for (int i = 0; i < 6_000; i++) {
      byte[] mutant = lines.get(i % lines.size()).clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(mutant.length);
        byte[] signs = "0123456789abcdef{}[]\",:-.".getBytes(StandardCharsets.US_ASCII);
        mutant[at] = signs[random.nextInt(signs.length)];
      }
      JsonCapture capture = JsonCapture.of(new ByteArrayInputStream(mutant));
      try {
        while (capture.next() != null) {
          capture.remarks();
        }
      } catch (CaptureException e) {
        assertTrue(e.reason().startsWith("line "), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 3_000 && refused < 6_000, refused + " refused, seed " + SEED);
  }
}
