package org.jpacker.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockReader;
import org.jpacker.io.pcap.BlockWriter;
import org.jpacker.io.pcap.CaptureIndex;
import org.jpacker.io.pcap.Captures;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;

/** Invariants of all files opened as captures, whatever their octets. */
public final class FileInvariants {

  /**
   * Octets that reading a plain file may allocate, plus {@link #READING_EACH} for each octet of it.
   */
  private static final long READING = 64 << 10;

  private static final long READING_EACH = 32;

  /** Additional octets for a writer that copies blocks. */
  private static final long COPYING = 192 << 10;

  /**
   * Octets for each octet of decoded blocks: an option of four octets becomes an object with a
   * value.
   */
  private static final long DECODING_EACH = 160;

  /**
   * Memory that a decompressor may claim, at most 128 MiB (xz), and room for buffers and the
   * garbage of other threads.
   */
  private static final long DECOMPRESSING = 160L << 20;

  /**
   * Maximum number of packets read from a file: a few compressed octets may expand to gigabytes.
   */
  private static final int MOST_PACKETS = 10_000;

  private static final ProtocolRegistry NOTHING = ProtocolRegistry.of();
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * The outcome of reading a file.
   *
   * @param packets the packets before the end or the damage, at most {@link #MOST_PACKETS}
   * @param damage the exception after them, or null at the end
   * @param format the format, or null if it is not a capture
   */
  public record Contents(
      List<Packet> packets, CaptureException damage, FileFormat format, String compression) {

    /** Whether the file was read to its end. */
    boolean isWhole() {
      return packets.size() < MOST_PACKETS;
    }
  }

  private FileInvariants() {}

  /**
   * Reads the octets as a capture file in every supported way.
   *
   * @throws AssertionError if an invariant is violated
   */
  public static Contents check(byte[] file) {
    Contents contents = bounded("reading", () -> read(file), read -> bound(file, read));
    CaptureException damage = contents.damage;
    if (damage != null) {
      require(!damage.reason().isEmpty(), "the message says what is wrong");
      // for compressed files, offsets refer to the decompressed data
      require(
          damage.offset() >= -1
              && (contents.compression != null
                  || damage.source().endsWith("(uncompressed)")
                  || damage.offset() <= file.length),
          "the offset of '" + damage.getMessage() + "' lies in the file");
    }
    if (contents.format == FileFormat.PCAPNG && contents.isWhole()) {
      blocksAgree(file, contents);
    }
    inMemoryAgrees(file, contents);
    return contents;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("it does not hold that " + what);
    }
  }

  /** Runs {@code work} and checks its allocation; a first run may also load classes. */
  private static <T> T bounded(String what, Supplier<T> work, ToLongFunction<T> bound) {
    for (boolean isFirst = true; ; isFirst = false) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      T made = work.get();
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      long most = bound.applyAsLong(made);
      if (allocated <= most) {
        return made;
      }
      require(isFirst, what + " allocates at most " + most + " octets: " + allocated);
    }
  }

  /** A stream that records whether it has been closed. */
  private static final class Closing extends ByteArrayInputStream {
    private boolean isClosed;

    Closing(byte[] octets) {
      super(octets);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private static long bound(byte[] file, Contents contents) {
    if (isCompressed(contents)) {
      long octets = contents.packets.stream().mapToLong(Packet::length).sum();
      return DECOMPRESSING + DECODING_EACH * (file.length + octets);
    }
    long each = contents.format == FileFormat.PCAPNG ? DECODING_EACH : READING_EACH;
    return READING + each * file.length;
  }

  /**
   * Whether the file is compressed; the message says so if not even its first octets could be
   * decompressed.
   */
  private static boolean isCompressed(Contents contents) {
    return contents.compression != null || contents.format == null;
  }

  private static Contents read(byte[] file) {
    Closing stream = new Closing(file);
    Contents contents = read(file.length, () -> Pcap.open(stream, NOTHING));
    require(stream.isClosed, "the stream is closed");
    return contents;
  }

  private static Contents read(int length, Supplier<FileCapture> opening) {
    List<Packet> packets = new ArrayList<>();
    FileCapture capture;
    try {
      capture = opening.get();
    } catch (CaptureException e) {
      return new Contents(packets, e, null, null);
    }
    CaptureException damage = null;
    try (capture) {
      for (Packet packet = capture.next();
          packet != null && packets.size() < MOST_PACKETS;
          packet = capture.next()) {
        packets.add(packet);
        capture.packetOptions().forEach(Object::toString);
      }
    } catch (CaptureException e) {
      damage = e;
      require(again(capture) == e, "damage is not read over");
    }
    require(capture.position() <= length, "no more is read than there is");
    capture.blocks().forEach(block -> require(block.toString() != null, "a block has a text"));
    require(capture.interfaces() != null, "interfaces are known");
    return new Contents(packets, damage, capture.format(), capture.compression());
  }

  private static void inMemoryAgrees(byte[] file, Contents contents) {
    Contents inMemory = read(file.length, () -> Pcap.open(file, NOTHING));
    kept(inMemory, contents.packets, contents.packets.size());
    require(inMemory.packets.size() == contents.packets.size(), "no more packets are in memory");
    // what a decompressor reports as damage depends on the size of its input chunks
    require(
        isCompressed(contents)
            ? (inMemory.damage == null) == (contents.damage == null)
            : reason(inMemory.damage).equals(reason(contents.damage)),
        "the damage is the same in memory");
  }

  private static String reason(CaptureException damage) {
    return damage == null ? "" : damage.offset() + " " + damage.reason();
  }

  private static CaptureException again(FileCapture damaged) {
    try {
      return new CaptureException("", -1, "a packet: " + damaged.next(), null);
    } catch (CaptureException e) {
      return e;
    }
  }

  /**
   * Checks that the packets before the damage equal those of the intact file, at least as many as
   * are complete.
   */
  public static void kept(Contents damaged, List<Packet> whole, int least) {
    List<Packet> found = damaged.packets;
    require(found.size() >= least, least + " packets are before the damage: " + found.size());
    for (int i = 0; i < least; i++) {
      same("packet " + (i + 1) + " is unchanged", whole.get(i), found.get(i));
    }
  }

  private static void same(String what, Packet one, Packet other) {
    require(
        one.equals(other)
            && one.timestampNanos() == other.timestampNanos()
            && one.originalLength() == other.originalLength()
            && one.linkType() == other.linkType()
            && one.interfaceId() == other.interfaceId(),
        what);
  }

  /** The blocks of a file up to its damage: the octets of packets, and a copy of all blocks. */
  private record Blocks(List<byte[]> packets, byte[] copied, CaptureException damage) {}

  private static Blocks blocks(byte[] file) {
    List<byte[]> packets = new ArrayList<>();
    ByteArrayOutputStream copied = new ByteArrayOutputStream();
    try (BlockReader reader = BlockReader.open(new Closing(file));
        BlockWriter copy = BlockWriter.create(copied, WriteSettings.pcapng())) {
      for (Block block = reader.next(); block != null; block = reader.next()) {
        if (block instanceof Block.EnhancedPacket packet) {
          packets.add(packet.octets().octets());
        } else if (block instanceof Block.SimplePacket packet) {
          packets.add(packet.octets().octets());
        } else if (block instanceof Block.OldPacket packet) {
          packets.add(packet.octets().octets());
        }
        copy.copy(reader);
      }
    } catch (CaptureException e) {
      return new Blocks(packets, copied.toByteArray(), e);
    }
    return new Blocks(packets, copied.toByteArray(), null);
  }

  /**
   * Checks that blocks contain the packets that the packet reader returns, and are copied
   * unchanged.
   */
  private static void blocksAgree(byte[] file, Contents contents) {
    Blocks blocks =
        bounded("reading blocks", () -> blocks(file), read -> COPYING + bound(file, contents));
    if (contents.compression == null) {
      byte[] there = blocks.copied;
      require(
          there.length <= file.length
              && Arrays.equals(there, 0, there.length, file, 0, there.length),
          "copied blocks are unchanged");
      require(blocks.damage != null || there.length == file.length, "all blocks are copied");
    }
    List<Packet> packets = contents.packets;
    require(blocks.packets.size() >= packets.size(), "each packet is in a block");
    require(
        contents.damage != null || blocks.damage == null && blocks.packets.size() == packets.size(),
        "blocks are whole where packets are");
    for (int i = 0; i < packets.size(); i++) {
      require(
          Arrays.equals(blocks.packets.get(i), packets.get(i).toBytes()),
          "block and packet " + (i + 1) + " agree");
    }
  }

  /**
   * Checks that the parts of the file together contain its packets up to its damage.
   *
   * @param file the file that {@code contents} was read from
   */
  public static void partsAgree(Path file, Contents contents, int parts) {
    if (!contents.isWhole()) {
      return;
    }
    if (contents.format == null || contents.compression != null) {
      refused(() -> Captures.split(file, parts, NOTHING).forEach(FileInvariants::readAll));
      refused(() -> CaptureIndex.of(file, NOTHING));
      return;
    }
    together("parts", contents, Captures.split(file, parts, NOTHING));
    CaptureIndex index = CaptureIndex.of(file, NOTHING);
    require(index.packets() == contents.packets.size(), "the index knows the packets");
    together("parts of the index", contents, index.split(parts));
    long size = size(file);
    List<Capture> ranges = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      ranges.add(Captures.range(file, size * i / parts, size * (i + 1) / parts, NOTHING));
    }
    together("ranges", contents, ranges);
  }

  private static void refused(Runnable use) {
    try {
      use.run();
    } catch (CaptureException e) {
      return;
    }
    require(false, "only plain captures are accepted");
  }

  private static void readAll(Capture capture) {
    try (capture) {
      while (capture.next() != null) {
        // read to the end
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After damage, a part may find records again. */
  private static void together(String what, Contents contents, List<Capture> parts) {
    List<Packet> whole = contents.packets;
    int at = 0;
    CaptureException damage = null;
    for (Capture part : parts) {
      try (part) {
        for (Packet packet = part.next(); packet != null; packet = part.next()) {
          if (damage == null) {
            require(at < whole.size(), what + " have no more packets than the file");
            same(what + ": packet " + (at + 1) + " is that of the file", whole.get(at), packet);
            at++;
          }
        }
      } catch (CaptureException e) {
        damage = damage == null ? e : damage;
      }
    }
    require(at == whole.size(), what + " have " + whole.size() + " packets: " + at);
    require((damage == null) == (contents.damage == null), what + " are damaged as the file is");
  }
}
