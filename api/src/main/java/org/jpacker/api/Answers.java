package org.jpacker.api;

import java.util.Arrays;
import java.util.Objects;

/** What can be told of questions and answers without knowing a protocol. */
final class Answers {

  /** RFC 792: an error quotes the header and this many octets behind it, or more. */
  private static final int QUOTED = 8;

  private Answers() {}

  /** Whether sender and receiver have changed places. */
  static boolean reverses(Header answer, Header request) {
    Layout layout = answer.protocol().layout();
    Field source = layout.source();
    Field destination = layout.destination();
    if (source == null) {
      return true;
    }
    Object asked = destination.value(request);
    return Objects.equals(destination.value(answer), source.value(request))
        && (Objects.equals(source.value(answer), asked)
            // whoever is in the group may answer
            || asked instanceof Address address && address.isMulticast());
  }

  /** Whether what {@code answer} carries answers what {@code request} carries. */
  static boolean payloads(Header answer, Header request) {
    return !(request.payload() instanceof Header asked)
        || answer.payload() instanceof Header told && told.answers(asked);
  }

  /** Whether {@code quoted} begins with {@code request}, as it was on its way. */
  static boolean quotes(Packet quoted, Header request) {
    return quoted.first() instanceof Header header
        && header.protocol().equals(request.protocol())
        && isSame(header, request, header.protocol().layout().source())
        && isSame(header, request, header.protocol().layout().destination())
        && beginsAlike(header.payload().toBytes(), request.payload().toBytes());
  }

  private static boolean isSame(Header one, Header other, Field field) {
    return field == null || Objects.equals(field.value(one), field.value(other));
  }

  private static boolean beginsAlike(byte[] quoted, byte[] sent) {
    int count = Math.min(QUOTED, Math.min(quoted.length, sent.length));
    return Arrays.equals(quoted, 0, count, sent, 0, count);
  }
}
