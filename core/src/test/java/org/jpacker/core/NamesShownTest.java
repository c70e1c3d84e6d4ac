package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.api.text.Frame;
import org.jpacker.core.json.PacketJson;
import org.junit.jupiter.api.Test;

/** Which outputs show the names of numbers, and which do not even read them. */
class NamesShownTest {

  private static Packet packet(int form, int type, int code, int ethertype, String payload) {
    Kinds kinds = new Kinds();
    Kinds.FORM.set(kinds, form);
    Kinds.TYPE.set(kinds, type);
    Kinds.CODE.set(kinds, code);
    Kinds.ETHERTYPE.set(kinds, ethertype);
    return Packet.of(Samples.wire(), kinds, Raw.of(payload));
  }

  private static String tree(Packet packet) {
    StringBuilder out = new StringBuilder();
    new TextTree().append(out, Frame.of(packet));
    return out.toString();
  }

  private static String json(Packet packet) {
    StringBuilder out = new StringBuilder();
    new PacketJson().append(out, Frame.of(packet));
    return out.toString();
  }

  private static String summary(Packet packet) {
    StringBuilder out = new StringBuilder();
    new Summary(Summary.Time.RELATIVE).append(out, Frame.of(packet));
    return out.substring(out.indexOf("kinds "));
  }

  @Test
  void treeNamesNumbersTheirDependantsAndLists() {
    String tree = tree(packet(1, 3, 1, 0x86dd, ""));
    assertTrue(tree.contains("  kinds.form: 1 (usual)\n"), tree);
    assertTrue(tree.contains("  kinds.type: 3 (unreachable)\n  kinds.code: 1 (no host)\n"), tree);
    assertTrue(tree.contains("  kinds.ethertype: 0x86dd (IPv6)\n"), tree);
    assertTrue(tree.contains("  kinds.items: 1 (one)\n"), tree);
    tree = tree(packet(1, 5, 1, 0, ""));
    assertTrue(tree.contains("  kinds.code: 1 (for host)\n"), tree);
    assertTrue(tree.contains("  kinds.ethertype: 0x0000\n"), tree);
    tree = tree(packet(1, 5, 4, 0, ""));
    assertTrue(tree.contains("  kinds.code: 4\n"), tree);
    assertTrue(tree.contains("  kinds.items: 1,2,3,1 (one, 2, three, one)\n"), tree);
    assertTrue(
        tree.contains("  kinds.ethertypes: 0x0800,0x0012,0xffff (IPv4, 0x0012, 0xffff)\n"), tree);
  }

  @Test
  void unreadableNamesAffectNothingElse() {
    String tree = tree(packet(9, 3, 1, 0, ""));
    assertTrue(tree.contains("  kinds.broken: 0 (failed: the file of names is missing)\n"), tree);
    assertTrue(tree.contains("kinds.items"), tree);
  }

  @Test
  void summaryOmitsUsualValues() {
    assertEquals("kinds 20 unreachable no net", summary(packet(1, 3, 0, 0, "")));
    assertEquals("kinds 20 redirect for host", summary(packet(1, 5, 1, 0, "")));
    assertEquals("kinds 20 other unreachable no net", summary(packet(2, 3, 0, 0, "")));
  }

  @Test
  void summaryShowsHexadecimalNumbersLikeOtherOutputs() {
    Kinds kinds = new Kinds();
    Kinds.REST.set(kinds, 10);
    assertTrue(summary(Packet.of(Samples.wire(), kinds)).contains(" small=0x0a"));
  }

  @Test
  void summaryNamesTheUnclaimedNumber() {
    String line = summary(packet(1, 5, 9, 0x88cc, "x"));
    assertTrue(line.contains(" ethertype=0x88cc (LLDP) "), line);
    assertFalse(summary(packet(1, 5, 9, 0x88cc, "")).contains("LLDP"));
  }

  @Test
  void fieldsAndJsonKeepNumbersAndReadNoNames() {
    int before = Kinds.OPENED.get();
    Packet packet = packet(1, 3, 1, 0x0800, "");
    String json = json(packet);
    assertTrue(json.contains("\"kinds.type\":3,\"kinds.code\":1"), json);
    assertEquals("1", Kinds.CODE.text(packet.get(Kinds.class)));
    assertEquals(1, Kinds.CODE.value(packet.get(Kinds.class)));
    String hex = json(packet(1, 3, 4, 0x0800, ""));
    assertTrue(hex.contains("\"kinds.ethertypes\":[2048,18,-1],\"kinds.small\":0"), hex);
    assertEquals(before, Kinds.OPENED.get());
  }
}
