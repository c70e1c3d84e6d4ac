package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.ValueNames;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the numbers that have names with those that have names in tshark. The names themselves
 * may differ; a number that only tshark names is explained below.
 */
class NamesOracleTest {

  private static final String LINUX = "a number of Linux, which no ARP packet has";

  /** Fields and the numbers that only tshark names, with reasons. */
  private static final Map<String, Map<Long, String>> UNNAMED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ip.proto", Map.of(173L, "unassigned", 224L, "unassigned")),
              Map.entry("arp.opcode", Map.of(0L, "reserved")),
              Map.entry("arp.hw.type", Map.of(0L, LINUX, 260L, LINUX, 264L, LINUX, 65534L, LINUX)),
              Map.entry("icmpv6.type", Map.of()),
              Map.entry("icmpv6.opt.type", Map.of()),
              Map.entry("igmp.type", Map.of()),
              Map.entry("sctp.chunk_type", Map.of()),
              Map.entry("lldp.tlv.type", Map.of()),
              Map.entry("ppp.protocol", Map.of()),
              Map.entry("tcp.option_kind", Map.of(25L, "unassigned")),
              Map.entry("ipv6.opt.type", Map.of()),
              Map.entry("ipv6.routing.type", Map.of()),
              Map.entry(
                  "llc.dsap", Map.of(0x01L, "a group", 0x7fL, "a group", 0xbaL, "unassigned"))));

  private static final Map<String, Set<Long>> THEIRS = new TreeMap<>();

  @BeforeAll
  static void askTshark() throws IOException, InterruptedException {
    Tshark.assumeInstalled();
    Set<String> wanted =
        Stream.concat(UNNAMED.keySet().stream(), Stream.of("eth.type")).collect(Collectors.toSet());
    Path out = Files.createTempFile("jpacker-tshark", ".values");
    try {
      Process process =
          new ProcessBuilder("tshark", "-G", "values")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(out.toFile())
              .start();
      assertEquals(0, process.waitFor());
      try (Stream<String> lines = Files.lines(out, StandardCharsets.ISO_8859_1)) {
        lines
            .map(line -> line.split("\t"))
            .filter(cells -> cells.length > 3 && cells[0].equals("V") && wanted.contains(cells[1]))
            .filter(cells -> !cells[3].equals("Unassigned"))
            .forEach(
                cells ->
                    THEIRS
                        .computeIfAbsent(cells[1], name -> new TreeSet<>())
                        .add(Long.decode(cells[2])));
      }
    } finally {
      Files.delete(out);
    }
  }

  private static Set<Long> ours(String field) {
    return ProtocolRegistry.installed().field(field).orElseThrow().valueNames().entries().stream()
        .map(ValueNames.Entry::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> numbersThatTsharkNamesHaveNames() {
    return UNNAMED.entrySet().stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.getKey(), () -> compare(list.getKey(), list.getValue())));
  }

  private static void compare(String field, Map<Long, String> unnamed) {
    Set<Long> theirs = THEIRS.getOrDefault(field, Set.of());
    assertTrue(theirs.size() > 5, field + ": tshark names " + theirs);
    Set<Long> ours = ours(field);
    Set<Long> missing = new TreeSet<>(theirs);
    missing.removeAll(ours);
    missing.removeAll(unnamed.keySet());
    if (field.equals("arp.hw.type")) {
      missing.removeIf(number -> number > 257); // includes hardware types of Linux, see sll.hatype
    }
    assertEquals(Set.of(), missing, "numbers of " + field + " that only tshark names");
    long both = theirs.stream().filter(ours::contains).count();
    System.out.printf(
        "%s: %d of tshark's %d numbers have names, and %d others%n",
        field, both, theirs.size(), ours.size() - both);
  }

  /** Neither program has all EtherTypes, so only the numbers named by both are counted. */
  @Test
  void mostEtherTypesOfTsharkHaveNames() {
    Set<Long> theirs = THEIRS.get("eth.type");
    Set<Long> both = new TreeSet<>(theirs);
    both.retainAll(ours("eth.type"));
    System.out.printf(
        "eth.type: %d of tshark's %d numbers have names%n", both.size(), theirs.size());
    assertTrue(both.size() * 10 >= theirs.size() * 8, both.size() + " are too few");
  }
}
