package org.jpacker.api;

/** Says which length ended a stretch of octets, for messages. */
final class Extent {
  private Extent() {}

  /**
   * The innermost of {@code carrier} and its carriers whose length field ended it at {@code end}:
   * the name of that field, else {@code "captured length"}.
   */
  static String limitedBy(Header carrier, int end) {
    for (Header h = carrier; h != null && h.end == end; h = h.carrier) {
      int above = h.carrier != null ? h.carrier.end : h.packet == null ? end : h.packet.readEnd();
      if (above != end) {
        String field = h.protocol().layout().lengthField();
        return field.isEmpty() ? h.protocol().name() : field;
      }
    }
    return "captured length";
  }
}
