package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;

/** Compares the metadata of each pcapng file of the corpus with the output of capinfos. */
class CorpusInterfacesTest {
  private static final Map<OptionType, String> LABELS =
      Map.of(
          OptionType.SHB_HARDWARE, "Capture hardware",
          OptionType.SHB_OS, "Capture oper-sys",
          OptionType.SHB_USERAPPL, "Capture application",
          OptionType.IF_NAME, "Name",
          OptionType.IF_DESCRIPTION, "Description",
          OptionType.IF_OS, "Operating system",
          OptionType.IF_SPEED, "Speed",
          OptionType.IF_FILTER, "Filter string");

  private int compared;

  @Test
  void interfacesAreThoseOfCapinfos() throws Exception {
    Tshark.assumeInstalled();
    List<String> command = new ArrayList<>(List.of("capinfos", "-M"));
    List<Path> files = new ArrayList<>();
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isPlain() && entry.format().startsWith("pcapng")) {
        files.add(entry.path());
        command.add(entry.path().toString());
      }
    }
    Run run = Run.of(Path.of("."), Map.of(), command.toArray(String[]::new)).fine();
    String[] texts = run.out().split("(?m)^File name: +");
    assertEquals(files.size(), texts.length - 1);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Map<String, String> wanted = theirs(texts[i + 1].lines().toList());
      Map<String, String> found = ours(files.get(i));
      // only values that both report are compared
      found.keySet().retainAll(wanted.keySet());
      wanted.keySet().removeIf(key -> key.contains("Number of ") && !found.containsKey(key));
      compared += found.size();
      if (!wanted.equals(found)) {
        wanted.entrySet().removeAll(found.entrySet());
        differences.add(files.get(i) + ": capinfos " + wanted + ", here " + found);
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(compared > 1_000, compared + " values");
  }

  /** Values by name; names of interface values begin with the interface's number. */
  private static Map<String, String> theirs(List<String> lines) {
    Map<String, String> values = new TreeMap<>();
    String source = "";
    for (String line : lines) {
      if (line.startsWith("Interface #")) {
        source = line.replaceAll("\\D", "") + " ";
      } else if (line.startsWith("                     ") && line.contains(" = ")) {
        String[] parts = line.strip().split(" = ", 2);
        values.putIfAbsent(source + parts[0], parts[1].strip());
      } else if (line.contains(": ") && source.isEmpty()) {
        String[] parts = line.split(": +", 2);
        values.putIfAbsent(parts[0], parts[1].strip());
      }
    }
    values.keySet().removeIf(key -> !isCompared(key.replaceFirst("^\\d+ ", "")));
    return values;
  }

  private static boolean isCompared(String key) {
    return LABELS.containsValue(key)
        || List.of(
                "Number of packets",
                "Number of interfaces in file",
                "Capture length",
                "Time resolution",
                "Number of stat entries")
            .contains(key);
  }

  private static Map<String, String> ours(Path file) {
    Map<String, String> values = new TreeMap<>();
    try (FileCapture capture = Pcap.open(file, ProtocolRegistry.of())) {
      Map<Integer, Integer> packets = new TreeMap<>();
      int count = 0;
      for (Packet packet : capture) {
        count++;
        packets.merge(packet.interfaceId(), 1, Integer::sum);
      }
      values.put("Number of packets", Integer.toString(count));
      List<CaptureInterface> interfaces = capture.interfaces();
      values.put("Number of interfaces in file", Integer.toString(interfaces.size()));
      // capinfos shows the first of several sections
      options(values, "", capture.blocks(Block.SectionHeader.class).get(0).options());
      boolean isOneSection = capture.blocks(Block.SectionHeader.class).size() == 1;
      for (CaptureInterface source : interfaces) {
        String of = source.id() + " ";
        values.put(of + "Capture length", "" + source.snapLength());
        values.put(of + "Time resolution", String.format("0x%02x", source.resolution().code()));
        if (isOneSection) { // capinfos counts everything for the interfaces of the first section
          values.put(of + "Number of packets", "" + packets.getOrDefault(source.id(), 0));
          values.put(of + "Number of stat entries", "" + statistics(capture, source));
        }
        options(values, of, source.options());
      }
    }
    return values;
  }

  private static long statistics(FileCapture capture, CaptureInterface source) {
    return capture.blocks(Block.InterfaceStatistics.class).stream()
        .filter(statistics -> statistics.interfaceId() == source.id())
        .count();
  }

  private static void options(Map<String, String> values, String of, List<BlockOption> options) {
    for (BlockOption option : options) {
      String text = null;
      if (option instanceof BlockOption.Text known) {
        text = known.text();
      } else if (option instanceof BlockOption.Number number) {
        text = number.text();
      } else if (option instanceof BlockOption.Tagged tagged) {
        text = tagged.filter();
      }
      if (option instanceof BlockOption.Known known && LABELS.containsKey(known.type())) {
        // capinfos prints a text of several lines as several lines
        values.putIfAbsent(
            of + LABELS.get(known.type()), text.lines().findFirst().orElse("").strip());
      }
    }
  }
}
