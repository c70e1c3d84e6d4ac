package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jpacker.api.CaptureException;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Converts, slices and merges each capture of the corpus with the command. The new file has
 * everything that its format can represent, unchanged; everything else is reported, by name and
 * number.
 */
class CorpusCopiesTest {
  private static final ProtocolRegistry NOTHING = ProtocolRegistry.of();
  private static final Pattern LEFT_OUT = Pattern.compile("(\\d+) ([a-zA-Z_0-9 ]+)");

  /**
   * A packet with everything recorded about it. Without a time in pcapng, it may have been given
   * 1970.
   */
  private record Told(
      BigDecimal time, int original, OctetString octets, int linkType, List<BlockOption> options) {

    Told at(BigDecimal other) {
      return new Told(other, original, octets, linkType, options);
    }

    Told without(List<BlockOption> fewer) {
      return new Told(time, original, octets, linkType, fewer);
    }
  }

  private record Contents(
      FileFormat format,
      List<Told> packets,
      List<CaptureInterface> interfaces,
      List<Block> blocks) {
    boolean isPcapng() {
      return format == FileFormat.PCAPNG;
    }

    Set<Integer> linkTypes() {
      Set<Integer> types = new HashSet<>();
      packets.forEach(packet -> types.add(packet.linkType));
      return types;
    }

    List<BlockOption> sectionOptions() {
      List<BlockOption> all = new ArrayList<>();
      for (Block block : blocks) {
        if (block instanceof Block.SectionHeader) {
          all.addAll(block.options());
        }
      }
      return all;
    }
  }

  @TempDir Path folder;
  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  @BeforeEach
  void assumeCorpus() throws IOException {
    Assumptions.assumeFalse(Corpus.captures().isEmpty());
  }

  private static Contents read(Path file) {
    List<Told> packets = new ArrayList<>();
    try (FileCapture capture = Pcap.open(file, NOTHING)) {
      for (Packet packet : capture) {
        BigDecimal time = capture.exactTime();
        if (time == null && packet.timestampNanos() != Packet.NO_TIME) {
          time = BigDecimal.valueOf(packet.timestampNanos(), 9);
        }
        packets.add(
            new Told(
                time == null ? null : time.stripTrailingZeros(),
                packet.originalLength(),
                new OctetString(packet.toBytes()),
                packet.linkType(),
                capture.packetOptions()));
      }
      return new Contents(
          capture.format(),
          packets,
          List.copyOf(capture.interfaces()),
          List.copyOf(capture.blocks()));
    }
  }

  /** An option of the obsolete packet block as a copy has it; drop counts are fields there. */
  private static BlockOption inEnhancedPacket(BlockOption option) {
    if (option instanceof BlockOption.Flags flags && flags.type() == OptionType.PACK_FLAGS) {
      return new BlockOption.Flags(OptionType.EPB_FLAGS, flags.bits());
    }
    return option instanceof BlockOption.Tagged hash && hash.type() == OptionType.PACK_HASH
        ? new BlockOption.Tagged(OptionType.EPB_HASH, hash.kind(), hash.octets())
        : option;
  }

  private static boolean isCopied(BlockOption option) {
    return !(option instanceof BlockOption.Malformed)
        && !(option instanceof BlockOption.Custom custom && !custom.isCopied());
  }

  private static List<BlockOption> copied(List<BlockOption> options) {
    return options.stream()
        .filter(CorpusCopiesTest::isCopied)
        .map(CorpusCopiesTest::inEnhancedPacket)
        .toList();
  }

  private void equal(String what, Object wanted, Object found) {
    counts.merge(what.replaceFirst(".*: ", ""), 1, Integer::sum);
    if (!wanted.equals(found)) {
      String text = what + ": wanted " + wanted + ", found " + found;
      differences.add(text.substring(0, Math.min(600, text.length())));
    }
  }

  /** The items reported as left out, by name. */
  private static Map<String, Long> said(Run run, String reason) {
    Map<String, Long> names = new TreeMap<>();
    for (String line : run.err().lines().filter(l -> l.contains(reason)).toList()) {
      String list = line.substring(line.indexOf(": ", line.indexOf("left out")) + 2);
      Matcher matcher = LEFT_OUT.matcher(list.replaceFirst(";.*", ""));
      while (matcher.find()) {
        names.put(matcher.group(2), Long.parseLong(matcher.group(1)));
      }
    }
    return names;
  }

  @Test
  void pcapngKeepsAllOfEveryFormatAndSliceAllOfPcapng() throws Exception {
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.isReadable()) {
        continue;
      }
      Contents in = read(entry.path());
      Path converted = folder.resolve("converted.pcapng");
      Run run = Commands.run("convert", entry.path().toString(), converted.toString());
      equal(entry + ": convert is silent", "0 ", run.status() + " " + run.err());
      if (in.isPcapng() && entry.isPlain()) {
        assertArrayEquals(
            Files.readAllBytes(entry.path()), Files.readAllBytes(converted), entry::toString);
      }
      kept(entry + ": convert", in, read(converted), run);
      Path sliced = folder.resolve("sliced.pcapng");
      kept(entry + ": slice", in, read(sliced(entry.path(), sliced)), last);
      if (!in.isPcapng()) {
        Path plain = folder.resolve("sliced.pcap");
        run = Commands.run("slice", "-F", "pcap-ns", entry.path().toString(), plain.toString());
        kept(entry + ": slice to pcap", in, read(plain), run);
      }
    }
    finish(700);
  }

  private Run last;

  private Path sliced(Path in, Path out) throws Exception {
    last = Commands.run("slice", in.toString(), out.toString());
    return out;
  }

  private void kept(String what, Contents in, Contents out, Run run) {
    equal(what + ": status", 0, run.status());
    equal(what + ": packets", in.packets.size(), out.packets.size());
    boolean isSame = what.endsWith("convert") && in.isPcapng();
    long timeless = 0;
    for (int i = 0; i < Math.min(in.packets.size(), out.packets.size()); i++) {
      Told wanted = in.packets.get(i);
      Told found = out.packets.get(i);
      if (wanted.time == null && found.time != null) {
        timeless++;
        wanted = wanted.at(BigDecimal.ZERO);
        found = found.at(found.time.signum() == 0 ? BigDecimal.ZERO : found.time);
      }
      wanted = isSame ? wanted : wanted.without(copied(wanted.options));
      if (!wanted.equals(found)) {
        equal(what + " " + (i + 1) + ": packet", wanted, found);
      }
    }
    counts.merge("packets compared", in.packets.size(), Integer::sum);
    equal(what + ": timeless", timeless > 0, run.err().contains(timeless + " packets had no time"));
    if (out.isPcapng()) {
      equal(what + ": interfaces", told(in, isSame), told(out, isSame));
    }
    if (in.isPcapng() && out.isPcapng()) {
      equal(what + ": section", copied(in.sectionOptions()), copied(out.sectionOptions()));
      equal(what + ": blocks", lasting(in.blocks), lasting(out.blocks));
    }
    Map<String, Long> untrue = isSame ? Map.of() : untrue(in);
    equal(what + ": left out", untrue, said(run, "may not be true"));
  }

  /** All properties of the interfaces. */
  private static List<String> told(Contents contents, boolean isSame) {
    List<String> told = new ArrayList<>();
    for (CaptureInterface source : contents.interfaces) {
      List<BlockOption> options = new ArrayList<>(copied(source.options()));
      // stated explicitly in pcapng but implied by another format
      options.removeIf(option -> option instanceof BlockOption.Resolution);
      told.add(
          source.linkType()
              + " "
              + source.snapLength()
              + " "
              + source.resolution()
              + (isSame ? source.options() : options));
    }
    return told;
  }

  /** Blocks that a copy keeps, in any order; sections and interfaces are compared elsewhere. */
  private static Map<String, Integer> lasting(List<Block> blocks) {
    Map<String, Integer> lasting = new HashMap<>();
    for (Block block : blocks) {
      boolean isKept =
          block instanceof Block.NameResolution
              || block instanceof Block.DecryptionSecrets
              || block instanceof Block.InterfaceStatistics
              || block instanceof Block.Custom custom && custom.isCopied();
      if (isKept) {
        boolean isSecret = block instanceof Block.DecryptionSecrets;
        String text =
            isSecret ? ((Block.DecryptionSecrets) block).octets().toString() : block.toString();
        lasting.merge(text, 1, Integer::sum);
      }
    }
    return lasting;
  }

  /** Items that a copy must not have, because they may no longer be true. */
  private static Map<String, Long> untrue(Contents in) {
    Map<String, Long> untrue = new TreeMap<>();
    List<BlockOption> options = new ArrayList<>();
    in.packets.forEach(packet -> options.addAll(packet.options));
    for (Block block : in.blocks) {
      if (!(block instanceof Block.Unknown) && !(block instanceof Block.Malformed)) {
        options.addAll(block.options());
      }
      if (block instanceof Block.Custom custom && !custom.isCopied()) {
        untrue.merge("DCB", 1L, Long::sum);
      } else if (block instanceof Block.Unknown) {
        untrue.merge("others", 1L, Long::sum);
      } else if (block instanceof Block.Malformed) {
        untrue.merge(block.name(), 1L, Long::sum);
      }
    }
    for (BlockOption option : options) {
      if (!isCopied(option)) {
        untrue.merge(option.name(), 1L, Long::sum);
      }
    }
    return untrue;
  }

  @Test
  void pcapKeepsWhatItCanHoldAndTheRestIsSaid() throws Exception {
    int refused = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.format().startsWith("pcapng")) {
        continue;
      }
      Contents in = read(entry.path());
      Path file = folder.resolve("out.pcap");
      Files.deleteIfExists(file);
      Run run =
          Commands.run(
              "convert",
              "-F",
              "pcap-ns",
              "--join-interfaces",
              entry.path().toString(),
              file.toString());
      boolean isTimed =
          in.packets.stream()
              .allMatch(
                  p -> p.time == null || p.time.signum() >= 0 && p.time.longValue() >> 32 == 0);
      if (in.linkTypes().size() > 1 || !isTimed) {
        equal(entry + ": refused", "1 false", run.status() + " " + Files.exists(file));
        refused++;
        continue;
      }
      Contents out = read(file);
      equal(entry + ": packets", in.packets.size(), out.packets.size());
      long rounded = 0;
      for (int i = 0; i < in.packets.size(); i++) {
        Told wanted = in.packets.get(i).without(List.of());
        BigDecimal time = wanted.time == null ? BigDecimal.ZERO : wanted.time;
        BigDecimal nanos = time.setScale(9, RoundingMode.FLOOR).stripTrailingZeros();
        rounded += nanos.compareTo(time) == 0 ? 0 : 1;
        Told found = out.packets.get(i);
        if (!wanted.at(nanos).equals(found.at(found.time.stripTrailingZeros()))) {
          equal(entry + " " + (i + 1) + ": packet", wanted.at(nanos), found);
        }
      }
      equal(entry + ": rounded", rounded > 0, run.err().contains("the times of " + rounded + " "));
      equal(entry + ": left out", lost(in, out), said(run, "cannot hold them"));
      counts.merge("packets compared", in.packets.size(), Integer::sum);
    }
    counts.put("refused", refused);
    finish(100);
  }

  /** Items that pcap cannot represent. */
  private static Map<String, Long> lost(Contents in, Contents out) {
    Map<String, Long> lost = new TreeMap<>();
    CaptureInterface header = out.interfaces.get(0);
    List<BlockOption> options = new ArrayList<>(in.sectionOptions());
    in.packets.forEach(packet -> options.addAll(packet.options));
    for (CaptureInterface source : in.interfaces) {
      for (BlockOption option : source.options()) {
        boolean isTime =
            option instanceof BlockOption.Known known
                && (known.type() == OptionType.IF_TSRESOL
                    || known.type() == OptionType.IF_TSOFFSET);
        if (!isTime && !header.options().contains(option)) {
          options.add(option);
        }
      }
      if (source.linkType() == header.linkType() && source.snapLength() != header.snapLength()) {
        lost.merge("snapshot length", 1L, Long::sum);
      }
    }
    for (BlockOption option : options) {
      boolean isNamed = !(option instanceof BlockOption.Unknown);
      lost.merge(isNamed ? option.name() : "others", 1L, Long::sum);
    }
    for (Block block : in.blocks) {
      if (!(block instanceof Block.SectionHeader)
          && !(block instanceof Block.InterfaceDescription)) {
        lost.merge(block.name().startsWith("0x") ? "others" : block.name(), 1L, Long::sum);
      }
    }
    return lost;
  }

  @Test
  void mergesHaveThePacketsCommentsAndInterfacesOfBoth() throws Exception {
    Contents before = null;
    Corpus.Entry other = null;
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.isReadable()) {
        continue;
      }
      Contents in = read(entry.path());
      if (before != null) {
        Path file = folder.resolve("merged.pcapng");
        Run run =
            Commands.run(
                "merge", "-w", file.toString(), other.path().toString(), entry.path().toString());
        String what = other + " and " + entry;
        equal(what + ": status", 0, run.status());
        Contents out = read(file);
        equal(what + ": packets", packets(before, in), packets(out));
        counts.merge("packets compared", out.packets.size(), Integer::sum);
        Map<String, Integer> blocks = lasting(withoutIds(before.blocks));
        lasting(withoutIds(in.blocks)).forEach((k, n) -> blocks.merge(k, n, Integer::sum));
        equal(what + ": blocks", blocks, lasting(withoutIds(out.blocks)));
        Set<String> interfaces = new HashSet<>(told(before, false));
        interfaces.addAll(told(in, false));
        equal(what + ": interfaces", interfaces, new HashSet<>(told(out, false)));
        equal(what + ": sections", texts(before, in), texts(out));
      }
      before = in;
      other = entry;
    }
    finish(700);
  }

  private static List<Block> withoutIds(List<Block> blocks) {
    List<Block> without = new ArrayList<>();
    for (Block block : blocks) {
      without.add(
          block instanceof Block.InterfaceStatistics s
              ? new Block.InterfaceStatistics(0, s.units(), s.options())
              : block);
    }
    return without;
  }

  /** Texts about the sections, as options or as comments. */
  private static Set<String> texts(Contents... of) {
    Set<String> texts = new HashSet<>();
    for (Contents contents : of) {
      for (BlockOption option : contents.sectionOptions()) {
        if (option instanceof BlockOption.Text text) {
          texts.add(text.text().replaceFirst("^shb_\\w+: ", ""));
        }
      }
    }
    return texts;
  }

  /** Number of occurrences of each packet; a packet without time may have been given one. */
  private static Map<Told, Integer> packets(Contents... of) {
    Map<Told, Integer> packets = new HashMap<>();
    for (Contents contents : of) {
      for (Told packet : contents.packets) {
        BigDecimal time = packet.time == null || packet.time.signum() == 0 ? null : packet.time;
        packets.merge(packet.at(time).without(copied(packet.options)), 1, Integer::sum);
      }
    }
    return packets;
  }

  private void finish(int least) {
    System.out.println("[copies] " + counts);
    assertEquals(List.of(), differences.subList(0, Math.min(40, differences.size())));
    assertTrue(counts.getOrDefault("packets", 0) > least, counts::toString);
  }

  /** Lengths, times, octets and comments equal those of editcap's copy. */
  @Test
  void slicesAreThoseOfEditcap() throws Exception {
    Tshark.assumeInstalled();
    int compared = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      if (!entry.isPlain() || entry.format().equals("snoop")) {
        continue;
      }
      Path theirs = folder.resolve("theirs");
      Files.deleteIfExists(theirs);
      boolean isPcapng = entry.format().startsWith("pcapng");
      String format = isPcapng ? "pcapng" : "nsecpcap";
      Run editcap =
          Run.of(
              folder,
              Map.of(),
              "editcap",
              "-F",
              format,
              "-s",
              "60",
              entry.path().toString(),
              theirs.toString());
      if (editcap.status() != 0) {
        counts.merge("editcap refuses", 1, Integer::sum);
        continue;
      }
      Path ours = folder.resolve("ours");
      Run run =
          Commands.run(
              "slice",
              "-s",
              "60",
              "-F",
              isPcapng ? "pcapng" : "pcap-ns",
              entry.path().toString(),
              ours.toString());
      equal(entry + ": status", 0, run.status());
      Contents wanted;
      try {
        wanted = read(theirs);
      } catch (CaptureException e) {
        // editcap writes sections of both byte orders into one
        counts.merge("editcap's copy is damaged", 1, Integer::sum);
        continue;
      }
      Contents found = read(ours);
      equal(entry + ": packets", wanted.packets.size(), found.packets.size());
      for (int i = 0; i < Math.min(wanted.packets.size(), found.packets.size()); i++) {
        Told one = wanted.packets.get(i);
        Told other = found.packets.get(i);
        if (overflows(one.time, other.time)) {
          counts.merge("fraction of a second that overflows in editcap", 1, Integer::sum);
          other = other.at(one.time);
        }
        equal(entry + " " + (i + 1) + ": packet", line(one), line(other));
      }
      compared += found.packets.size();
    }
    counts.put("packets compared", compared);
    finish(400);
  }

  /** Whether {@code theirs} lacks the upper bits of the nanoseconds that exceed a second. */
  private static boolean overflows(BigDecimal theirs, BigDecimal ours) {
    if (theirs == null || ours == null || theirs.compareTo(ours) >= 0) {
      return false;
    }
    BigDecimal lost = ours.subtract(theirs).movePointRight(9);
    return lost.remainder(BigDecimal.valueOf(1L << 32)).signum() == 0;
  }

  private static String line(Told packet) {
    BigDecimal time = packet.time == null ? BigDecimal.ZERO : packet.time;
    StringBuilder line = new StringBuilder(time.setScale(9, RoundingMode.FLOOR).toPlainString());
    line.append(' ').append(packet.original).append(' ').append(packet.octets);
    for (BlockOption option : packet.options) {
      if (option instanceof BlockOption.Text comment) {
        line.append(' ').append(comment.text());
      }
    }
    return line.toString();
  }
}
