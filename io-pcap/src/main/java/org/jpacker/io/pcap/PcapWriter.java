package org.jpacker.io.pcap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;

/** Writes pcap in the byte order of most machines. */
final class PcapWriter implements PacketWriter {
  private static final long NANOS = 1_000_000_000L;
  private static final int RECORD_HEADER = 16;

  private final String name;
  private final OutputStream out;
  private final Pcap.Resolution resolution;
  private byte[] record = new byte[2048];
  private int linkType = -1;

  PcapWriter(String name, OutputStream out, Pcap.Resolution resolution) {
    this.name = name;
    this.out = out;
    this.resolution = resolution;
  }

  @Override
  public void write(Packet packet) {
    if (linkType >= 0 && packet.linkType() != linkType) {
      throw new CaptureException(
          name,
          -1,
          "pcap holds packets of one link type: this file's is "
              + linkType
              + ", this packet's is "
              + packet.linkType()
              + " (pcapng holds several)",
          null);
    }
    int length = packet.length();
    if (record.length < RECORD_HEADER + length) {
      record = new byte[RECORD_HEADER + length * 2];
    }
    // the whole record first: what cannot be written leaves nothing half-written behind
    packet.writeTo(record, RECORD_HEADER);
    long nanos = packet.timestampNanos() == Packet.NO_TIME ? 0 : packet.timestampNanos();
    long seconds = Math.floorDiv(nanos, NANOS);
    if (seconds < 0 || seconds > 0xffffffffL) {
      throw new CaptureException(
          name, -1, "pcap holds times from 1970 to 2106, not " + packet.timestamp(), null);
    }
    long fraction = Math.floorMod(nanos, NANOS);
    boolean isNanos = resolution == Pcap.Resolution.NANOSECONDS;
    // what was cut off stays cut off, however the packet was changed
    int missing = Math.max(0, packet.originalLength() - packet.capturedLength());
    ByteBuffer.wrap(record)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) seconds)
        .putInt((int) (isNanos ? fraction : fraction / 1000))
        .putInt(length)
        .putInt(length + missing);
    try {
      start(packet.linkType());
      out.write(record, 0, RECORD_HEADER + length);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void start(int type) throws IOException {
    if (linkType < 0) {
      linkType = type;
      boolean isNanos = resolution == Pcap.Resolution.NANOSECONDS;
      out.write(
          ByteBuffer.allocate(24)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(
                  (isNanos ? PcapReader.Variant.NANOSECONDS : PcapReader.Variant.MICROSECONDS)
                      .magic)
              .putShort((short) 2)
              .putShort((short) 4)
              .putLong(0)
              .putInt(FileCapture.USUAL_SNAPLEN)
              .putInt(type)
              .array());
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try (out) {
      // a file without packets is a capture too
      start(linkType < 0 ? 1 : linkType);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private CaptureException failed(IOException e) {
    return new CaptureException(name, -1, "cannot be written: " + e.getMessage(), e);
  }
}
