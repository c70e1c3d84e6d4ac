package org.jpacker.io.pcap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.ProtocolRegistry;

/**
 * Opens and creates capture files: pcap (microseconds and nanoseconds, either byte order, and the
 * variant with longer record headers) and pcapng, plain or compressed with gzip. Formats are
 * recognised by content.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html">the pcap format</a>
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html">the pcapng
 *     format</a>
 */
public final class Pcap {

  /** The unit of the time stamps in a pcap file. */
  public enum Resolution {
    /** Understood by every reader. */
    MICROSECONDS,
    /** Loses nothing. */
    NANOSECONDS
  }

  private Pcap() {}

  /**
   * Opens a file, to be read with the installed protocols.
   *
   * @throws CaptureException if it cannot be opened or is no capture
   */
  public static Capture open(Path file) {
    return open(file, ProtocolRegistry.installed());
  }

  /**
   * Opens a file, to be read with the protocols of {@code registry}.
   *
   * @throws CaptureException if it cannot be opened or is no capture
   */
  public static Capture open(Path file, ProtocolRegistry registry) {
    String name = file.toString();
    FileChannel channel = null;
    try {
      if (Files.isDirectory(file)) {
        throw new CaptureException(name, -1, "is a directory", null);
      }
      channel = FileChannel.open(file, StandardOpenOption.READ);
      long size = Files.isRegularFile(file) ? channel.size() : -1;
      return Formats.open(Input.of(name, channel, size), registry);
    } catch (NoSuchFileException e) {
      throw new CaptureException(name, -1, "no such file", e);
    } catch (AccessDeniedException e) {
      throw new CaptureException(name, -1, "permission denied", e);
    } catch (IOException e) {
      throw closing(channel, new CaptureException(name, -1, "cannot be read: " + e, e));
    } catch (CaptureException e) {
      throw closing(channel, e);
    }
  }

  private static CaptureException closing(FileChannel channel, CaptureException e) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException second) {
        e.addSuppressed(second);
      }
    }
    return e;
  }

  /**
   * Opens a stream, to be read with the installed protocols. Packets are handed out as soon as they
   * are whole. The capture closes the stream.
   *
   * @throws CaptureException if it fails or is no capture
   */
  public static Capture open(InputStream stream) {
    return open(stream, ProtocolRegistry.installed());
  }

  /**
   * Opens a stream, to be read with the protocols of {@code registry}.
   *
   * @throws CaptureException if it fails or is no capture
   */
  public static Capture open(InputStream stream, ProtocolRegistry registry) {
    String name = stream == System.in ? "standard input" : "stream";
    return Formats.open(Input.of(name, stream), registry);
  }

  /**
   * Opens a channel, to be read with the protocols of {@code registry}.
   *
   * @throws CaptureException if it fails or is no capture
   */
  public static Capture open(ReadableByteChannel channel, ProtocolRegistry registry) {
    return Formats.open(Input.of("channel", Channels.newInputStream(channel)), registry);
  }

  /**
   * Creates a pcap file with time stamps in microseconds, or replaces it. The link type is that of
   * the first packet.
   *
   * @throws CaptureException if it cannot be created
   */
  public static PacketWriter create(Path file) {
    return create(file, Resolution.MICROSECONDS);
  }

  /**
   * Creates a pcap file, or replaces it. The link type is that of the first packet.
   *
   * @throws CaptureException if it cannot be created
   */
  public static PacketWriter create(Path file, Resolution resolution) {
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      return new PcapWriter(file.toString(), out, resolution);
    } catch (IOException e) {
      throw new CaptureException(file.toString(), -1, "cannot be created: " + e, e);
    }
  }

  /** Writes pcap to a stream, which the writer closes. */
  public static PacketWriter create(OutputStream stream, Resolution resolution) {
    return new PcapWriter("stream", new BufferedOutputStream(stream, 1 << 16), resolution);
  }
}
