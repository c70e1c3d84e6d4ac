package org.jpacker.proto.icmp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * An object that an error of ICMP or ICMPv6 has behind the packet which it quotes, <a
 * href="https://www.rfc-editor.org/rfc/rfc4884#section-8">RFC 4884, section 8</a>.
 */
public sealed interface IcmpExtension {

  /** The class. */
  int number();

  /** The type within the class. */
  int type();

  /**
   * The labels that a packet had when it arrived, <a
   * href="https://www.rfc-editor.org/rfc/rfc4950">RFC 4950</a>.
   */
  record MplsLabelStack(List<Label> labels) implements IcmpExtension {

    /** Takes a copy of the labels. */
    public MplsLabelStack {
      labels = List.copyOf(labels);
    }

    @Override
    public int number() {
      return 1;
    }

    @Override
    public int type() {
      return 1;
    }
  }

  /**
   * An entry of a label stack.
   *
   * @param label 20 bits
   * @param exp traffic class, 3 bits
   * @param bottom whether it is the last
   * @param ttl time to live, 8 bits
   */
  record Label(int label, int exp, boolean bottom, int ttl) {

    /** Refuses what does not fit. */
    public Label {
      if (label >>> 20 != 0 || exp >>> 3 != 0 || ttl >>> 8 != 0) {
        throw new IllegalArgumentException(
            "label %d (20 bits), exp %d (3 bits) or ttl %d (8 bits) does not fit"
                .formatted(label, exp, ttl));
      }
    }
  }

  /**
   * Any other object.
   *
   * @param octets what follows length, class and type
   */
  record Unknown(int number, int type, byte[] octets) implements IcmpExtension {
    @Override
    public boolean equals(Object other) {
      return other instanceof Unknown unknown
          && number == unknown.number
          && type == unknown.type
          && Arrays.equals(octets, unknown.octets);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * number + type) + Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Unknown[number=%d, type=%d, octets=%s]"
          .formatted(number, type, HexFormat.of().formatHex(octets));
    }
  }
}
