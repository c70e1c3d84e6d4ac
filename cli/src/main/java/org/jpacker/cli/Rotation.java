package org.jpacker.cli;

import java.time.Duration;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of {@code capture -w} for a sequence of files. */
final class Rotation {
  private static final long MILLION = 1_000_000;

  @Option(
      names = "-C",
      paramLabel = "MB",
      description =
          "With -w: begin another file, FILE-00001 and so on, before a file exceeds this size.")
  private Integer megabytes;

  @Option(
      names = "-G",
      paramLabel = "TIME",
      description = "With -w: begin another file after this time.")
  private String time;

  @Option(
      names = "-W",
      paramLabel = "N",
      description = "With -C or -G: keep the last N files, and delete older ones.")
  private Integer files;

  private Duration span;

  /** Refuses options that contradict each other. */
  void check(CommandSpec spec, String file) {
    boolean rotates = megabytes != null || time != null;
    if (files != null && !rotates) {
      throw new ParameterException(spec.commandLine(), "-W goes with -C or -G");
    }
    if (rotates && (file == null || file.equals(Source.STANDARD_INPUT))) {
      throw new ParameterException(spec.commandLine(), "-C and -G go with -w FILE");
    }
    for (Integer number : new Integer[] {megabytes, files}) {
      if (number != null && number < 1) {
        throw new ParameterException(
            spec.commandLine(), "-C and -W take a number from 1 on, not " + number);
      }
    }
    span = time == null ? null : Usage.duration(spec, "-G", time);
  }

  /** The writer of the selected files. */
  PacketWriter create(Console console, String file) {
    WriteSettings settings = OutputFormat.ofCapture(file);
    if (file.equals(Source.STANDARD_INPUT)) {
      return Pcap.create(console.out().octets(), settings);
    }
    if (megabytes != null) {
      settings = settings.rotateBySize(megabytes * MILLION);
    }
    if (span != null) {
      settings = settings.rotateByTime(span);
    }
    if (files != null) {
      settings = settings.keep(files);
    }
    return Pcap.create(FileNames.path(file), settings);
  }
}
