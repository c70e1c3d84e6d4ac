package org.jpacker.io.pcap;

import java.time.Duration;
import java.util.List;

/**
 * How a capture file is written. Made from one of the formats, refined by derived copies: {@code
 * WriteSettings.pcapng().compressed().rotateBySize(100_000_000)}.
 *
 * @param format one that is written
 * @param compression the name of what it is compressed with, such as {@code gzip}; null for plain
 * @param snapLength octets of each packet that the file header allows for
 * @param flushing how long octets are held back at most, looked at whenever a packet is written;
 *     null for until the buffer is full
 * @param rotation when another file begins, or null for never
 * @param sectionOptions what a pcapng file says of itself
 */
public record WriteSettings(
    FileFormat format,
    String compression,
    long snapLength,
    Duration flushing,
    Rotation rotation,
    List<BlockOption> sectionOptions) {

  /**
   * When another file begins. Files are named after the one asked for: {@code a.pcap} gives {@code
   * a-00001.pcap}, {@code a-00002.pcap} and so on. Each has all interfaces declared so far; other
   * blocks stand in the file that was open when they were written.
   *
   * @param octets a file has at most, unless it has only one packet; 0 for no limit
   * @param time from the first packet of a file to its last, by their time stamps; null for no
   *     limit
   * @param files that are kept; older ones are removed; 0 for all
   */
  public record Rotation(long octets, Duration time, int files) {
    /** Refuses limits below nothing. */
    public Rotation {
      if (octets < 0 || files < 0 || time != null && (time.isNegative() || time.isZero())) {
        throw new IllegalArgumentException("files without room: " + octets + ", " + time);
      }
    }
  }

  /** Refuses what cannot be written. */
  public WriteSettings {
    if (!format.isWritten()) {
      throw new IllegalArgumentException(format.title() + " is read only");
    }
    if (snapLength < 0 || snapLength > 0xffffffffL) {
      throw new IllegalArgumentException("a snapshot length has 32 bits: " + snapLength);
    }
    sectionOptions = List.copyOf(sectionOptions);
  }

  /** Plain, in this format. */
  public static WriteSettings of(FileFormat format) {
    return new WriteSettings(format, null, FileCapture.USUAL_SNAPLEN, null, null, List.of());
  }

  /** Plain pcap with microseconds. */
  public static WriteSettings pcap() {
    return of(FileFormat.PCAP);
  }

  /** Plain pcap with nanoseconds. */
  public static WriteSettings pcapNanos() {
    return of(FileFormat.PCAP_NANOS);
  }

  /** Plain pcapng. */
  public static WriteSettings pcapng() {
    return of(FileFormat.PCAPNG);
  }

  /** Compressed with gzip. */
  public WriteSettings compressed() {
    return compressed("gzip");
  }

  /**
   * Compressed with {@code compression}: {@code gzip}, or what the module io-compress adds, {@code
   * zstd} and {@code xz}. Whether it is there shows when the file is created.
   */
  public WriteSettings compressed(String compression) {
    return new WriteSettings(format, compression, snapLength, flushing, rotation, sectionOptions);
  }

  /** With room for packets of {@code octets}. */
  public WriteSettings snapLength(long octets) {
    return new WriteSettings(format, compression, octets, flushing, rotation, sectionOptions);
  }

  /** Each packet goes out at once, so that who follows the file sees it. */
  public WriteSettings flushEach() {
    return flushEvery(Duration.ZERO);
  }

  /** Packets are held back no longer than {@code time}, as long as others follow. */
  public WriteSettings flushEvery(Duration time) {
    return new WriteSettings(format, compression, snapLength, time, rotation, sectionOptions);
  }

  /** Another file begins before one grows beyond {@code octets}. */
  public WriteSettings rotateBySize(long octets) {
    Rotation old = rotationOrNone();
    return rotation(new Rotation(octets, old.time, old.files));
  }

  /** Another file begins with the first packet that is {@code time} later than a file's first. */
  public WriteSettings rotateByTime(Duration time) {
    Rotation old = rotationOrNone();
    return rotation(new Rotation(old.octets, time, old.files));
  }

  /** Of files that follow each other, the last {@code files} are kept. */
  public WriteSettings keep(int files) {
    Rotation old = rotationOrNone();
    return rotation(new Rotation(old.octets, old.time, files));
  }

  /** A pcapng file that says this of itself. */
  public WriteSettings sectionOptions(BlockOption... options) {
    return new WriteSettings(format, compression, snapLength, flushing, rotation, List.of(options));
  }

  private WriteSettings rotation(Rotation rotation) {
    return new WriteSettings(format, compression, snapLength, flushing, rotation, sectionOptions);
  }

  private Rotation rotationOrNone() {
    return rotation == null ? new Rotation(0, null, 0) : rotation;
  }

  /** For one of the files that follow each other. */
  WriteSettings withoutRotation() {
    return rotation(null);
  }
}
