package org.jpacker.io.pcap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/** Builds capture files octet by octet. */
final class CaptureFile {
  static final ProtocolRegistry NOTHING = ProtocolRegistry.of();

  private final ByteBuffer out = ByteBuffer.allocate(1 << 20);

  private CaptureFile(ByteOrder order) {
    out.order(order);
  }

  static CaptureFile pcap(ByteOrder order, int magic, int linkType) {
    CaptureFile file = new CaptureFile(order);
    file.out.putInt(magic).putShort((short) 2).putShort((short) 4).putLong(0);
    file.out.putInt(65535).putInt(linkType);
    return file;
  }

  CaptureFile record(int seconds, int fraction, byte[] octets, int original) {
    out.putInt(seconds).putInt(fraction).putInt(octets.length).putInt(original).put(octets);
    return this;
  }

  static CaptureFile pcapng(ByteOrder order) {
    return new CaptureFile(order).section();
  }

  CaptureFile section() {
    return block(
        0x0a0d0d0a,
        bytes(16).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1));
  }

  CaptureFile order(ByteOrder order) {
    out.order(order);
    return this;
  }

  CaptureFile networkInterface(int linkType, int snapLength, byte... options) {
    return block(
        1,
        bytes(8 + options.length)
            .putShort((short) linkType)
            .putShort((short) 0)
            .putInt(snapLength)
            .put(options));
  }

  CaptureFile enhanced(int id, long units, byte[] octets, int original) {
    return block(
        6,
        bytes(20 + padded(octets.length))
            .putInt(id)
            .putInt((int) (units >>> 32))
            .putInt((int) units)
            .putInt(octets.length)
            .putInt(original)
            .put(octets));
  }

  CaptureFile block(int type, ByteBuffer contents) {
    int length = 12 + padded(contents.capacity());
    out.putInt(type).putInt(length).put(contents.array());
    out.position(out.position() + padded(contents.capacity()) - contents.capacity());
    out.putInt(length);
    return this;
  }

  ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(out.order());
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }

  CaptureFile putInt(int value) {
    out.putInt(value);
    return this;
  }

  byte[] toBytes() {
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  static byte[] gzip(byte[] octets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The packets of a file, and the message of the damage after them, or null. */
  record Contents(List<Packet> packets, String damage) {}

  /** Reads the file as a stream and from memory, and asserts that the contents are the same. */
  static Contents read(byte[] file) {
    Contents contents = read(() -> Pcap.open(new ByteArrayInputStream(file), NOTHING));
    Contents inMemory = read(() -> Pcap.open(file, NOTHING));
    assertEquals(contents.packets, inMemory.packets);
    assertEquals(
        contents.damage,
        inMemory.damage == null ? null : inMemory.damage.replace("memory", "stream"));
    return contents;
  }

  private static Contents read(Supplier<Capture> opening) {
    List<Packet> packets = new ArrayList<>();
    try (Capture capture = opening.get()) {
      for (Packet packet : capture) {
        packets.add(packet);
      }
    } catch (CaptureException e) {
      return new Contents(packets, e.getMessage());
    }
    return new Contents(packets, null);
  }
}
