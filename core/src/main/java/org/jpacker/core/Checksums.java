package org.jpacker.core;

import java.util.List;
import org.jpacker.api.Checksum;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.text.Escape;
import org.jpacker.api.text.FieldText;

/** The text of checksum verdicts in outputs. */
public final class Checksums {

  /** Suffix to the name of a checksum that gives the name of its status. */
  public static final String STATUS = ".status";

  private Checksums() {}

  /**
   * The checksums of {@code packet} with their verdicts; an empty list if the code of a protocol
   * throws.
   */
  public static List<Checksum> of(Packet packet) {
    try {
      return packet.checksums();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return List.of(); // foreign code: the packet is shown all the same
    }
  }

  /** The verdict on {@code field} in {@code header}, or null if the field is not a checksum. */
  public static Checksum of(List<Checksum> checksums, Header header, Field field) {
    for (Checksum checksum : checksums) {
      if (checksum.header() == header && checksum.field() == field) {
        return checksum;
      }
    }
    return null;
  }

  /** Appends the bad checksums of the packet, each in brackets. */
  public static void bad(StringBuilder out, Packet packet) {
    for (Checksum checksum : of(packet)) {
      if (checksum.status() == Checksum.Status.BAD) {
        out.append(" [bad ");
        Escape.text(out, checksum.field().name());
        out.append(' ');
        value(out, checksum.found(), checksum.field());
        out.append(", expected ");
        value(out, checksum.expected(), checksum.field());
        out.append(']');
      }
    }
  }

  /** Appends the verdict that follows the value. */
  public static void append(StringBuilder out, Checksum checksum) {
    switch (checksum.status()) {
      case GOOD -> out.append("good");
      case NOT_PRESENT -> out.append("not present");
      case BAD -> {
        out.append("bad, expected ");
        value(out, checksum.expected(), checksum.field());
      }
      case UNVERIFIED -> {
        if (checksum.expected() < 0) {
          out.append("unverified: not everything that it covers is in the packet");
        } else {
          out.append("unverified: left to the sender's interface, expected ");
          value(out, checksum.expected(), checksum.field());
        }
      }
    }
  }

  private static void value(StringBuilder out, long value, Field field) {
    if (field instanceof UIntField || field instanceof ULongField) {
      FieldText.number(out, value, field.width(), field.traits());
    } else {
      out.append(value);
    }
  }
}
