package org.jpacker.io.pcap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A pcap or pcapng file of any size, with the offsets of its records. */
final class RecordFile {
  static final int SECONDS = 1_700_000_000;

  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final List<Long> places = new ArrayList<>();
  private final ByteOrder order;

  private RecordFile(ByteOrder order) {
    this.order = order;
  }

  static RecordFile pcap(ByteOrder order, int snapLength) {
    RecordFile file = new RecordFile(order);
    ByteBuffer header = file.bytes(24);
    header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    file.out.writeBytes(header.putInt(snapLength).putInt(1).array());
    return file;
  }

  static RecordFile pcapng(ByteOrder order) {
    return new RecordFile(order).section();
  }

  RecordFile record(int seconds, int fraction, byte[] octets, int original) {
    places.add((long) out.size());
    ByteBuffer header = bytes(16).putInt(seconds).putInt(fraction);
    out.writeBytes(header.putInt(octets.length).putInt(original).array());
    out.writeBytes(octets);
    return this;
  }

  RecordFile section() {
    return block(
        Block.SECTION_HEADER,
        bytes(16).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1));
  }

  RecordFile networkInterface(int linkType) {
    return block(1, bytes(8).putShort((short) linkType).putShort((short) 0).putInt(0));
  }

  RecordFile enhanced(int id, long units, byte[] octets) {
    places.add((long) out.size());
    ByteBuffer contents = bytes(20 + (octets.length + 3 & ~3));
    contents.putInt(id).putInt((int) (units >>> 32)).putInt((int) units);
    return block(6, contents.putInt(octets.length).putInt(octets.length).put(octets));
  }

  RecordFile block(int type, ByteBuffer contents) {
    int length = 12 + contents.capacity();
    out.writeBytes(bytes(8).putInt(type).putInt(length).array());
    out.writeBytes(contents.array());
    out.writeBytes(bytes(4).putInt(length).array());
    return this;
  }

  /** The octets of the file, which another capture can carry in its payloads. */
  byte[] toBytes() {
    return out.toByteArray();
  }

  Path write(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "records", ".cap");
      try (var to = Files.newOutputStream(file)) {
        out.writeTo(to);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(order);
  }

  static byte[] random(Random random, int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return octets;
  }
}
