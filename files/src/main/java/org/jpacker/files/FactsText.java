package org.jpacker.files;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Escape;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.LinkTypes;
import org.jpacker.io.pcap.NameRecord;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.TimeResolution;

/** The facts of a capture file as lines for people, each of a name and a value. */
public final class FactsText {
  private final StringBuilder out;
  private final CaptureFacts facts;

  private FactsText(StringBuilder out, CaptureFacts facts) {
    this.out = out;
    this.facts = facts;
  }

  /** Appends several lines, each with a line feed. */
  public static void append(StringBuilder out, CaptureFacts facts) {
    FactsText text = new FactsText(out, facts);
    text.file();
    text.packets();
    text.sections();
    text.interfaces();
    text.names();
    text.others();
  }

  private void file() {
    line("file", Escape.text(facts.name()));
    line("format", format(facts));
    line(
        "byte order",
        // one for all if they are the same
        (Set.copyOf(facts.byteOrders()).size() == 1
                ? facts.byteOrders().subList(0, 1)
                : facts.byteOrders())
            .stream()
                .map(order -> order == ByteOrder.BIG_ENDIAN ? "big-endian" : "little-endian")
                .collect(Collectors.joining(", ")));
    line("link type", linkTypes(facts));
    if (facts.digest() != null) {
      line("size", octets(facts.digest().size()));
      line("sha256", facts.digest().sha256());
      line("sha1", facts.digest().sha1());
    }
  }

  /** Such as {@code pcapng in gzip}. */
  static String format(CaptureFacts facts) {
    return facts.format().title()
        + (facts.compression() == null ? "" : " in " + Escape.text(facts.compression()));
  }

  /** Such as {@code 1 ETHERNET, 101 RAW}. */
  static String linkTypes(CaptureFacts facts) {
    return facts.linkTypes().stream()
        .map(type -> type + " " + LinkTypes.name(type))
        .collect(Collectors.joining(", "));
  }

  private void packets() {
    line("packets", Long.toString(facts.packets().count()));
    if (facts.packets().count() == 0) {
      return;
    }
    line("data", octets(facts.packets().original()));
    line("captured", octets(facts.packets().captured()) + cutShort());
    line(
        "packet length",
        String.format(
            Locale.ROOT,
            "%d to %d octets, %.2f on average",
            facts.packets().shortest(),
            facts.packets().longest(),
            (double) facts.packets().original() / facts.packets().count()));
    if (facts.times().first() != Packet.NO_TIME) {
      times();
    }
    if (facts.times().missing() > 0) {
      line("without time", facts.times().missing() + " packets");
    }
    if (facts.times().rounded() > 0) {
      line("time rounded", facts.times().rounded() + " packets, to nanoseconds");
    }
    if (facts.times().outOfRange() > 0) {
      line(
          "time not shown",
          facts.times().outOfRange() + " packets, which are before 1677 or after 2262");
    }
    if (facts.commentCount() > 0) {
      line("comments", facts.commentCount() + " on packets");
      facts
          .comments()
          .forEach(comment -> inner("packet " + comment.packet(), Escape.text(comment.text())));
    }
  }

  private String cutShort() {
    return facts.packets().truncated() == 0
        ? ""
        : ", " + facts.packets().truncated() + " packets cut short";
  }

  private void times() {
    double seconds = facts.times().duration().doubleValue();
    line("first packet", OptionText.time(facts.times().first()));
    line("last packet", OptionText.time(facts.times().last()));
    line("duration", facts.times().duration().toPlainString() + " s");
    if (seconds > 0) {
      line(
          "rate",
          String.format(
              Locale.ROOT,
              "%.2f packets/s, %.2f octets/s, %.2f bit/s",
              facts.packets().count() / seconds,
              facts.packets().original() / seconds,
              facts.packets().original() * 8 / seconds));
    }
    line(
        "order",
        facts.times().backwards() == 0
            ? "by time"
            : facts.times().backwards() + " packets go back in time");
  }

  private void sections() {
    List<Block.SectionHeader> sections = facts.blocks(Block.SectionHeader.class);
    if (sections.size() > 1) {
      line("sections", Integer.toString(sections.size()));
    }
    for (int i = 0; i < sections.size(); i++) {
      if (!sections.get(i).options().isEmpty()) {
        line(sections.size() > 1 ? "section " + i : "section", "");
        options(sections.get(i).options(), TimeResolution.MICROSECONDS, 0);
      }
    }
  }

  private void interfaces() {
    for (CaptureInterface source : facts.interfaces()) {
      line(
          "interface " + source.id(),
          LinkTypes.name(source.linkType())
              + ", "
              + (source.snapLength() == 0
                  ? "no snapshot length"
                  : "snapshot length " + source.snapLength())
              + ", time unit "
              + source.resolution()
              + ", "
              + facts.packetsOf(source)
              + " packets");
      options(source.options(), source.resolution(), 0);
    }
    statistics();
  }

  /** In the order of the file, since interfaces are numbered in each section. */
  private void statistics() {
    int known = 0;
    int before = 0;
    for (Block block : facts.blocks()) {
      if (block instanceof Block.SectionHeader) {
        before = known;
      } else if (block instanceof Block.InterfaceDescription) {
        known++;
      } else if (block instanceof Block.InterfaceStatistics statistics) {
        long id = before + statistics.interfaceId();
        boolean isKnown = id < known;
        CaptureInterface source = isKnown ? facts.interfaces().get((int) id) : null;
        TimeResolution resolution = isKnown ? source.resolution() : TimeResolution.MICROSECONDS;
        long offset = isKnown ? offset(source) : 0;
        line(
            "statistics",
            "interface "
                + id
                + (isKnown ? "" : " (which is not in the file)")
                + " at "
                + OptionText.time(resolution.nanos(statistics.units(), offset)));
        options(statistics.options(), resolution, offset);
      }
    }
  }

  private static long offset(CaptureInterface source) {
    for (BlockOption option : source.options()) {
      if (option instanceof BlockOption.Number number && number.type() == OptionType.IF_TSOFFSET) {
        return number.value();
      }
    }
    return 0;
  }

  private void names() {
    for (Block.NameResolution block : facts.blocks(Block.NameResolution.class)) {
      line("names", block.records().size() + " addresses");
      for (NameRecord entry : block.records()) {
        if (entry instanceof NameRecord.Names names) {
          inner(names.address().toString(), Escape.text(String.join(" ", names.names())));
        } else if (entry instanceof NameRecord.Unknown unknown) {
          inner("record " + unknown.type(), OptionText.hex(unknown.octets()));
        }
      }
      options(block.options(), TimeResolution.MICROSECONDS, 0);
    }
  }

  private void others() {
    for (Block block : facts.blocks()) {
      if (block instanceof Block.DecryptionSecrets secrets) {
        line(
            "secrets",
            String.format(Locale.ROOT, "type 0x%08x, ", secrets.secretsType())
                + octets(secrets.octets().size()));
        options(secrets.options(), TimeResolution.MICROSECONDS, 0);
      } else if (block instanceof Block.Custom custom) {
        line(
            "custom block",
            "enterprise "
                + custom.enterprise()
                + ", "
                + octets(custom.octets().size())
                + (custom.isCopied() ? "" : ", not to be copied"));
      } else if (block instanceof Block.Unknown unknown) {
        line("other block", "type " + unknown.name() + ", " + octets(unknown.octets().size()));
      } else if (block instanceof Block.Malformed malformed) {
        line("malformed block", malformed.name() + ": " + malformed.reason());
      }
    }
    if (facts.blocksLeftOut() > 0) {
      line("not shown", facts.blocksLeftOut() + " more blocks that hold no packets");
    }
  }

  private void options(List<BlockOption> options, TimeResolution resolution, long offset) {
    for (BlockOption option : options) {
      inner(option.name(), OptionText.of(option, resolution, offset));
    }
  }

  private static String octets(long number) {
    return number + " octets";
  }

  private void inner(String name, String value) {
    line("  " + name, value);
  }

  private void line(String name, String value) {
    out.append(name).append(':');
    if (!value.isEmpty()) {
      out.append(" ".repeat(Math.max(1, 20 - name.length() - 1))).append(value);
    }
    out.append('\n');
  }
}
