package org.jpacker.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Captures;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.MergedCapture;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;

/**
 * Puts captures together in the order of time. Each of them is expected to be in this order;
 * packets of the same time stay in the order of the captures. A damaged capture gives its packets
 * before the damage, and the others give all of theirs.
 */
public final class Merge {
  private final WriteSettings settings;

  private Merge(WriteSettings settings) {
    this.settings = settings;
  }

  /** A merge to the format of {@code settings}. */
  public static Merge to(WriteSettings settings) {
    return new Merge(settings);
  }

  /**
   * Merges files; an existing file {@code out} is replaced.
   *
   * @return what the new file lacks
   * @throws org.jpacker.api.CaptureException if a file cannot be read or written, or one of {@code
   *     in} is damaged: then {@code out} is complete but for the packets after the damage
   */
  public Omissions run(List<Path> in, Path out) {
    Omissions[] omissions = {Omissions.NONE};
    List<FileCapture> captures = new ArrayList<>();
    try (Target target = Target.of(out, in)) {
      in.forEach(file -> captures.add(Pcap.open(file)));
      run(captures, target, octets -> {}, omitted -> omissions[0] = omitted);
    } finally {
      captures.forEach(FileCapture::close);
    }
    return omissions[0];
  }

  /**
   * Merges captures that were just opened. Closes neither them nor the target.
   *
   * @param progress gets the number of octets read so far from all captures
   * @param omitted gets what the new file lacks, if it is kept
   * @throws org.jpacker.api.CaptureException if that fails, or a capture is damaged
   */
  public void run(
      List<FileCapture> in, Target out, LongConsumer progress, Consumer<Omissions> omitted) {
    Pulse pulse = new Pulse(progress, () -> in.stream().mapToLong(FileCapture::position).sum());
    out.attempt(
        report -> {
          MergedCapture merged = Captures.merge(in);
          CaptureCopy copy = CaptureCopy.of(merged, in, out.create(settings), settings.format());
          try (copy) {
            for (Packet packet : merged) {
              pulse.step();
              copy.write(packet);
            }
          } finally {
            report.accept(copy.omissions());
          }
        },
        omitted);
  }
}
