package org.jpacker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.OptionType;

/** What is to be said of a capture file, found by reading it once. */
final class FileFacts {
  /** Comments of packets that are kept; of more, only the number is. */
  private static final int MOST_COMMENTS = 1000;

  /** A comment of a packet, and the packet's number from 1. */
  record Comment(long packet, String text) {}

  final String name;
  final long size;
  FileFormat format;
  String compression;

  /** Of each section, or of a file without sections. */
  final List<ByteOrder> orders = new ArrayList<>();

  long packets;
  long captured;
  long original;
  long least = Long.MAX_VALUE;
  long most;
  long cutShort;
  long first = Packet.NO_TIME;
  long last = Packet.NO_TIME;
  long timeless;
  long backwards;
  long timesRounded;
  long timesBeyond;
  final List<Long> packetsOf = new ArrayList<>();
  final List<Comment> comments = new ArrayList<>();
  long commentsInAll;
  List<CaptureInterface> interfaces = List.of();
  List<Block> blocks = List.of();
  long blocksLeftOut;
  String sha256;
  String sha1;

  private long before = Packet.NO_TIME;

  private FileFacts(String name, long size) {
    this.name = name;
    this.size = size;
  }

  /** Facts, and the damage behind the last whole packet, or null. */
  record Reading(FileFacts facts, CaptureException damage) {}

  /**
   * Reads a capture to its end or to its damage.
   *
   * @throws CaptureException if it cannot be opened
   */
  static Reading of(Console console, String name) {
    Source source = new Source(console, name);
    FileFacts facts =
        new FileFacts(name.equals(Source.STANDARD_INPUT) ? "standard input" : name, source.size());
    CaptureException damage = null;
    try (FileCapture capture = source.open();
        Progress progress = new Progress(console, "reading " + facts.name, facts.size)) {
      facts.format = capture.format();
      facts.compression = capture.compression();
      ByteOrder order = capture.byteOrder();
      try {
        for (Packet packet : capture) {
          progress.step(capture::position);
          facts.add(packet, capture);
        }
      } catch (CaptureException e) {
        damage = source.named(e);
      }
      facts.interfaces = capture.interfaces();
      facts.blocks = capture.blocks();
      facts.blocksLeftOut = capture.blocksLeftOut();
      facts.timesRounded = capture.timesRounded();
      facts.timesBeyond = capture.timesBeyond();
      facts.blocks(Block.SectionHeader.class).forEach(section -> facts.orders.add(section.order()));
      if (facts.orders.isEmpty()) {
        facts.orders.add(order);
      }
    } catch (CaptureException e) {
      throw source.named(e);
    }
    if (facts.size >= 0) {
      facts.hash(console, Path.of(name));
    }
    return new Reading(facts, damage);
  }

  private void add(Packet packet, FileCapture capture) {
    packets++;
    int length = packet.originalLength();
    captured += packet.capturedLength();
    original += length;
    least = Math.min(least, length);
    most = Math.max(most, length);
    if (packet.capturedLength() < length) {
      cutShort++;
    }
    int id = packet.interfaceId();
    while (packetsOf.size() <= id) {
      packetsOf.add(0L);
    }
    packetsOf.set(id, packetsOf.get(id) + 1);
    time(packet.timestampNanos());
    for (BlockOption option : capture.packetOptions()) {
      if (option instanceof BlockOption.Text text && text.type() == OptionType.OPT_COMMENT) {
        commentsInAll++;
        if (comments.size() < MOST_COMMENTS) {
          comments.add(new Comment(packets, text.text()));
        }
      }
    }
  }

  private void time(long nanos) {
    if (nanos == Packet.NO_TIME) {
      timeless++;
      return;
    }
    if (first == Packet.NO_TIME) {
      first = nanos;
      last = nanos;
    } else {
      first = Math.min(first, nanos);
      last = Math.max(last, nanos);
      if (nanos < before) {
        backwards++;
      }
    }
    before = nanos;
  }

  private void hash(Console console, Path file) {
    try (InputStream in = Files.newInputStream(file);
        Progress progress = new Progress(console, "hashing " + name, size)) {
      MessageDigest long256 = MessageDigest.getInstance("SHA-256");
      MessageDigest short1 = MessageDigest.getInstance("SHA-1");
      byte[] block = new byte[1 << 16];
      long done = 0;
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        long256.update(block, 0, n);
        short1.update(block, 0, n);
        done += n;
        progress.at(done);
      }
      sha256 = HexFormat.of().formatHex(long256.digest());
      sha1 = HexFormat.of().formatHex(short1.digest());
    } catch (IOException e) {
      throw new CaptureException(name, -1, "cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has both
    }
  }

  /** Seconds from the earliest packet to the latest, exactly. */
  BigDecimal duration() {
    return first == Packet.NO_TIME
        ? BigDecimal.ZERO.setScale(9)
        : BigDecimal.valueOf(last, 9).subtract(BigDecimal.valueOf(first, 9));
  }

  Set<Integer> linkTypes() {
    Set<Integer> types = new TreeSet<>();
    interfaces.forEach(source -> types.add(source.linkType()));
    return types;
  }

  <B extends Block> List<B> blocks(Class<B> kind) {
    return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Options of the sections, all of them in a row. */
  List<BlockOption> sectionOptions() {
    return blocks(Block.SectionHeader.class).stream().flatMap(b -> b.options().stream()).toList();
  }
}
