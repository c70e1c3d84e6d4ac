package org.jpacker.io.pcap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;

/** Opens an existing file for appending, after reading it to its end. */
final class Appending {
  private final Path file;
  private final String name;
  private FileFormat format;
  private ByteOrder order;
  private int linkType;
  private long snapLength;
  private long end;
  private long packets;

  private Appending(Path file) {
    this.file = file;
    name = file.toString();
  }

  static CaptureWriter open(Path file, boolean cutAway) {
    Appending appending = new Appending(file);
    appending.examine(cutAway);
    return appending.writer();
  }

  private void examine(boolean cutAway) {
    try (FileCapture capture = Pcap.open(file, ProtocolRegistry.of())) {
      if (capture.compression() != null) {
        throw refused("is compressed with " + capture.compression() + "; decompress it first");
      }
      format = capture.format();
      if (!format.isWritten()) {
        throw refused("is " + format.title() + ", which cannot be written; convert it first");
      }
      try {
        while (capture.next() != null) {
          packets++;
        }
        end = capture.end();
      } catch (CutException e) {
        if (!cutAway) {
          throw new CaptureException(
              name, e.offset(), e.reason() + "; remove the incomplete record before appending", e);
        }
        end = e.offset();
      }
      order = capture.byteOrder();
      linkType = capture.interfaces().isEmpty() ? -1 : capture.interfaces().get(0).linkType();
      snapLength = capture.interfaces().isEmpty() ? 0 : capture.interfaces().get(0).snapLength();
      if (capture instanceof PcapReader pcap && pcap.maybeSwapped) {
        throw refused("is pcap of an old version, which cannot be written; convert it first");
      }
    }
  }

  private CaptureWriter writer() {
    Sink sink = new Sink(name, stream(), null);
    sink.order(order);
    if (format == FileFormat.PCAPNG) {
      // a new section: the existing header may state the length of its section
      return new PcapngWriter(sink, WriteSettings.pcapng(), order);
    }
    if (format == FileFormat.JSON) {
      return new OtherWriter(sink, OtherFormats.toWrite(name, format), packets);
    }
    return new PcapWriter(sink, WriteSettings.of(format).snapLength(snapLength), linkType);
  }

  private OutputStream stream() {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      try {
        channel.truncate(end);
        channel.position(end);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      return Channels.newOutputStream(channel);
    } catch (IOException e) {
      throw new CaptureException(name, -1, "cannot be written: " + e, e);
    }
  }

  private CaptureException refused(String reason) {
    return new CaptureException(name, -1, reason, null);
  }
}
