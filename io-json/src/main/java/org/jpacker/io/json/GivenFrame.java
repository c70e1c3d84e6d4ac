package org.jpacker.io.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.TimeResolution;

/**
 * What the input says of a packet besides its layers.
 *
 * @param octets of the packet, or null
 * @param time seconds since 1970, or null
 * @param length on the wire, or -1
 * @param capturedLength octets that were captured, or -1
 * @param linkType the link type, or -1
 * @param interfaceId number of the interface
 * @param interfaceName of the interface, or null
 * @param snapLength of the interface
 * @param comments on the packet
 */
record GivenFrame(
    byte[] octets,
    BigDecimal time,
    int length,
    int capturedLength,
    int linkType,
    int interfaceId,
    String interfaceName,
    long snapLength,
    List<String> comments) {
  private static final List<String> NAMES =
      List.of(
          "number",
          "time_epoch",
          "len",
          "cap_len",
          "link_type",
          "interface_id",
          "interface_name",
          "snap_len",
          "comments",
          "octets");

  /** Interfaces before one that is given exist, too, so their number is bounded. */
  static final int MOST_INTERFACES = 65_536;

  /** What capture programs have if nothing else is said. */
  private static final long USUAL_SNAP_LENGTH = 262_144;

  private static final BigDecimal NANOS = new BigDecimal(1_000_000_000);

  /** Digits before the point of a time, and after it: more than any file has. */
  private static final int MOST_DIGITS = 40;

  /**
   * The frame of a packet.
   *
   * @param frame an object, or null if there is none
   */
  static GivenFrame of(Object frame) {
    try {
      Members members = Members.of(frame == null ? Map.of() : frame, "a frame", NAMES);
      members.number("number", 0, Long.MAX_VALUE, 0);
      return new GivenFrame(
          members.octets("octets"),
          time(members),
          (int) members.number("len", 0, Integer.MAX_VALUE, -1),
          (int) members.number("cap_len", 0, Integer.MAX_VALUE, -1),
          (int) members.number("link_type", 0, 0xffff, -1),
          (int) members.number("interface_id", 0, MOST_INTERFACES - 1, 0),
          members.text("interface_name"),
          members.number("snap_len", 0, 0xffffffffL, USUAL_SNAP_LENGTH),
          comments(members));
    } catch (Mistake e) {
      throw e.in(".frame");
    }
  }

  private static BigDecimal time(Members members) {
    BigDecimal time = members.decimal("time_epoch");
    if (time != null
        && (Math.abs((long) time.scale()) > MOST_DIGITS
            || (long) time.precision() - time.scale() > MOST_DIGITS)) {
      throw new Mistake("a time has at most " + MOST_DIGITS + " digits before and after the point")
          .in(".time_epoch");
    }
    return time;
  }

  private static List<String> comments(Members members) {
    List<String> comments = members.texts("comments");
    for (int i = 0; i < comments.size(); i++) {
      if (comments.get(i).indexOf(0) >= 0) {
        throw new Mistake("a comment has no character 0").in(Mistake.element(i)).in(".comments");
      }
    }
    return comments;
  }

  /** The time in nanoseconds, rounded down; {@link Packet#NO_TIME} if there is none that fits. */
  long nanos() {
    if (time == null) {
      return Packet.NO_TIME;
    }
    BigDecimal nanos = time.multiply(NANOS).setScale(0, RoundingMode.FLOOR);
    return nanos.toBigInteger().bitLength() < 64 ? nanos.longValue() : Packet.NO_TIME;
  }

  /** The time, if nanoseconds do not hold it exactly; or null. */
  BigDecimal exactTime() {
    long nanos = nanos();
    boolean isHeld =
        time == null
            || nanos != Packet.NO_TIME && BigDecimal.valueOf(nanos, 9).compareTo(time) == 0;
    return isHeld ? null : time;
  }

  /** A unit in which the time is a whole number, nanoseconds if that is possible. */
  TimeResolution resolution() {
    if (exactTime() == null) {
      return TimeResolution.NANOSECONDS;
    }
    int decimals = Math.max(0, time.stripTrailingZeros().scale());
    return nanos() == Packet.NO_TIME
        ? new TimeResolution(Math.max(6, decimals))
        : new TimeResolution(decimals);
  }

  /** The length on the wire of a packet of so many octets: those that were not captured stay so. */
  int lengthOnWire(int captured) {
    if (length < 0) {
      return captured;
    }
    if (octets != null || captured == capturedLength) {
      return length;
    }
    long unseen = capturedLength < 0 ? 0 : Math.max(0, length - capturedLength);
    return (int) Math.min(Integer.MAX_VALUE, captured + unseen);
  }
}
