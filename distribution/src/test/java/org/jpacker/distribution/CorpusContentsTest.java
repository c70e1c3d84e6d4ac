package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jpacker.api.AddedTypes;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Part;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;

/** Options and other records of the corpus are typed, and are written as they came. */
class CorpusContentsTest {
  /** Of the entries whose number has a type, so many may have other contents. */
  private static final double MOST_UNKNOWN = 0.005;

  /**
   * Headers keep these octets until their list is set: octets behind the end of options that are no
   * zeros, and a length of a chunk that counts the padding of its last parameter.
   */
  private static final Set<String> KNOWN = Set.of("ip.opt", "sctp.chunk");

  private final Map<String, String> differing = new TreeMap<>();
  private final Map<String, Integer> unknown = new TreeMap<>();
  private int lists;
  private int entries;
  private int reserved;

  @Test
  void recordsAreTypedAndWrittenAsTheyCame() throws IOException {
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable()) {
        capture(entry);
      }
    }
    int odd = unknown.values().stream().mapToInt(n -> n).sum();
    String said = lists + " lists, " + entries + " entries, unknown " + unknown;
    said += ", other reserved bits " + reserved;
    System.out.println(said);
    assertTrue(entries > 20_000, said);
    assertTrue(odd <= entries * MOST_UNKNOWN, said);
    assertTrue(reserved < 10, said);
    assertTrue(KNOWN.containsAll(differing.keySet()), differing::toString);
  }

  private void capture(Corpus.Entry entry) throws IOException {
    try (FileCapture capture = Pcap.open(entry.path())) {
      int number = 0;
      for (Packet packet : capture) {
        number++;
        Layer layer = packet.first();
        for (; layer instanceof Header header; layer = header.payload()) {
          for (Field field : header.protocol().layout().fields()) {
            if (field instanceof ComputedField list) {
              String where = field.name() + " of " + entry + " packet " + number;
              Contents.of(list).ifPresent(contents -> check(contents, header, where));
            }
          }
        }
      }
    } catch (CaptureException e) {
      assertTrue(e.offset() >= 0, e.getMessage()); // damaged behind these packets
    }
  }

  private <H extends Header, T> void check(Contents<H, T> contents, Header any, String where) {
    List<Object> tree = contents.tree(any);
    if (tree.isEmpty()) {
      return;
    }
    lists++;
    Set<Long> known = new HashSet<>();
    for (Part type : contents.describe(AddedTypes.NONE)) {
      known.addAll(type.numbers());
    }
    for (Object record : tree) {
      if (record instanceof Map<?, ?> member && member.size() == 1) {
        Map.Entry<?, ?> type = member.entrySet().iterator().next();
        entries++;
        if (type.getKey().equals("Unknown")
            && type.getValue() instanceof Map<?, ?> parts
            && parts.get("type") instanceof Number number
            && known.contains(number.longValue())) {
          unknown.merge(where.replaceFirst(" of.*", "") + " " + number, 1, Integer::sum);
        }
      }
    }
    if (!contents.isSettable()) {
      return;
    }
    @SuppressWarnings("unchecked")
    H header = (H) any;
    byte[] before = contents.octets().get(header);
    byte[] after = contents.encode(contents.get(header));
    if (Arrays.equals(before, after)) {
      return;
    }
    contents.set(header, contents.get(header));
    if (where.startsWith("icmpv6.option ") && tree.equals(contents.tree(header))) {
      // RFC 4861, section 4.6: receivers ignore reserved bits, so they do not make an option
      // unknown
      reserved++;
    } else {
      HexFormat hex = HexFormat.of();
      differing.putIfAbsent(
          where.replaceFirst(" of.*", ""),
          where + ": " + hex.formatHex(before) + " is written as " + hex.formatHex(after));
    }
  }
}
