package org.jpacker.io.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.spi.PacketDecoder;

/**
 * Packets as JSON, one object after the other, usually a line for each: what {@code jpacker read
 * --json} writes.
 *
 * <p>A packet with {@code "octets"} in its {@code "frame"} consists of those; where its layers say
 * something else, a remark tells. A packet without them is made from its layers. Derived fields,
 * such as lengths and checksums, then follow from the rest, unless they are listed as {@code
 * "pinned"}.
 *
 * <pre>{@code
 * Packet packet = JsonCapture.packet(line);
 * try (JsonCapture capture = JsonCapture.of(stream)) {
 *   for (Packet each : capture) {
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>Packets are read one by one. What is wrong is reported with line and path.
 */
public final class JsonCapture implements Capture, PacketDecoder {
  private static final List<String> PACKET = List.of("frame", "layers", "trailer");
  private static final int MOST_REMARKS = 100;

  private final String name;
  private final InputStream in;
  private final JsonTree trees;
  private final ProtocolRegistry registry;
  private final PacketMaker maker;
  private final List<CaptureInterface> interfaces = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final Map<Source, Link> links = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private long moreRemarks;
  private List<BlockOption> options = List.of();
  private BigDecimal exactTime;
  private CaptureException damage;

  /** What tells interfaces apart. */
  private record Source(int id, int linkType, String name) {}

  private JsonCapture(String name, InputStream in, ProtocolRegistry registry) {
    this.name = name;
    this.in = in;
    this.registry = registry;
    this.trees = new JsonTree(name, in);
    this.maker = new PacketMaker(registry, this::remark);
  }

  /** The packets in {@code in}, which the capture closes, read with the installed protocols. */
  public static JsonCapture of(InputStream in) {
    return of(in, ProtocolRegistry.installed());
  }

  /** The packets in {@code in}, which the capture closes. */
  public static JsonCapture of(InputStream in, ProtocolRegistry registry) {
    return new JsonCapture("stream", in, registry);
  }

  static JsonCapture of(String name, InputStream in, ProtocolRegistry registry) {
    return new JsonCapture(name, in, registry);
  }

  /**
   * The packet that a line says, with the installed protocols.
   *
   * @throws CaptureException if the line is no packet, with line and path
   */
  public static Packet packet(String line) {
    return packet(line, ProtocolRegistry.installed());
  }

  /**
   * The packet that a line says.
   *
   * @throws CaptureException if the line is no packet, with line and path
   */
  public static Packet packet(String line, ProtocolRegistry registry) {
    byte[] octets = line.getBytes(StandardCharsets.UTF_8);
    JsonCapture capture = of("text", new ByteArrayInputStream(octets), registry);
    Packet packet = capture.next();
    if (packet == null) {
      throw new CaptureException("text", -1, "is empty", null);
    }
    if (capture.trees.next() != null) {
      throw new CaptureException("text", -1, "has more than one packet", null);
    }
    return packet;
  }

  /**
   * The next packet, or null at the end.
   *
   * @throws CaptureException if something is wrong, with line and path; each further call throws it
   *     again
   */
  @Override
  public Packet next() {
    if (damage != null) {
      throw damage;
    }
    try {
      Map<String, Object> tree = trees.next();
      return tree == null ? null : packet(tree);
    } catch (Mistake e) {
      damage = trees.damaged(e.getMessage(), e);
      throw damage;
    } catch (CaptureException e) {
      damage = e;
      throw e;
    }
  }

  private Packet packet(Map<String, Object> tree) {
    Members packet = Members.of(tree, "a packet", PACKET);
    List<?> layers = packet.list("layers");
    if (layers != null) {
      PacketMaker.check(layers);
    }
    byte[] trailer = packet.octets("trailer");
    GivenFrame frame = GivenFrame.of(packet.get("frame"));
    if (frame.octets() == null && layers == null) {
      throw new Mistake("a packet has octets in its frame, or layers");
    }
    int linkType = frame.linkType();
    if (linkType < 0) {
      linkType = layers == null ? Link.ETHERNET : maker.linkType(layers);
    }
    byte[] octets =
        frame.octets() != null
            ? frame.octets()
            : maker.octets(layers, trailer == null ? new byte[0] : trailer, linkType);
    exactTime = frame.exactTime();
    options =
        frame.comments().stream().map(BlockOption::comment).map(BlockOption.class::cast).toList();
    int onWire = frame.lengthOnWire(octets.length);
    Packet made =
        new Packet(octets, 0, octets.length, onWire, frame.nanos(), link(frame, linkType));
    if (frame.octets() != null && layers != null) {
      maker.compare(layers, made, "is in the octets, which count");
    }
    return made;
  }

  /**
   * The interface of a packet. It keeps its number; where that belongs to another one already, as
   * in files that were put together, it has the next free one.
   */
  private Link link(GivenFrame frame, int linkType) {
    Source source = new Source(frame.interfaceId(), linkType, frame.interfaceName());
    Link known = links.get(source);
    if (known != null) {
      return known;
    }
    int number = taken.get(frame.interfaceId()) ? interfaces.size() : frame.interfaceId();
    if (number >= GivenFrame.MOST_INTERFACES) {
      throw new Mistake("more than " + GivenFrame.MOST_INTERFACES + " interfaces")
          .in(".frame.interface_id");
    }
    CaptureInterface described =
        new CaptureInterface(
            number,
            0,
            linkType,
            frame.snapLength(),
            frame.resolution(),
            frame.interfaceName() == null
                ? List.of()
                : List.of(new BlockOption.Text(OptionType.IF_NAME, frame.interfaceName())));
    while (interfaces.size() <= number) {
      interfaces.add(placeholder(described));
    }
    interfaces.set(number, described);
    taken.set(number);
    Link link = Link.of(linkType, number, registry);
    links.put(source, link);
    return link;
  }

  /** An interface before the one that was given, of which nothing is known yet. */
  private CaptureInterface placeholder(CaptureInterface like) {
    return new CaptureInterface(
        interfaces.size(), 0, like.linkType(), like.snapLength(), like.resolution(), List.of());
  }

  private void remark(String path, String what) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add("line " + trees.line() + ", " + path + ": " + what);
    } else {
      moreRemarks++;
    }
  }

  @Override
  public List<CaptureInterface> interfaces() {
    return Collections.unmodifiableList(interfaces);
  }

  @Override
  public List<BlockOption> packetOptions() {
    return options;
  }

  @Override
  public BigDecimal exactTime() {
    return exactTime;
  }

  /**
   * What was given for packets but is not so in them, with line and path: fields that differ from
   * the octets, and values that follow from others. The first 100 are kept, and the number of the
   * others.
   */
  @Override
  public List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    if (moreRemarks > 0) {
      all.add(moreRemarks + " more of this kind");
    }
    return all;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new CaptureException(name, -1, "cannot be closed: " + e, e);
    }
  }
}
