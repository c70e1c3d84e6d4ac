package org.jpacker.api;

import java.util.Arrays;

/** Octets that a protocol refused, with the {@link Reason}. Immutable. */
public final class Malformed extends Layer {

  /**
   * Why octets were refused.
   *
   * @param protocol name of the protocol that refused them
   * @param rule the violated rule, such as {@code "header length"}
   * @param needed octets needed, or -1 if the rule is not about a length
   * @param found octets found, or -1 if the rule is not about a length
   * @param limitedBy what limited the octets: a field's name, or {@code "captured length"}
   * @param offset octets from the start of the packet to the place of the refusal
   * @param cause what a plug-in threw, or null: an exception, a linkage error or a stack overflow
   */
  public record Reason(
      String protocol,
      String rule,
      int needed,
      int found,
      String limitedBy,
      int offset,
      Throwable cause) {

    /** A violated rule that is not about a length. */
    static Reason rule(String protocol, String rule, int offset) {
      return new Reason(protocol, rule, -1, -1, "", offset, null);
    }

    /** {@code what} needs more octets than {@code limitedBy} left. */
    static Reason tooShort(
        String protocol, String what, int needed, int found, String limitedBy, int offset) {
      return new Reason(protocol, what, needed, found, limitedBy, offset, null);
    }

    /** A failure in the code of a plug-in. */
    static Reason failed(String protocol, String what, int offset, Throwable cause) {
      return new Reason(protocol, what, -1, -1, "", offset, cause);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(96).append(protocol);
      text.append(protocol.isEmpty() ? "" : ": ").append(rule);
      if (needed >= 0) {
        text.append(" needs ").append(needed).append(needed == 1 ? " octet" : " octets");
        text.append(", found ").append(found);
      }
      if (!limitedBy.isEmpty()) {
        text.append(" (limited by ").append(limitedBy).append(')');
      }
      text.append(" at offset ").append(offset);
      return cause == null ? text.toString() : text.append(": ").append(cause).toString();
    }
  }

  private final Reason reason;

  Malformed(byte[] octets, int start, int end, Header carrier, Packet packet, Reason reason) {
    super(octets, start, end, carrier, packet);
    this.reason = reason;
  }

  /** Why these octets were refused. */
  public Reason reason() {
    return reason;
  }

  @Override
  Layer detachedCopy() {
    return new Malformed(toBytes(), 0, size(), null, null, reason);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Malformed malformed
        && Arrays.equals(octets, start, end, malformed.octets, malformed.start, malformed.end);
  }

  @Override
  public int hashCode() {
    return Octets.hash(octets, start, end);
  }

  @Override
  public String toString() {
    return "Malformed[" + reason + "]";
  }
}
