package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.Raw;
import org.jpacker.api.text.Frame;
import org.jpacker.core.json.FrameDetails;
import org.jpacker.core.json.PacketJson;
import org.junit.jupiter.api.Test;

class PacketJsonTest {

  @Test
  void packetIsOneObject() {
    Port port = new Port().between(80, 1234);
    port.payload("hi");
    byte[] padded = Samples.withOctets(Packet.of(Samples.wire(), Samples.net(), port).toBytes(), 1);
    assertEquals(
        """
        {"frame":{"number":1,"time_epoch":"1417577703.821897000","len":69,"cap_len":69,\
        "link_type":147,"interface_id":0,"octets":"%s"},"layers":[\
        {"protocol":"wire","fields":{"wire.dst":"00:01:02:03:04:05",\
        "wire.src":"06:07:08:09:0a:ff","wire.type":2049},"trailer":"00"},\
        {"protocol":"net","fields":{"net.hdr_len":40,"net.flags":0,"net.flags.urgent":false,\
        "net.flags.more":false,"net.kind":0,"net.len":54,"net.ttl":64,"net.skew":0,"net.proto":6,\
        "net.src":"1.2.3.4","net.dst":"5.6.7.8","net.via":"::","net.cookie":0}},\
        {"protocol":"port","fields":{"port.srcport":80,"port.dstport":1234,"port.flags":0,\
        "port.flags.ack":false,"port.flags.syn":false,"port.window":100,"port.seq":0}},\
        {"raw":"6869"}]}"""
            .formatted(HexFormat.of().formatHex(padded)),
        json(Samples.read(padded)));
  }

  @Test
  void whatTheCaptureKnowsIsPartOfTheFrame() {
    StringBuilder out = new StringBuilder();
    FrameDetails details =
        new FrameDetails(new BigDecimal("1.0000000000001"), "eth\"0", 96, List.of("a", "b\n"));
    new PacketJson().append(out, Frame.of(Packet.read(new byte[] {1})), details);
    assertEquals(
        """
        {"frame":{"number":1,"time_epoch":"1.0000000000001","len":1,"cap_len":1,"link_type":1,\
        "interface_id":0,"interface_name":"eth\\"0","snap_len":96,"comments":["a","b\\u000a"],\
        "octets":"01"},"layers":[{"raw":"01"}]}""",
        out.toString());
  }

  @Test
  void roundTimeHasNineDecimals() {
    StringBuilder out = new StringBuilder();
    FrameDetails details = new FrameDetails(new BigDecimal("1e12"), null, 0, List.of());
    new PacketJson().append(out, Frame.of(Packet.read(new byte[0])), details);
    assertTrue(
        out.toString().contains("\"time_epoch\":\"1000000000000.000000000\""), out.toString());
  }

  @Test
  void derivedFieldsThatDoNotFollowArePinned() {
    Net net = Samples.net();
    Net.LEN.set(net, 4711);
    String shown = json(Samples.read(Samples.wire(), net, new Port()));
    assertTrue(shown.contains("},\"pinned\":[\"net.len\"]}"), shown);
  }

  @Test
  void treeOfTheLayersIsWhatTheTextSays() {
    Packet quote = Samples.chat("quote");
    Net net = Samples.net();
    Net.COOKIE.set(net, -1);
    for (Packet packet :
        List.of(
            quote,
            Samples.read(Samples.wire(), net, new Port(), Raw.of("x")),
            Samples.read(Arrays.copyOf(Samples.segment().toBytes(), 16)),
            Packet.of(Tagged.of(9, "0100" + "0209850a0000010a000002" + "0308ffffffffffffffff")))) {
      Object text = ((Map<?, ?>) JsonReader.read(json(packet))).get("layers");
      assertEquals(text.toString(), new PacketJson().layers(packet).toString());
    }
  }

  @Test
  void stringsAreEscaped() {
    String shown = json(Samples.chat("\"\\\t\u001b[2J\u009b\u00fc"));
    assertTrue(shown.contains("\"chat.text\":\"\\\"\\\\\\u0009\\u001b[2J\\u009b\u00fc\""), shown);
  }

  @Test
  void numbersBeyondADoubleAreStrings() {
    Net net = Samples.net();
    Net.COOKIE.set(net, -1);
    Net.SKEW.set(net, -3);
    String shown = json(Samples.read(Samples.wire(), net));
    assertTrue(shown.contains("\"net.cookie\":\"18446744073709551615\""), shown);
    assertTrue(shown.contains("\"net.skew\":-3,"), shown);
  }

  @Test
  void refusedOctetsHaveAReason() {
    String shown = json(Samples.read(Arrays.copyOf(Samples.segment().toBytes(), 16)));
    assertTrue(
        shown.endsWith(
            "{\"malformed\":\"net: header needs 40 octets, found 2 (limited by captured length)"
                + " at offset 14\",\"raw\":\"a000\"}]}"),
        shown);
  }

  @Test
  void computedValuesAreArraysNumbersAndPackets() {
    String shown = json(Samples.chat("a b"));
    assertTrue(shown.contains("\"chat.word\":[\"a\",\"b\"],\"chat.count\":2}"), shown);
    String quote = json(Samples.chat("quote"));
    assertTrue(
        quote.contains("\"chat.quote\":{\"layers\":[{\"protocol\":\"wire\",\"fields\":{"), quote);
  }

  @Test
  void recordsAreObjectsWithTheirParts() {
    String shown =
        json(Packet.of(Tagged.of(0, "0100" + "0209850a0000010a000002" + "0701ff" + "0999")));
    assertTrue(
        shown.contains(
            """
            "tagged.tag":[{"End":{}},\
            {"Route":{"strict":true,"tagged.hops":5,"tagged.via":["10.0.0.1","10.0.0.2"]}},\
            {"Unknown":{"type":7,"octets":"ff"}},\
            {"Rest":{"octets":"0999","reason":"""),
        shown);
  }

  @Test
  void numbersOfRecordsBeyondADoubleAreStrings() {
    String shown = json(Packet.of(Tagged.of(0, "0308ffffffffffffffff03080000000000000007")));
    assertTrue(
        shown.contains(
            "[{\"Big\":{\"tagged.big\":\"18446744073709551615\"}},{\"Big\":{\"tagged.big\":7}}]"),
        shown);
  }

  @Test
  void singleRecordIsAnObjectToo() {
    String shown = json(Packet.of(Tagged.of(9, "")));
    assertTrue(shown.contains("\"tagged.single\":{\"tagged.big\":9}"), shown);
  }

  @Property(tries = 2000)
  void packetWithAnyTextCanBeRebuiltFromItsJson(
      @ForAll @Size(max = 40) byte[] octets, @ForAll int source, @ForAll byte pad) {
    Net net = new Net();
    Net.SRC.set(net, new Address.Ipv4(source));
    Net.OPTIONS.set(net, new byte[(pad & 3) * 4]);
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    Packet packet = Samples.read(Samples.wire(), net, new Port().between(7, 9), Chat.of(text));
    assertArrayEquals(packet.toBytes(), rebuilt(json(packet)).toBytes());
  }

  /** Makes the packet anew from nothing but the JSON and the protocols. */
  private static Packet rebuilt(String json) {
    Map<?, ?> packet = (Map<?, ?>) JsonReader.read(json);
    List<?> layers = (List<?>) packet.get("layers");
    return Packet.of(layers.stream().map(l -> layer((Map<?, ?>) l)).toArray(Layer[]::new));
  }

  private static Layer layer(Map<?, ?> json) {
    if (json.containsKey("raw")) {
      return Raw.of(HexFormat.of().parseHex((String) json.get("raw")));
    }
    Protocol<?> protocol = Samples.REGISTRY.protocol((String) json.get("protocol")).orElseThrow();
    Header header = protocol.maker().get();
    Map<?, ?> values = (Map<?, ?>) json.get("fields");
    for (Field field : protocol.layout().fields()) {
      if (values.containsKey(field.name()) && !(field instanceof ComputedField)) {
        field.assign(header, values.get(field.name()));
      }
    }
    return header;
  }

  private static String json(Packet packet) {
    StringBuilder out = new StringBuilder();
    new PacketJson().append(out, Frame.of(packet));
    EscapeTest.requireHarmless(out.toString());
    JsonReader.read(out.toString());
    return out.toString();
  }
}
