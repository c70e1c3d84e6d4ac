package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Frame;
import org.jpacker.api.text.UnknownNameException;
import org.junit.jupiter.api.Test;

class FieldExtractorTest {

  @Test
  void valuesAreSeparatedByTabsInTheRequestedOrder() {
    assertEquals(
        "5.6.7.8\t06:07:08:09:0a:ff\t0x03\t1\t4000000000\t0x0801",
        values(
            Samples.segment(),
            "net.dst",
            "wire.src",
            "port.flags",
            "port.flags.syn",
            "port.seq",
            "wire.type"));
  }

  @Test
  void absentFieldsAreEmpty() {
    Packet packet = Samples.read(Samples.wire());
    assertEquals("\t00:01:02:03:04:05\t", values(packet, "net.src", "wire.dst", "chat.text"));
    assertEquals("", values(Samples.segment(), "net.options"));
  }

  @Test
  void frameFieldsCarryTsharksNames() {
    Packet packet = Samples.read(Arrays.copyOf(Samples.segment().toBytes(), 70), 80, Samples.TIME);
    assertEquals(
        "7|1417577703.821897000|1.000000000|80|70|0|wire:net:port:data|",
        line(
            List.of(
                "frame.number",
                "frame.time_epoch",
                "frame.time_relative",
                "frame.len",
                "frame.cap_len",
                "frame.interface_id",
                "frame.protocols",
                "_ws.malformed"),
            "|",
            new Frame(7, Samples.TIME - 1_000_000_000L, packet)));
  }

  @Test
  void interfacesAreNumberedInTheirSections() {
    Packet packet = Samples.read(new byte[0], 0, 0);
    List<String> fields = List.of("frame.interface_id", "frame.section_number");
    assertEquals("0|", line(fields, "|", Frame.of(packet)));
    Packet later = new Packet(new byte[0], 0, 0, 0, 0, packet.link().at(5, 1, 2));
    assertEquals(5, later.interfaceId());
    assertEquals("2|2", line(fields, "|", Frame.of(later)));
  }

  @Test
  void refusedOctetsHaveAReason() {
    Packet cut = Samples.read(Arrays.copyOf(Samples.segment().toBytes(), 20));
    assertEquals(
        "wire:_ws.malformed\t"
            + "net: header needs 40 octets, found 6 (limited by captured length) at offset 14",
        values(cut, "frame.protocols", "_ws.malformed"));
  }

  @Test
  void packetWithoutTimeHasNone() {
    Packet packet = Samples.read(new byte[0], 0, Packet.NO_TIME);
    assertEquals("\t", values(packet, "frame.time_epoch", "frame.time_relative"));
  }

  @Test
  void textStaysInItsColumn() {
    assertEquals("a\\x09b\\x0ac\t1", values(Samples.chat("a\tb\nc"), "chat.text", "chat.count"));
  }

  @Test
  void occurrenceSelectsAmongSeveralHeaders() {
    Net inner = new Net().between("9.9.9.9", "8.8.8.8");
    Packet twice = Samples.read(Samples.wire(), Samples.net(), inner);
    FieldExtractor sources = FieldExtractor.of(Samples.REGISTRY, List.of("net.src", "net.options"));
    assertEquals("1.2.3.4,9.9.9.9\t", line(sources, twice));
    assertEquals("1.2.3.4\t", line(sources.occurrence(FieldExtractor.Occurrence.FIRST), twice));
    assertEquals("9.9.9.9\t", line(sources.occurrence(FieldExtractor.Occurrence.LAST), twice));
    FieldExtractor all = sources.occurrence(FieldExtractor.Occurrence.ALL);
    assertEquals("1.2.3.4,9.9.9.9\t", line(all, twice));
    assertEquals("1.2.3.4;9.9.9.9\t", line(all.aggregator(";"), twice));
  }

  @Test
  void itemsOfAListAreOccurrences() {
    Packet packet = Samples.chat("one two three");
    FieldExtractor words = FieldExtractor.of(Samples.REGISTRY, List.of("chat.word"));
    assertEquals("one,two,three", line(words, packet));
    assertEquals("one", line(words.occurrence(FieldExtractor.Occurrence.FIRST), packet));
    assertEquals("three", line(words.occurrence(FieldExtractor.Occurrence.LAST), packet));
    assertEquals("one,two,three", line(words.occurrence(FieldExtractor.Occurrence.ALL), packet));
    assertEquals("", line(words, Samples.chat("")));
  }

  @Test
  void quotesEncloseAllValuesOfAFieldAndAreDoubledWithin() {
    FieldExtractor words =
        FieldExtractor.of(Samples.REGISTRY, List.of("frame.number", "net.options", "chat.word"));
    Packet packet = Samples.chat("o\"ne two'");
    assertEquals("\"1\"\t\t\"o\"\"ne,two'\"", line(words.quote("\""), packet));
    assertEquals("'1'\t\t'o\"ne,two'''", line(words.quote("'"), packet));
    assertEquals("1\t\to\"ne,two'", line(words.quote(""), packet));
  }

  @Test
  void namesFormTheHeading() {
    StringBuilder out = new StringBuilder();
    FieldExtractor.of(Samples.REGISTRY, List.of("net.src", "frame.len")).appendNames(out);
    assertEquals("net.src\tframe.len", out.toString());
  }

  @Test
  void unknownNameIsRefusedWithSimilarNames() {
    UnknownNameException e =
        assertThrows(
            UnknownNameException.class,
            () -> FieldExtractor.of(Samples.REGISTRY, List.of("net.scr\u001b")));
    assertEquals("net.scr\u001b", e.name());
    assertEquals(List.of("net.src"), e.near());
    assertEquals("unknown field 'net.scr\\x1b'; did you mean net.src?", e.getMessage());
  }

  @Test
  void protocolNameIsRefusedWithTheNamesOfItsFields() {
    UnknownNameException e =
        assertThrows(
            UnknownNameException.class, () -> FieldExtractor.of(Samples.REGISTRY, List.of("port")));
    assertTrue(e.near().contains("port.seq"), e.near().toString());
  }

  @Test
  void nonsenseIsRefusedWithoutSuggestions() {
    UnknownNameException e =
        assertThrows(
            UnknownNameException.class,
            () -> FieldExtractor.of(Samples.REGISTRY, List.of("qqqqqqqqqqqq")));
    assertEquals("unknown field 'qqqqqqqqqqqq'", e.getMessage());
  }

  private static String values(Packet packet, String... names) {
    return line(List.of(names), "\t", Frame.of(packet));
  }

  private static String line(List<String> names, String separator, Frame frame) {
    StringBuilder out = new StringBuilder();
    FieldExtractor.of(Samples.REGISTRY, names).separator(separator).append(out, frame);
    return out.toString();
  }

  private static String line(FieldExtractor extractor, Packet packet) {
    StringBuilder out = new StringBuilder();
    extractor.append(out, Frame.of(packet));
    return out.toString();
  }
}
