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

/**
 * Opens and creates capture files: pcap (microseconds and nanoseconds, either byte order, and the
 * variant with longer record headers) and pcapng, plain or compressed with gzip or what {@link
 * org.jpacker.io.pcap.spi.CompressionProvider}s add; snoop is read too. Formats are recognised by
 * content.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html">the pcap format</a>
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html">the pcapng
 *     format</a>
 */
public final class Pcap {

  private Pcap() {}

  /**
   * Opens a file, to be read with the installed protocols.
   *
   * @throws CaptureException if it cannot be opened or is no capture
   */
  public static FileCapture open(Path file) {
    return open(file, ProtocolRegistry.installed());
  }

  /**
   * Opens a file, to be read with the protocols of {@code registry}.
   *
   * @throws CaptureException if it cannot be opened or is no capture
   */
  public static FileCapture open(Path file, ProtocolRegistry registry) {
    return Formats.open(Cursor.open(file), registry);
  }

  /**
   * Opens the contents of a file that are in memory, to be read with the installed protocols.
   * Unless they are compressed they are not copied, but for the last few hundred: packets are
   * windows on them, so they must not be written to any more.
   *
   * @throws CaptureException if they are no capture
   */
  public static FileCapture open(byte[] octets) {
    return open(octets, ProtocolRegistry.installed());
  }

  /**
   * Opens the contents of a file that are in memory, to be read with the protocols of {@code
   * registry}. Unless they are compressed they are not copied, but for the last few hundred:
   * packets are windows on them, so they must not be written to any more.
   *
   * @throws CaptureException if they are no capture
   */
  public static FileCapture open(byte[] octets, ProtocolRegistry registry) {
    return Formats.open(Cursor.of("memory", octets), registry);
  }

  /**
   * Opens a stream, to be read with the installed protocols. Packets are handed out as soon as they
   * are whole. The capture closes the stream; if there is none, this call does.
   *
   * @throws CaptureException if it fails or is no capture
   */
  public static FileCapture open(InputStream stream) {
    return open(stream, ProtocolRegistry.installed());
  }

  /**
   * Opens a stream, to be read with the protocols of {@code registry}, and takes it over.
   *
   * @throws CaptureException if it fails or is no capture
   */
  public static FileCapture open(InputStream stream, ProtocolRegistry registry) {
    String name = stream == System.in ? "standard input" : "stream";
    return Formats.open(Cursor.of(name, stream), registry);
  }

  /**
   * Opens a channel, to be read with the protocols of {@code registry}, and takes it over.
   *
   * @throws CaptureException if it fails or is no capture
   */
  public static FileCapture open(ReadableByteChannel channel, ProtocolRegistry registry) {
    return Formats.open(Cursor.of("channel", Channels.newInputStream(channel)), registry);
  }

  /**
   * Opens a file or a named pipe that is still being written: at the end of what is there, {@link
   * FileCapture#next} waits for more, until {@link FileCapture#stop} is called or the thread is
   * interrupted. A pipe ends when those who write it have closed it. This call waits for the file
   * header.
   *
   * @throws CaptureException if it cannot be opened or is no capture
   */
  public static FileCapture follow(Path file, ProtocolRegistry registry) {
    return Formats.open(Cursor.open(file, true), registry);
  }

  /**
   * Creates a pcap file with time stamps in microseconds, or replaces it. The link type is that of
   * the first packet. Packets without a time stamp are given 1970-01-01.
   *
   * @throws CaptureException if it cannot be created
   */
  public static CaptureWriter create(Path file) {
    return create(file, WriteSettings.pcap());
  }

  /**
   * Creates a capture file, or replaces it; with a {@link WriteSettings.Rotation}, files whose
   * names have numbers.
   *
   * @throws CaptureException if it cannot be created
   */
  public static CaptureWriter create(Path file, WriteSettings settings) {
    if (settings.rotation() != null) {
      return new RotatingWriter(file, settings);
    }
    return create(sink(file, settings), settings);
  }

  /**
   * Writes to a stream, which the writer closes.
   *
   * @throws IllegalArgumentException if the settings ask for several files
   */
  public static CaptureWriter create(OutputStream stream, WriteSettings settings) {
    if (settings.rotation() != null) {
      throw new IllegalArgumentException("a stream has no name that others could follow");
    }
    return create(sink("stream", stream, settings), settings);
  }

  /**
   * Writes to a channel, which the writer closes.
   *
   * @throws IllegalArgumentException if the settings ask for several files
   */
  public static CaptureWriter create(WritableByteChannel channel, WriteSettings settings) {
    return create(Channels.newOutputStream(channel), settings);
  }

  /**
   * Opens a file to write behind what it has. It is read to its end first; it goes on in its own
   * format, byte order and unit of time, a pcapng file with a section of its own.
   *
   * @throws CaptureException if it cannot be opened, is compressed or of a format that is not
   *     written, or is damaged, be it that only its last record is cut
   */
  public static CaptureWriter append(Path file) {
    return Appending.open(file, false);
  }

  /**
   * The same for a file that may end within a record, as after a crash: what is there of that
   * record is cut away.
   *
   * @throws CaptureException if it cannot be opened, is compressed or of a format that is not
   *     written, or is damaged in another way
   */
  public static CaptureWriter appendCuttingAway(Path file) {
    return Appending.open(file, true);
  }

  private static CaptureWriter create(Sink sink, WriteSettings settings) {
    return settings.format() == FileFormat.PCAPNG
        ? new PcapngWriter(sink, settings, ByteOrder.LITTLE_ENDIAN)
        : new PcapWriter(sink, settings);
  }

  /**
   * The name of the compression that the end of a file's name stands for, as {@link
   * WriteSettings#compressed(String)} takes it: {@code gzip} for {@code a.pcap.gz}. Null for none.
   */
  public static String compressionOf(String file) {
    return Compression.ofName(file);
  }

  /**
   * What was left out of the compressions that are installed, and why: providers that cannot be
   * loaded, and names that several provide.
   */
  public static List<PluginProblem> compressionProblems() {
    return Compression.problems();
  }

  static Sink sink(Path file, WriteSettings settings) {
    String name = file.toString();
    // first, so that a file that is there stays as it is
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
