package org.jpacker.io.pcap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.spi.CompressionProvider;
import org.jpacker.io.pcap.spi.FormatProvider;

/**
 * Opens and creates capture files: pcap (microseconds and nanoseconds, either byte order, and the
 * variant with longer record headers) and pcapng; snoop is only read, and modules add formats with
 * a {@link org.jpacker.io.pcap.spi.FormatProvider}, such as JSON lines. Files may be plain,
 * compressed with gzip, or compressed in a way added by a {@link
 * org.jpacker.io.pcap.spi.CompressionProvider}. Formats are recognised by content, not by name.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html">the pcap format</a>
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html">the pcapng
 *     format</a>
 */
public final class Pcap {

  private Pcap() {}

  /**
   * Opens a file for reading with the installed protocols.
   *
   * @throws CaptureException if it cannot be opened or is not a capture file
   */
  public static FileCapture open(Path file) {
    return open(file, ProtocolRegistry.installed());
  }

  /**
   * Opens a file for reading with the protocols of {@code registry}.
   *
   * @throws CaptureException if it cannot be opened or is not a capture file
   */
  public static FileCapture open(Path file, ProtocolRegistry registry) {
    return Formats.open(Cursor.open(file), registry);
  }

  /**
   * Opens a capture file in memory for reading with the installed protocols. Unless it is
   * compressed, only its last few hundred octets are copied. Packets are windows on the array,
   * which must not be modified afterwards.
   *
   * @throws CaptureException if it is not a capture file
   */
  public static FileCapture open(byte[] octets) {
    return open(octets, ProtocolRegistry.installed());
  }

  /**
   * Opens a capture file in memory for reading with the protocols of {@code registry}. Unless it is
   * compressed, only its last few hundred octets are copied. Packets are windows on the array,
   * which must not be modified afterwards.
   *
   * @throws CaptureException if it is not a capture file
   */
  public static FileCapture open(byte[] octets, ProtocolRegistry registry) {
    return Formats.open(Cursor.of("memory", octets), registry);
  }

  /**
   * Opens a stream for reading with the installed protocols. Packets are returned as soon as they
   * are complete. The capture closes the stream; if this call fails, it closes the stream itself.
   *
   * @throws CaptureException if it cannot be read or is not a capture file
   */
  public static FileCapture open(InputStream stream) {
    return open(stream, ProtocolRegistry.installed());
  }

  /**
   * Opens a stream for reading with the protocols of {@code registry}. The capture closes the
   * stream; if this call fails, it closes the stream itself.
   *
   * @throws CaptureException if it cannot be read or is not a capture file
   */
  public static FileCapture open(InputStream stream, ProtocolRegistry registry) {
    String name = stream == System.in ? "standard input" : "stream";
    return Formats.open(Cursor.of(name, stream), registry);
  }

  /**
   * Opens a channel for reading with the protocols of {@code registry}. The capture closes the
   * channel; if this call fails, it closes the channel itself.
   *
   * @throws CaptureException if it cannot be read or is not a capture file
   */
  public static FileCapture open(ReadableByteChannel channel, ProtocolRegistry registry) {
    return Formats.open(Cursor.of("channel", Channels.newInputStream(channel)), registry);
  }

  /**
   * Opens a file or a named pipe that is still being written. At the current end, {@link
   * FileCapture#next} waits for more until {@link FileCapture#stop} is called or the thread is
   * interrupted. A pipe ends when all its writers have closed it. This call waits for the file
   * header.
   *
   * @throws CaptureException if it cannot be opened or is not a capture file
   */
  public static FileCapture follow(Path file, ProtocolRegistry registry) {
    return Formats.open(Cursor.open(file, true), registry);
  }

  /**
   * Creates a pcap file with time stamps in microseconds, or replaces an existing file. The link
   * type is that of the first packet. Packets without a time stamp get 1970-01-01.
   *
   * @throws CaptureException if it cannot be created
   */
  public static CaptureWriter create(Path file) {
    return create(file, WriteSettings.pcap());
  }

  /**
   * Creates a capture file, or replaces an existing one. With a {@link WriteSettings.Rotation},
   * creates several files with numbered names.
   *
   * @throws CaptureException if it cannot be created
   */
  public static CaptureWriter create(Path file, WriteSettings settings) {
    if (settings.rotation() != null) {
      return new RotatingWriter(file, settings);
    }
    // looked up first, so that an existing file is untouched if the module is missing
    FormatProvider provider = provider(file.toString(), settings);
    return create(sink(file, settings), settings, provider);
  }

  /**
   * Writes to a stream, which the writer closes.
   *
   * @throws IllegalArgumentException if the settings have a rotation
   */
  public static CaptureWriter create(OutputStream stream, WriteSettings settings) {
    if (settings.rotation() != null) {
      throw new IllegalArgumentException(
          "rotation needs a file name, which a stream does not have");
    }
    FormatProvider provider = provider("stream", settings);
    return create(sink("stream", stream, settings), settings, provider);
  }

  /**
   * Writes to a channel, which the writer closes.
   *
   * @throws IllegalArgumentException if the settings have a rotation
   */
  public static CaptureWriter create(WritableByteChannel channel, WriteSettings settings) {
    return create(Channels.newOutputStream(channel), settings);
  }

  /**
   * Opens a file for appending. The file is first read to its end. It keeps its format, byte order
   * and unit of time; a pcapng file gets a new section.
   *
   * @throws CaptureException if it cannot be opened, is compressed, has a format that cannot be
   *     written, or is damaged, which includes an incomplete last record
   */
  public static CaptureWriter append(Path file) {
    return Appending.open(file, false);
  }

  /**
   * Opens a file for appending that may end within a record, for example after a crash. The
   * incomplete record is removed.
   *
   * @throws CaptureException if it cannot be opened, is compressed, has a format that cannot be
   *     written, or is damaged in another way
   */
  public static CaptureWriter appendCuttingAway(Path file) {
    return Appending.open(file, true);
  }

  /** Who writes the format of {@code settings}; null if this module does. */
  private static FormatProvider provider(String name, WriteSettings settings) {
    return settings.format() == FileFormat.JSON
        ? OtherFormats.toWrite(name, settings.format())
        : null;
  }

  private static CaptureWriter create(Sink sink, WriteSettings settings, FormatProvider provider) {
    if (provider != null) {
      return new OtherWriter(sink, provider, 0);
    }
    return settings.format() == FileFormat.PCAPNG
        ? new PcapngWriter(sink, settings, ByteOrder.LITTLE_ENDIAN)
        : new PcapWriter(sink, settings);
  }

  /**
   * The compression indicated by the suffix of a file name, as accepted by {@link
   * WriteSettings#compressed(String)}: {@code gzip} for {@code a.pcap.gz}. Null if the suffix does
   * not indicate one.
   */
  public static String compressionOf(String file) {
    return Compression.ofName(file);
  }

  /**
   * The providers of compressions that were left out, and why: they cannot be loaded, or several
   * provide the same name.
   */
  public static List<PluginProblem> compressionProblems() {
    return Compression.problems();
  }

  static Sink sink(Path file, WriteSettings settings) {
    String name = file.toString();
    // looked up first, so that an existing file is untouched if the compression is missing
    CompressionProvider compression = Compression.toWrite(name, settings.compression());
    try {
      return sink(name, Files.newOutputStream(file), compression, settings);
    } catch (IOException e) {
      String reason =
          e instanceof AccessDeniedException
              ? "permission denied"
              : e instanceof NoSuchFileException
                  ? "there is no such folder"
                  : Files.isDirectory(file) ? "is a directory" : "cannot be created: " + e;
      throw new CaptureException(name, -1, reason, e);
    }
  }

  static Sink sink(String name, OutputStream out, WriteSettings settings) {
    return sink(name, out, Compression.toWrite(name, settings.compression()), settings);
  }

  private static Sink sink(
      String name, OutputStream out, CompressionProvider compression, WriteSettings settings) {
    if (compression == null) {
      return new Sink(name, out, settings.flushing());
    }
    try {
      return new Sink(name, compression.compress(out), settings.flushing());
    } catch (IOException e) {
      throw FileAccess.closing(
          out, new CaptureException(name, -1, "cannot be written: " + e.getMessage(), e));
    } catch (LinkageError e) {
      throw FileAccess.closing(
          out,
          new CaptureException(
              name,
              -1,
              "cannot be written: "
                  + settings.compression()
                  + " does not work here, a library may be missing: "
                  + e,
              e));
    }
  }
}
