package org.jpacker.io.pcap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in pcapng. */
final class Utf8 {
  private Utf8() {}

  /** The text, or null where the octets are not UTF-8: as text they could not be written back. */
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
