package org.jpacker.files;

import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Pcap;

/**
 * The description of a capture file, found by reading it once.
 *
 * @param name of the file, or another name of the source
 * @param digest size and hashes of the file, or null for a source that cannot be read twice
 * @param format of the file
 * @param compression name of the compression, such as {@code gzip}, or null
 * @param byteOrders of the sections in turn; one for a file without sections
 * @param packets counts and lengths of packets
 * @param times of the packets
 * @param comments of packets, the first 1000 of them
 * @param commentCount number of all comments of packets
 * @param interfaces of the file
 * @param interfacePackets number of packets of each interface; it may end before the last
 *     interfaces
 * @param blocks of a pcapng file that are not packets, as {@link FileCapture#blocks()} keeps them
 * @param blocksLeftOut number of blocks that are missing in {@code blocks}
 * @param damage that ended the reading after the last whole packet, or null
 */
public record CaptureFacts(
    String name,
    FileDigest digest,
    FileFormat format,
    String compression,
    List<ByteOrder> byteOrders,
    Packets packets,
    Times times,
    List<Comment> comments,
    long commentCount,
    List<CaptureInterface> interfaces,
    List<Long> interfacePackets,
    List<Block> blocks,
    long blocksLeftOut,
    CaptureException damage) {

  /**
   * Counts and lengths of packets; lengths are in octets.
   *
   * @param count number of packets
   * @param captured sum of the captured lengths
   * @param original sum of the lengths on the wire
   * @param shortest smallest length on the wire, 0 without packets
   * @param longest largest length on the wire, 0 without packets
   * @param truncated number of packets whose captured length is smaller than that on the wire
   */
  public record Packets(
      long count, long captured, long original, long shortest, long longest, long truncated) {}

  /**
   * Times of packets.
   *
   * @param first earliest time, in nanoseconds since 1970, or {@link Packet#NO_TIME}
   * @param last latest time, in nanoseconds since 1970, or {@link Packet#NO_TIME}
   * @param missing number of packets without time, {@code outOfRange} included
   * @param backwards number of packets that are earlier than the one before them
   * @param rounded number of packets whose time in the file has a fraction of nanoseconds
   * @param outOfRange number of packets whose time in the file is before 1677 or after 2262
   */
  public record Times(
      long first, long last, long missing, long backwards, long rounded, long outOfRange) {

    /** Exact number of seconds from the earliest packet to the latest, with nine decimals. */
    public BigDecimal duration() {
      return first == Packet.NO_TIME
          ? BigDecimal.ZERO.setScale(9)
          : BigDecimal.valueOf(last, 9).subtract(BigDecimal.valueOf(first, 9));
    }
  }

  /**
   * A comment of a packet.
   *
   * @param packet number of the packet, from 1
   * @param text of the comment
   */
  public record Comment(long packet, String text) {}

  /** Takes copies of the lists. */
  public CaptureFacts {
    byteOrders = List.copyOf(byteOrders);
    comments = List.copyOf(comments);
    interfaces = List.copyOf(interfaces);
    interfacePackets = List.copyOf(interfacePackets);
    blocks = List.copyOf(blocks);
  }

  /**
   * The facts of a file.
   *
   * @throws CaptureException if it cannot be opened; later damage is part of the facts
   */
  public static CaptureFacts of(Path file) {
    return of(file, octets -> {});
  }

  /**
   * The facts of a file, which is read twice if it is a regular file.
   *
   * @param progress gets the number of octets read so far; it begins again for the hashes
   * @throws CaptureException if it cannot be opened; later damage is part of the facts
   */
  public static CaptureFacts of(Path file, LongConsumer progress) {
    try (FileCapture capture = Pcap.open(file)) {
      CaptureFacts facts = of(capture, progress);
      return Files.isRegularFile(file) ? facts.withDigest(FileDigest.of(file, progress)) : facts;
    }
  }

  /**
   * The facts of a capture that was just opened, without digest. Reads it to its end or to its
   * damage, and does not close it.
   *
   * @param progress gets the number of octets read so far
   */
  public static CaptureFacts of(FileCapture capture, LongConsumer progress) {
    return new FactCounter(capture).read(progress);
  }

  /** The same facts with size and hashes. */
  public CaptureFacts withDigest(FileDigest digest) {
    return with(name, digest);
  }

  /** The same facts under another name of the source. */
  public CaptureFacts withName(String name) {
    return with(name, digest);
  }

  private CaptureFacts with(String name, FileDigest digest) {
    return new CaptureFacts(
        name,
        digest,
        format,
        compression,
        byteOrders,
        packets,
        times,
        comments,
        commentCount,
        interfaces,
        interfacePackets,
        blocks,
        blocksLeftOut,
        damage);
  }

  /** Number of packets of an interface. */
  public long packetsOf(CaptureInterface source) {
    return source.id() < interfacePackets.size() ? interfacePackets.get(source.id()) : 0;
  }

  /** Link types of the interfaces, in ascending order. */
  public SortedSet<Integer> linkTypes() {
    SortedSet<Integer> types = new TreeSet<>();
    interfaces.forEach(source -> types.add(source.linkType()));
    return types;
  }

  /** The blocks of one kind. */
  public <B extends Block> List<B> blocks(Class<B> kind) {
    return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Options of all sections. */
  public List<BlockOption> sectionOptions() {
    return blocks(Block.SectionHeader.class).stream().flatMap(b -> b.options().stream()).toList();
  }
}
