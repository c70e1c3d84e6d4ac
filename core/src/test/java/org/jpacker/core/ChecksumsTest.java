package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jpacker.api.Checksum;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.json.PacketJson;
import org.junit.jupiter.api.Test;

/** Checksum verdicts in all outputs that offer them. */
class ChecksumsTest {
  private static final int RIGHT = 0xfef6; // of 0007 0102
  private static final Packet GOOD = Sealed.packet(7, RIGHT);
  private static final Packet BAD = Sealed.packet(7, 0xbad);
  private static final ProtocolRegistry REGISTRY = GOOD.link().registry();

  private static String tree(Packet packet) {
    StringBuilder out = new StringBuilder();
    new TextTree().withChecksums().append(out, Frame.of(packet));
    return out.toString();
  }

  private static String line(Packet packet) {
    StringBuilder out = new StringBuilder();
    new Summary(Summary.Time.RELATIVE).withChecksums().append(out, Frame.of(packet));
    return out.toString();
  }

  private static String fields(FieldExtractor extractor, Packet packet) {
    StringBuilder out = new StringBuilder();
    extractor.append(out, Frame.of(packet));
    return out.toString();
  }

  @Test
  void lineNamesTheBadChecksumAndTheExpectedValue() {
    assertTrue(line(BAD).endsWith(" [bad sealed.checksum 0x0bad, expected 0xfef6]"), line(BAD));
    assertTrue(!line(GOOD).contains("checksum"), line(GOOD));
    StringBuilder out = new StringBuilder();
    new Summary(Summary.Time.RELATIVE).append(out, Frame.of(BAD));
    assertTrue(!out.toString().contains("bad"), "not asked for: " + out);
  }

  @Test
  void treeShowsTheVerdictBesideTheField() {
    assertTrue(tree(BAD).contains("  sealed.checksum: 0x0bad (bad, expected 0xfef6)\n"), tree(BAD));
    assertTrue(tree(GOOD).contains("  sealed.checksum: 0xfef6 (good)\n"), tree(GOOD));
  }

  @Test
  void statusFieldsHaveWiresharksNumbers() {
    FieldExtractor extractor =
        FieldExtractor.of(REGISTRY, List.of("sealed.checksum", "sealed.checksum.status"));
    assertEquals("0x0bad\t2", fields(extractor, BAD), "not asked for");
    assertEquals("0x0bad\t0", fields(extractor.withChecksums(), BAD));
    assertEquals("0xfef6\t1", fields(extractor.withChecksums(), GOOD));
    assertEquals("\t", fields(extractor.withChecksums(), Samples.chat("hello")));
    assertTrue(FieldExtractor.names(REGISTRY).contains("sealed.checksum.status"));
    assertTrue(!FieldExtractor.names(REGISTRY).contains("sealed.kind.status"));
  }

  @Test
  void jsonHasTheStatusAfterTheChecksum() {
    StringBuilder out = new StringBuilder();
    new PacketJson().withChecksums().append(out, Frame.of(BAD));
    assertTrue(
        out.toString().contains("\"sealed.checksum\":2989,\"sealed.checksum.status\":0}"),
        out.toString());
  }

  @Test
  void countsAppearInATable() {
    ChecksumCounts counts = new ChecksumCounts();
    assertTrue(counts.isEmpty());
    counts.add(GOOD);
    counts.add(BAD);
    counts.add(BAD);
    StringBuilder out = new StringBuilder();
    counts.append(out);
    assertEquals(
        """
        CHECKSUM         BAD  GOOD  UNVERIFIED  NOT PRESENT
        sealed.checksum  2    1     0           0
        """,
        out.toString());
    assertEquals(2, counts.count("sealed.checksum", Checksum.Status.BAD));
    assertEquals(0, counts.count("other.checksum", Checksum.Status.BAD));
  }

  @Test
  void packetIsShownThoughItsProtocolFailsToDerive() {
    Packet failing = Sealed.packet(255, 0xbad);
    assertTrue(tree(failing).contains("  sealed.checksum: 0x0bad\n"), tree(failing));
    assertTrue(!line(failing).contains("bad"), line(failing));
  }
}
