package org.jpacker.io.pcap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes text in pcapng files. */
final class Utf8 {
  private Utf8() {}

  /**
   * The text, or null if the octets are not valid UTF-8 and thus could not be written back
   * unchanged.
   */
  static String decode(byte[] octets, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
