package org.jpacker.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Protocol-independent request/response matching. */
final class Answers {

  /** RFC 792: an error quotes the header and at least this many octets after it. */
  private static final int QUOTED = 8;

  private Answers() {}

  /**
   * Whether source and destination are swapped; a request to a group may be answered from any
   * address.
   */
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
            // any member of the group may answer
            || asked instanceof Address address && address.isMulticast());
  }

  /**
   * Whether {@code answer} answers {@code request}. Packets within tunnels count too: a packet that
   * is tunnelled in one direction may be untunnelled in the other.
   */
  static boolean packets(Packet answer, Packet request) {
    for (Frame told : Frame.of(answer)) {
      for (Frame asked : Frame.of(request)) {
        if (told.answers(asked)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A packet, or a packet carried in a tunnel within it.
   *
   * @param start the outermost header
   * @param network the header that supplies the pseudo header, or null for none
   */
  private record Frame(Header start, Header network) {

    /** Outermost first; each frame extends into those inside it. */
    static List<Frame> of(Packet packet) {
      List<Frame> frames = new ArrayList<>();
      Header start = null;
      Header network = null;
      for (Layer layer = packet.first(); layer instanceof Header header; layer = header.payload()) {
        boolean isNetwork = header instanceof PseudoHeader;
        if (start != null && mayStandFirst(header) && (network != null || !isNetwork)) {
          frames.add(new Frame(start, network));
          start = null;
          network = null;
        }
        start = start == null ? header : start;
        network = network == null && isNetwork ? header : network;
      }
      if (start != null) {
        frames.add(new Frame(start, network));
      }
      return frames;
    }

    private static boolean mayStandFirst(Header header) {
      return header.protocol().keyIn(DispatchTable.LINK_TYPE) >= 0;
    }

    /**
     * Compares the network headers if a tunnel is involved and the first headers differ in
     * protocol; otherwise the first headers.
     */
    boolean answers(Frame request) {
      boolean areTunnelled = start.carrier() != null || request.start.carrier() != null;
      return areTunnelled
              && !start.protocol().equals(request.start.protocol())
              && network != null
              && request.network != null
          ? headers(network, request.network)
          : headers(start, request.start);
    }
  }

  /** Whether the payload of {@code answer} answers the payload of {@code request}. */
  static boolean payloads(Header answer, Header request) {
    return layers(answer.payload(), request.payload());
  }

  private static boolean layers(Layer answer, Layer request) {
    if (answer instanceof Header told && request instanceof Header asked) {
      return headers(told, asked);
    }
    // without a header in the request there is nothing to answer
    return !(behindCarriage(request) instanceof Header);
  }

  /** Compares headers of one protocol; where the protocols differ, a carriage header is skipped. */
  private static boolean headers(Header answer, Header request) {
    if (!answer.protocol().equals(request.protocol())) {
      if (isCarriage(answer)) {
        return layers(answer.payload(), request);
      }
      if (isCarriage(request)) {
        return layers(answer, request.payload());
      }
    }
    return answer.answers(request);
  }

  /**
   * Whether the payload of {@code carrier}, of another protocol, answers {@code request} itself.
   */
  static boolean reports(Header carrier, Header request) {
    return behindCarriage(carrier.payload()) instanceof Header report
        && !report.protocol().equals(request.protocol())
        && report.answers(request);
  }

  /**
   * Whether a header has no endpoints and names its payload, such as a tag or an extension header.
   */
  private static boolean isCarriage(Header header) {
    Layout layout = header.protocol().layout();
    return layout.source() == null
        && (header.payload() instanceof Header
            || layout.fields().stream().anyMatch(field -> field.traits().selects() != null));
  }

  private static Layer behindCarriage(Layer layer) {
    Layer behind = layer;
    while (behind instanceof Header header && isCarriage(header)) {
      behind = header.payload();
    }
    return behind;
  }

  /**
   * Whether {@code quoted} is {@code request} as seen on its route: same endpoints, same first
   * octets.
   */
  static boolean quotes(Packet quoted, Header request) {
    return quoted.first() instanceof Header header
        && header.protocol().equals(request.protocol())
        && isSame(header, request, header.protocol().layout().source())
        && isSame(header, request, header.protocol().layout().destination())
        && (beginsAlike(header.payload(), request.payload())
            || beginsAlike(behindCarriage(header.payload()), behindCarriage(request.payload())));
  }

  private static boolean isSame(Header one, Header other, Field field) {
    return field == null || Objects.equals(field.value(one), field.value(other));
  }

  private static boolean beginsAlike(Layer quotedLayer, Layer sentLayer) {
    byte[] quoted = quotedLayer.toBytes();
    byte[] sent = sentLayer.toBytes();
    int count = Math.min(QUOTED, Math.min(quoted.length, sent.length));
    return Arrays.equals(quoted, 0, count, sent, 0, count);
  }
}
