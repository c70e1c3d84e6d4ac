package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Frame;
import org.junit.jupiter.api.Test;

class TextTreeTest {

  @Test
  void layersFieldsAndPartsAreIndented() {
    Net net = Samples.net();
    Net.KIND.set(net, 1);
    Net.MORE.set(net, true);
    Net.OPTIONS.set(net, new byte[] {1, 2, 3, 4});
    Port port = new Port().between(80, 1234);
    Port.SYN.set(port, true);
    port.payload("hello\n");
    byte[] padded = Samples.withOctets(Packet.of(Samples.wire(), net, port).toBytes(), 2);

    assertEquals(
        """
        Frame 1: 78 octets, 2014-12-03T03:35:03.821897Z, link type 147 (USER0), interface 0
        Made-up Wire (wire), 14 octets at 0
          wire.dst: 00:01:02:03:04:05
          wire.src: 06:07:08:09:0a:ff
          wire.type: 0x0801 (made-up net)
          trailer: 2 octets: 00 00 '..'
        Made-up Net (net), 44 octets at 14
          net.hdr_len: 44
          net.flags: 0x04
            net.flags.urgent: 0
            net.flags.more: 1
          net.kind: 1 (ping (request))
          net.len: 62
          net.ttl: 64
          net.skew: 0
          net.proto: 6
          net.src: 1.2.3.4
          net.dst: 5.6.7.8
          net.via: ::
          net.cookie: 0
          net.options: 01020304 (4 octets)
        Made-up Port (port), 12 octets at 58
          port.srcport: 80
          port.dstport: 1234
          port.flags: 0x01
            port.flags.ack: 0
            port.flags.syn: 1
          port.window: 100
          port.seq: 0
        Raw: 6 octets: 68 65 6c 6c 6f 0a 'hello.'
        """,
        tree(Samples.read(padded)));
  }

  @Test
  void listsHaveALineForEachItem() {
    assertEquals(
        """
        Made-up Chat (chat), 6 octets at 66
          chat.loud: 0
          chat.reserved: 0
          chat.version: 0
          chat.text: a\\x09 b
          chat.word:
            1: a\\x09
            2: b
          chat.count: 2
        """,
        chat("a\t b"));
  }

  @Test
  void failingFieldAffectsNothingElse() {
    assertTrue(
        chat("fail").contains("chat.faulty: failed: java.lang.IllegalStateException: a\\x1bb\n"));
  }

  @Test
  void quotedPacketIsATreeOfItsOwn() {
    String shown = chat("quote");
    assertTrue(shown.contains("  chat.quote: 54 octets\n    Made-up Wire (wire), 14"), shown);
    assertTrue(shown.contains("      net.src: 9.9.9.9\n"), shown);
  }

  @Test
  void longValueIsCut() {
    assertTrue(chat("x".repeat(1500)).contains("... (500 more characters)\n"));
  }

  @Test
  void refusedOctetsAreShownWithTheReason() {
    byte[] octets = Arrays.copyOf(Samples.segment().toBytes(), 57);
    String shown = tree(Samples.read(octets, 72, Packet.NO_TIME));
    assertTrue(
        shown.startsWith("Frame 1: 72 octets, 57 captured, link type 147 (USER0), inter"), shown);
    assertTrue(shown.contains("Made-up Net (net), 40 octets at 14, truncated\n"), shown);
    assertTrue(
        shown.endsWith(
            """
            Malformed: port: header needs 12 octets, found 3 (limited by captured length) at offset 54
              octets: 3 octets: 00 50 04 '.P.'
            """),
        shown);
  }

  @Property
  void anyOctetsGiveHarmlessText(@ForAll byte[] octets) {
    byte[] chat = Samples.chat("").toBytes();
    byte[] all = Samples.withOctets(chat, octets.length);
    System.arraycopy(octets, 0, all, chat.length, octets.length);
    // no length says that there is less
    all[16] = 0x7f;
    for (String line : tree(Samples.read(all)).split("\n")) {
      EscapeTest.requireHarmless(line);
    }
  }

  private static String chat(String text) {
    String shown = tree(Samples.chat(text));
    return shown.substring(shown.indexOf("Made-up Chat"));
  }

  private static String tree(Packet packet) {
    StringBuilder out = new StringBuilder();
    new TextTree().append(out, Frame.of(packet));
    return out.toString();
  }
}
