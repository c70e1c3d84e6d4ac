package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.FieldExtractor;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;

/** Compares each capture of the corpus with tshark: number, times and lengths of packets. */
class CorpusCapturesTest {
  private static final List<String> COLUMNS =
      List.of("frame.number", "frame.time_epoch", "frame.len", "frame.cap_len");

  private final Explained explained = new Explained();

  @Test
  void packetsTimesAndLengthsAreThoseOfTshark() throws IOException {
    List<String> differences = new ArrayList<>();
    int files = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable()) {
        files++;
        compare(entry, differences);
      }
    }
    System.out.println(files + " files; explained:" + explained);
    assertEquals(List.of(), differences);
    assertTrue(files >= 716, "files: " + files);
  }

  private void compare(Corpus.Entry entry, List<String> differences) throws IOException {
    FieldExtractor extractor = FieldExtractor.of(ProtocolRegistry.installed(), COLUMNS);
    Corpus.Table table = entry.expected();
    int number = 0;
    try (Capture capture = Pcap.open(entry.path())) {
      for (Packet packet : capture) {
        number++;
        if (table == null || number > table.rows().size()) {
          continue;
        }
        StringBuilder found = new StringBuilder();
        extractor.append(found, new Frame(number, packet.timestampNanos(), packet));
        Map<String, String> row = table.rows().get(number - 1);
        String wanted = String.join("\t", COLUMNS.stream().map(row::get).toList());
        if (wanted.contentEquals(found)) {
          continue;
        }
        String reason = reason(row.get("frame.time_epoch"), packet.timestampNanos());
        if (reason != null) {
          explained.add(reason, entry + " packet " + number);
        } else {
          differences.add(entry + ": tshark " + wanted + ", here " + found);
        }
      }
    } catch (CaptureException e) {
      differences.add(e.getMessage());
    }
    if (number != entry.packets()) {
      differences.add(entry + ": " + entry.packets() + " packets, here " + number);
    }
  }

  /** Why tshark's time differs, or null if it should not. */
  static String reason(String time, long nanos) {
    if (nanos == Packet.NO_TIME && !time.isEmpty()) {
      return "a time that 64 bits of nanoseconds do not hold";
    }
    return Tshark.overflows(time, nanos)
        ? "tshark takes a fraction of more than a second for a number of 32 bits"
        : null;
  }
}
