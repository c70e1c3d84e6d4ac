package org.jpacker.io.pcap;

import java.time.Duration;
import java.util.List;

/**
 * How to write a capture file. Instances start from a format and are refined by derived copies:
 * {@code WriteSettings.pcapng().compressed().rotateBySize(100_000_000)}.
 *
 * @param format a format that can be written
 * @param compression name of the compression, such as {@code gzip}; null for a plain file
 * @param snapLength snapshot length in the file header, in octets
 * @param flushing maximum time that octets are buffered, checked with each packet; null to wait
 *     until the buffer is full
 * @param rotation when to begin another file, or null for never
 * @param sectionOptions options of a pcapng file's section header
 */
public record WriteSettings(
    FileFormat format,
    String compression,
    long snapLength,
    Duration flushing,
    Rotation rotation,
    List<BlockOption> sectionOptions) {

  /**
   * When to begin another file. File names are derived from the requested one: {@code a.pcap} gives
   * {@code a-00001.pcap}, {@code a-00002.pcap} and so on. Each file has all interfaces declared so
   * far; other blocks are only in the file that was open when they were written.
   *
   * @param octets maximum size of a file with more than one packet, before compression; 0 for no
   *     limit
   * @param time maximum time between the time stamps of the first and the last packet of a file;
   *     null for no limit
   * @param files number of files to keep, older ones are deleted; 0 for all
   */
  public record Rotation(long octets, Duration time, int files) {
    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is negative, or the time is zero
     */
    public Rotation {
      if (octets < 0 || files < 0 || time != null && (time.isNegative() || time.isZero())) {
        throw new IllegalArgumentException(
            "the limits of a file are not positive: " + octets + ", " + time);
      }
    }
  }

  /**
   * Checks format and snapshot length.
   *
   * @throws IllegalArgumentException if the format is only read, or the snapshot length does not
   *     fit into 32 bits
   */
  public WriteSettings {
    if (!format.isWritten()) {
      throw new IllegalArgumentException(format.title() + " is read only");
    }
    if (snapLength < 0 || snapLength > 0xffffffffL) {
      throw new IllegalArgumentException("a snapshot length has 32 bits: " + snapLength);
    }
    sectionOptions = List.copyOf(sectionOptions);
  }

  /** Plain files of this format. */
  public static WriteSettings of(FileFormat format) {
    return new WriteSettings(format, null, FileCapture.USUAL_SNAPLEN, null, null, List.of());
  }

  /** Plain pcap files with time stamps in microseconds. */
  public static WriteSettings pcap() {
    return of(FileFormat.PCAP);
  }

  /** Plain pcap files with time stamps in nanoseconds. */
  public static WriteSettings pcapNanos() {
    return of(FileFormat.PCAP_NANOS);
  }

  /** Plain pcapng files. */
  public static WriteSettings pcapng() {
    return of(FileFormat.PCAPNG);
  }

  /** A copy with gzip compression. */
  public WriteSettings compressed() {
    return compressed("gzip");
  }

  /**
   * A copy with a compression: {@code gzip}, or one of the module io-compress, such as {@code
   * zstd}. Whether it is installed is checked when the file is created.
   */
  public WriteSettings compressed(String compression) {
    return new WriteSettings(format, compression, snapLength, flushing, rotation, sectionOptions);
  }

  /** A copy with this snapshot length in octets. */
  public WriteSettings snapLength(long octets) {
    return new WriteSettings(format, compression, octets, flushing, rotation, sectionOptions);
  }

  /** A copy that writes each packet immediately, for readers that follow the file. */
  public WriteSettings flushEach() {
    return flushEvery(Duration.ZERO);
  }

  /** A copy that buffers packets for at most {@code time}, as long as more packets are written. */
  public WriteSettings flushEvery(Duration time) {
    return new WriteSettings(format, compression, snapLength, time, rotation, sectionOptions);
  }

  /** A copy that begins another file before one exceeds {@code octets}. */
  public WriteSettings rotateBySize(long octets) {
    Rotation old = rotationOrNone();
    return rotation(new Rotation(octets, old.time, old.files));
  }

  /**
   * A copy that begins another file with the first packet at least {@code time} after a file's
   * first.
   */
  public WriteSettings rotateByTime(Duration time) {
    Rotation old = rotationOrNone();
    return rotation(new Rotation(old.octets, time, old.files));
  }

  /** A copy that keeps only the last {@code files} files of a rotation. */
  public WriteSettings keep(int files) {
    Rotation old = rotationOrNone();
    return rotation(new Rotation(old.octets, old.time, files));
  }

  /** A copy with these options in the section header of a pcapng file. */
  public WriteSettings sectionOptions(BlockOption... options) {
    return new WriteSettings(format, compression, snapLength, flushing, rotation, List.of(options));
  }

  private WriteSettings rotation(Rotation rotation) {
    return new WriteSettings(format, compression, snapLength, flushing, rotation, sectionOptions);
  }

  private Rotation rotationOrNone() {
    return rotation == null ? new Rotation(0, null, 0) : rotation;
  }

  /** The settings of a single file of the series. */
  WriteSettings withoutRotation() {
    return rotation(null);
  }
}
