package org.jpacker.io.pcap;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Files that mislead a search for records in the middle. */
final class RecordFiles {
  private RecordFiles() {}

  /** Files of about {@code size} octets, by the contents of their packets. */
  static Map<String, RecordFile> pcap(ByteOrder order, int size) {
    Map<String, RecordFile> files = new LinkedHashMap<>();
    Random random = new Random(5);
    files.put(
        "random octets", fill(order, size, () -> RecordFile.random(random, random.nextInt(1515))));
    files.put("zeros", fill(order, size, () -> new byte[random.nextInt(1515)]));
    files.put("zeros of one length", fill(order, size, () -> new byte[1500]));
    files.put("nothing", fill(order, size, () -> new byte[0]));
    files.put("next to nothing", fill(order, size, () -> new byte[random.nextInt(3)]));
    files.put("whole capture files", fill(order, size, () -> inner(order, random, 1400)));
    files.put("large capture files", fill(order, size, () -> inner(order, random, 60_000)));
    files.put("the largest capture files", fill(order, size, () -> inner(order, random, 262_144)));
    files.put("jumbo packets", fill(order, size, () -> RecordFile.random(random, 262_144)));
    files.put("a chain in step with the real one", inStep(order, size, 8));
    files.put("a chain in step, not in fours", inStep(order, size, 13));
    files.put("no times", untimed(order, size, random));
    files.put("captured more than there was", overlong(order, size, random));
    return files;
  }

  interface Octets {
    byte[] next();
  }

  static RecordFile fill(ByteOrder order, int size, Octets payloads) {
    RecordFile file = RecordFile.pcap(order, 65535);
    for (int i = 0; file.out.size() < size; i++) {
      byte[] octets = payloads.next();
      file.record(RecordFile.SECONDS + i / 100, i % 100 * 9999, octets, octets.length);
    }
    return file;
  }

  /** A capture file of at most {@code size} octets that ends at the end of the packet. */
  private static byte[] inner(ByteOrder order, Random random, int size) {
    RecordFile file = RecordFile.pcap(order, 65535);
    int left = size - 24;
    while (left >= 16) {
      int length = Math.min(left - 16, random.nextInt(200));
      if (left - 16 - length < 16) {
        length = left - 16;
      }
      file.record(RecordFile.SECONDS, 7, RecordFile.random(random, length), length);
      left -= 16 + length;
    }
    return file.toBytes();
  }

  /** Each packet contains a record header that points to the one in the next packet. */
  private static RecordFile inStep(ByteOrder order, int size, int at) {
    RecordFile file = RecordFile.pcap(order, 65535);
    int length = 100;
    for (int i = 0; file.out.size() < size; i++) {
      var octets = file.bytes(length);
      octets.position(at);
      octets.putInt(RecordFile.SECONDS + i / 100).putInt(i).putInt(length).putInt(length);
      file.record(RecordFile.SECONDS + i / 100, i % 1000, octets.array(), length);
    }
    return file;
  }

  private static RecordFile untimed(ByteOrder order, int size, Random random) {
    RecordFile file = RecordFile.pcap(order, 0);
    while (file.out.size() < size) {
      byte[] octets = RecordFile.random(random, random.nextInt(300));
      file.record(0, 0, octets, octets.length);
    }
    return file;
  }

  private static RecordFile overlong(ByteOrder order, int size, Random random) {
    RecordFile file = RecordFile.pcap(order, 10);
    while (file.out.size() < size) {
      file.record(
          random.nextInt(), random.nextInt(), RecordFile.random(random, random.nextInt(300)), 0);
    }
    return file;
  }

  /**
   * A file crafted to mislead. The first record has a recent time; all others are of 1970, with as
   * many microseconds as captured octets, and each packet ends with a recent time. The octets four
   * before each record thus look more like a record than the record itself.
   */
  static RecordFile misleading(ByteOrder order, int size) {
    RecordFile file = RecordFile.pcap(order, 65535);
    for (int i = 0; file.out.size() < size; i++) {
      byte[] packet = new byte[100];
      Arrays.fill(packet, (byte) 0xff);
      packet = file.bytes(100).put(packet).putInt(96, RecordFile.SECONDS).array();
      file.record(i == 0 ? RecordFile.SECONDS : i % 1000, 100, packet, 0x7fffffff);
    }
    return file;
  }
}
