package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.json.PacketJson;
import org.jpacker.core.reference.ProtocolPage;
import org.jpacker.core.source.JavaSource;
import org.jpacker.scan.Column;
import org.jpacker.scan.Row;
import org.jpacker.scan.Scan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plug-in that lacks a class fails only where it needs that class. */
class UnlinkedTest {
  private static final String ERROR =
      "failed: java.lang.NoClassDefFoundError: org/jpacker/core/Unlinked$Missing";

  private Protocol<?> unlinked;
  private ProtocolRegistry registry;
  private Packet packet;

  @BeforeEach
  void read() throws ReflectiveOperationException {
    unlinked = Unlinked.load();
    registry = Samples.REGISTRY.with(Port.PORTS.key(9), unlinked);
    Port port = new Port().between(9, 40000);
    port.payload(new byte[] {7});
    byte[] octets = Packet.of(Samples.wire(), Samples.net(), port).toBytes();
    Link link = Link.of(Wire.LINK_TYPE, 0, registry);
    packet = new Packet(octets, 0, octets.length, octets.length, Packet.NO_TIME, link);
  }

  @Test
  void treeAndJsonShowTheRest() {
    StringBuilder tree = new StringBuilder();
    new TextTree().append(tree, Frame.of(packet));
    assertTrue(
        tree.toString()
            .endsWith(
                "  unlinked.number: 7\n  unlinked.missing: "
                    + ERROR
                    + "\n  unlinked.part: "
                    + ERROR
                    + "\n"),
        tree.toString());
    StringBuilder json = new StringBuilder();
    new PacketJson().append(json, Frame.of(packet));
    assertTrue(
        json.toString()
            .endsWith(
                "{\"protocol\":\"unlinked\",\"fields\":{\"unlinked.number\":7,\"unlinked.missing\":\""
                    + ERROR
                    + "\",\"unlinked.part\":\""
                    + ERROR
                    + "\"}}]}"),
        json.toString());
  }

  @Test
  void sourceFallsBackToTheOctets() {
    StringBuilder out = new StringBuilder();
    new JavaSource(registry).append(out, Frame.of(packet));
    assertTrue(out.toString().contains("    return Packet.read("), out.toString());
  }

  /** The payload of a class without its methods is unknown, so it may be anything. */
  @Test
  void scanReadsTheLayersAround() {
    Row row = Scan.of(Column.of(Net.TTL), Column.size(unlinked)).row();
    row.read(packet.toBytes(), 0, packet.length(), packet.length(), Packet.NO_TIME, packet.link());
    assertEquals(64, row.value(0));
    assertEquals(1, row.value(1));
    row = Scan.of(Wire.SRC, Chat.RESERVED).row();
    row.read(packet.toBytes(), 0, packet.length(), packet.length(), Packet.NO_TIME, packet.link());
    assertFalse(row.has(1));
  }

  @Test
  void pageOmitsTheJavaExamples() {
    StringBuilder page = new StringBuilder();
    new ProtocolPage(registry, 10).append(page, unlinked);
    assertTrue(page.toString().contains("\nFields\n"), page.toString());
    assertFalse(page.toString().contains("new Unlinked()"), page.toString());
  }
}
