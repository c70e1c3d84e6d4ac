package org.jpacker.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** Capture files made by hand, so that what reads them is tried with what it did not write. */
final class PcapBytes {
  private static final int ETHERNET = 1;

  /** A link type for private use, which nobody dissects. */
  static final int UNKNOWN = 147;

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

  PcapBytes(int linkType) {
    ByteBuffer head = ByteBuffer.allocate(24).putInt(0xa1b2c3d4).putShort((short) 2);
    head.putShort((short) 4).putLong(0).putInt(65535).putInt(linkType);
    octets.writeBytes(head.array());
  }

  static PcapBytes ethernet() {
    return new PcapBytes(ETHERNET);
  }

  /** Three packets, a half, and a whole second apart: UDP, HTTP over TCP, nothing known. */
  static PcapBytes sample() {
    return ethernet()
        .packet(1_000, 0, udp("hello"))
        .packet(1_000, 500_000, tcp(80, "GET /\u001b[2J HTTP/1.1\r\n\r\n"))
        .packet(1_001, 500_000, hex("ffffffffffff 020000000001 88b5 0102"));
  }

  PcapBytes packet(int seconds, int micros, byte[] packet) {
    ByteBuffer head = ByteBuffer.allocate(16).putInt(seconds).putInt(micros);
    octets.writeBytes(head.putInt(packet.length).putInt(packet.length).array());
    octets.writeBytes(packet);
    return this;
  }

  byte[] toBytes() {
    return octets.toByteArray();
  }

  String in(Path folder) throws IOException {
    return write(folder, toBytes());
  }

  /** All but the last {@code missing} octets. */
  String cutIn(Path folder, int missing) throws IOException {
    return write(folder, Arrays.copyOf(toBytes(), octets.size() - missing));
  }

  private static String write(Path folder, byte[] octets) throws IOException {
    return Files.write(folder.resolve("test.pcap"), octets).toString();
  }

  static byte[] udp(String text) {
    byte[] data = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out = ip(17, 8 + data.length);
    out.putShort((short) 40000).putShort((short) 40001).putShort((short) (8 + data.length));
    return out.putShort((short) 0).put(data).array();
  }

  static byte[] tcp(int port, String text) {
    byte[] data = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out = ip(6, 20 + data.length);
    out.putShort((short) 40000).putShort((short) port).putInt(1).putInt(2);
    return out.putShort((short) 0x5018).putShort((short) 512).putInt(0).put(data).array();
  }

  /** Ethernet and IPv4 headers with room for {@code size} octets behind them. */
  private static ByteBuffer ip(int protocol, int size) {
    ByteBuffer out = ByteBuffer.allocate(34 + size);
    out.put(hex("020000000002 020000000001 0800 4500"));
    out.putShort((short) (20 + size)).put(hex("00010000 40")).put((byte) protocol);
    return out.put(hex("0000 01020304 05060708"));
  }

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }
}
