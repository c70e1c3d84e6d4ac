package org.jpacker.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;

/**
 * Writes some packets of a capture to one file or to several. A slice is immutable: its methods
 * give refined copies.
 */
public final class Slice {
  /** Limit of files that are open or may be opened again. */
  private static final int MOST_FLOWS = 100_000;

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final WriteSettings settings;
  private final Selection selection;
  private final int snapLength;
  private final boolean readsToEnd;

  private Slice(WriteSettings settings, Selection selection, int snapLength, boolean readsToEnd) {
    this.settings = settings;
    this.selection = selection;
    this.snapLength = snapLength;
    this.readsToEnd = readsToEnd;
  }

  /** A slice of all packets to the format of {@code settings}. */
  public static Slice to(WriteSettings settings) {
    return new Slice(settings, Selection.ALL, UNLIMITED, false);
  }

  /** Only these packets. */
  public Slice selecting(Selection selection) {
    return new Slice(settings, selection, snapLength, readsToEnd);
  }

  /**
   * At most so many octets of each packet; the original length stays.
   *
   * @throws IllegalArgumentException if {@code octets} is less than 1
   */
  public Slice snapLength(int octets) {
    if (octets < 1) {
      throw new IllegalArgumentException("a snapshot length is above 0, not " + octets);
    }
    return new Slice(settings.snapLength(octets), selection, octets, readsToEnd);
  }

  /**
   * Reads pcapng to its end even after the last selected packet: names, secrets and statistics may
   * follow. Without it, the reading ends with that packet, as it should on a pipe that may never
   * end. It has no effect on a division into several files.
   */
  public Slice readingToEnd() {
    return new Slice(settings, selection, snapLength, true);
  }

  /**
   * Writes a slice of a file to another file, which is replaced if it exists.
   *
   * @return what the new file lacks
   * @throws CaptureException if a file cannot be read or written, or if {@code in} is damaged: then
   *     {@code out} holds what stands before the damage
   */
  public Omissions run(Path in, Path out) {
    Omissions[] omissions = {Omissions.NONE};
    Slice slice = Files.isRegularFile(in) ? readingToEnd() : this;
    try (FileCapture capture = Pcap.open(in);
        Target target = Target.of(out, List.of(in))) {
      slice.run(capture, target, octets -> {}, omitted -> omissions[0] = omitted);
    }
    return omissions[0];
  }

  /**
   * Writes a slice of a capture that was just opened to one file. Closes neither of them.
   *
   * @param progress gets the number of octets read so far
   * @param omitted gets what the new file lacks, if it is kept
   * @throws CaptureException if that fails, or {@code in} is damaged
   */
  public void run(FileCapture in, Target out, LongConsumer progress, Consumer<Omissions> omitted) {
    Pulse pulse = new Pulse(progress, in::position);
    out.attempt(
        report -> {
          CaptureCopy copy = CaptureCopy.of(in, out.create(settings), settings.format());
          try (copy) {
            if (copy(in, copy, copy::omit, pulse)) {
              copyRest(in, copy, pulse);
            }
          } finally {
            report.accept(copy.omissions());
          }
        },
        omitted);
  }

  /**
   * Divides a slice of a capture that was just opened into several files.
   *
   * @param files makes the file of a number, from 1; it is closed when it is complete
   * @param progress gets the number of octets read so far
   * @param omitted gets what each new file lacks, if it is kept
   * @throws CaptureException if that fails, there are too many flows, or {@code in} is damaged
   */
  public void divide(
      FileCapture in,
      Division division,
      LongFunction<Target> files,
      LongConsumer progress,
      Consumer<Omissions> omitted) {
    Map<Long, Target> reopened = new LinkedHashMap<>();
    Division.Parts parts =
        (number, again) -> {
          if (division.reopensFiles() && number >= MOST_FLOWS) {
            throw new CaptureException(
                in.name(), -1, "more than " + MOST_FLOWS + " flows, one file for each", null);
          }
          Target target = again ? reopened.get(number) : files.apply(number + 1);
          if (division.reopensFiles()) {
            reopened.put(number, target);
          }
          return new Part(in, target, again, !division.reopensFiles(), omitted);
        };
    try (PacketWriter writer = division.over(parts)) {
      copy(in, writer, packet -> {}, new Pulse(progress, in::position));
    } finally {
      reopened.values().forEach(Target::close);
    }
  }

  /** Copies selected packets; returns whether it ended before the end of the capture. */
  private boolean copy(FileCapture in, PacketWriter writer, Consumer<Packet> omitted, Pulse pulse) {
    Selection.Pass pass = selection.begin();
    for (Packet packet = in.next(); packet != null; packet = in.next()) {
      pulse.step();
      if (pass.takes(packet, in.exactTime())) {
        writer.write(cut(packet));
      } else {
        omitted.accept(packet);
      }
      if (pass.isOver()) {
        return true;
      }
    }
    return false;
  }

  private void copyRest(FileCapture in, CaptureCopy copy, Pulse pulse) {
    if (!readsToEnd || in.format() != FileFormat.PCAPNG) {
      copy.omitOthers();
      return;
    }
    try {
      for (Packet packet = in.next(); packet != null; packet = in.next()) {
        pulse.step();
        copy.omit(packet);
      }
    } catch (CaptureException e) {
      // all selected packets stand before the damage
      copy.omitOthers();
    }
  }

  private Packet cut(Packet packet) {
    return packet.length() <= snapLength
        ? packet
        : new Packet(
            packet.toBytes(),
            0,
            snapLength,
            packet.originalLength(),
            packet.timestampNanos(),
            packet.link());
  }

  /** The writer of one of several files. */
  private final class Part implements PacketWriter {
    private final Target target;
    private final boolean closesTarget;
    private final Consumer<Omissions> omitted;
    private CaptureCopy copy;

    Part(
        FileCapture in,
        Target target,
        boolean again,
        boolean closesTarget,
        Consumer<Omissions> omitted) {
      this.target = target;
      this.closesTarget = closesTarget;
      this.omitted = omitted;
      target.attempt(
          () -> {
            CaptureWriter writer = again ? target.append() : target.create(settings);
            copy = CaptureCopy.of(in, writer, settings.format());
          });
      copy.omitOthers();
    }

    @Override
    public void write(Packet packet) {
      target.attempt(() -> copy.write(packet));
    }

    @Override
    public void flush() {
      target.attempt(copy::flush);
    }

    @Override
    public void close() {
      try {
        target.attempt(copy::close);
      } finally {
        if (!target.isBroken()) {
          omitted.accept(copy.omissions());
        }
        if (closesTarget) {
          target.close();
        }
      }
    }
  }
}
