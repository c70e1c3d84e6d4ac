package org.jpacker.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jpacker.api.Discrepancy;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.HexDump;
import org.jpacker.core.PacketDifference;
import org.jpacker.core.Summary;
import org.jpacker.core.TextTree;
import org.jpacker.core.json.PacketJson;
import org.jpacker.core.source.JavaSource;
import org.jpacker.flow.FlowKey;

/** Invariants of all packets, whatever their octets. */
public final class Invariants {

  /** Octets that dissecting a packet may allocate, plus a multiple of its size. */
  private static final long DISSECTING = 16 << 10;

  private static final long DISSECTING_EACH = 256;

  /**
   * Likewise for all output of a packet. Tree, JSON and source of a short packet with many fields
   * (LLDP, spanning tree) take 0.2 MiB each. A coverage-guided fuzzer instruments each comparison
   * of strings, and takes some MiB for the method names that source generation looks up.
   */
  private static final long SHOWING = (System.getenv("JAZZER_FUZZ") == null ? 1L : 8L) << 20;

  private static final long SHOWING_EACH = 8 << 10;

  /**
   * Maximum number of attempts. Reflection generates classes after some time, and a fuzzer
   * instruments each new class, which may allocate megabytes in whatever thread is running.
   */
  private static final int ROUNDS = 3;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Source is generated for one packet in this many, since it inspects the methods of all classes.
   */
  private static final int SOURCE_EACH = 32;

  private static final TextTree TREE = new TextTree();
  private static final PacketJson JSON = new PacketJson();

  private static final Map<Class<?>, List<Method>> QUESTIONS = new ConcurrentHashMap<>();

  private Invariants() {}

  /**
   * Dissects the octets, queries all properties and produces all output.
   *
   * @throws AssertionError if an invariant is violated; the message has the octets
   */
  public static void check(byte[] octets, int linkType, ProtocolRegistry registry) {
    try {
      byte[] before = octets.clone();
      Packet packet = Packet.read(octets, linkType, registry);
      layersCoverTheirCarrier(packet, octets);
      reasonsPointIntoThePacket(packet);
      String shown = show(packet, registry);
      ask(packet);
      bounded(
          "dissecting",
          DISSECTING + DISSECTING_EACH * octets.length,
          () -> Packet.read(octets, linkType, registry).layers());
      Packet again = Packet.read(octets, linkType, registry);
      bounded(
          "showing",
          SHOWING + SHOWING_EACH * octets.length,
          () -> require(shown.equals(show(again, registry)), "it is shown alike each time"));
      require(Arrays.equals(before, octets), "reading left the octets alone");
      require(Arrays.equals(octets, packet.toBytes()), "octets come back verbatim");
      change(packet);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          "link type " + linkType + ", octets " + HexFormat.of().formatHex(octets) + ": " + e, e);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("it does not hold that " + what);
    }
  }

  /**
   * Requires that at least one run stays within the bound; anything beyond that is not caused by
   * the packet.
   */
  private static void bounded(String what, long bound, Runnable work) {
    long allocated = Long.MAX_VALUE;
    for (int round = 0; allocated > bound && round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    require(allocated <= bound, what + " allocates at most " + bound + " octets: " + allocated);
  }

  /** Each layer consists of the octets between its carrier's header and trailer. */
  private static void layersCoverTheirCarrier(Packet packet, byte[] octets) {
    int at = 0;
    int size = octets.length - packet.trailer().size();
    for (Layer layer = packet.first(); ; ) {
      require(layer.size() == size, layer + " fills its carrier: " + layer.size() + ", " + size);
      require(packet.offsetOf(layer) == at, layer + " follows the header of its carrier");
      require(
          Arrays.equals(layer.toBytes(), Arrays.copyOfRange(octets, at, at + size)),
          layer + " is the octets that it lies on");
      if (!(layer instanceof Header header)) {
        return;
      }
      at += header.headerSize();
      size = header.payload().size();
      // the rest is a trailer of the header itself
      require(
          header.headerSize() + size + header.trailer().size() <= header.size(),
          header + " holds header, payload and trailer");
      layer = header.payload();
    }
  }

  private static void reasonsPointIntoThePacket(Packet packet) {
    for (Malformed malformed : packet.all(Malformed.class)) {
      Malformed.Reason reason = malformed.reason();
      require(
          reason.offset() >= 0 && reason.offset() <= packet.length(),
          "the offset of '" + reason + "' lies in the packet");
      require(!reason.rule().isEmpty(), "'" + reason + "' says what is wrong");
      require(reason.cause() == null, "no reader fails: " + reason.cause());
    }
  }

  private static String show(Packet packet, ProtocolRegistry registry) {
    StringBuilder out = new StringBuilder();
    Frame frame = Frame.of(packet);
    for (Summary.Time time : Summary.Time.values()) {
      new Summary(time).append(out, frame);
      out.append('\n');
    }
    TREE.append(out, frame);
    JSON.append(out, frame);
    HexDump.append(out, packet);
    if (packet.hashCode() % SOURCE_EACH == 0) {
      JavaSource source = new JavaSource(registry);
      source.append(out, frame);
      source.end(out);
    }
    require(
        out.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)),
        "no control character is shown");
    return out.toString();
  }

  /** Calls every method of a header that needs no arguments. */
  private static void ask(Packet packet) {
    FlowKey.of(packet);
    FlowKey.link(packet);
    packet.verify();
    packet.hashCode();
    require(packet.equals(packet.copy()), "a copy is equal");
    for (Layer layer : packet.layers()) {
      require(!layer.toString().isEmpty(), "a layer has a text");
      if (layer instanceof Header header) {
        for (Field field : header.protocol().layout().fields()) {
          require((field.value(header) != null) == field.isPresent(header), field.name());
          require(field.text(header) != null, field.name());
        }
        questions(header).forEach(question -> ask(header, question));
      }
    }
  }

  private static void ask(Header header, Method question) {
    try {
      require(question.invoke(header) != null, question + " gives something");
    } catch (InvocationTargetException e) {
      throw new AssertionError(question + " fails: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(question.toString(), e);
    }
  }

  private static List<Method> questions(Header header) {
    return QUESTIONS.computeIfAbsent(
        header.getClass(),
        type -> {
          List<Method> questions = new ArrayList<>();
          for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && method.getReturnType() != type) {
              questions.add(method);
            }
          }
          return questions;
        });
  }

  /** A repaired packet has no checkable discrepancies, and repairing does not change its size. */
  private static void change(Packet packet) {
    Packet repaired = packet.copy();
    byte[] octets;
    try {
      repaired.refresh();
      octets = repaired.toBytes();
    } catch (IllegalStateException e) {
      return; // some packets cannot be written in their current state; the message says why
    }
    for (Discrepancy left : repaired.verify()) {
      require(!left.checkable(), "repaired fields are right: " + left);
    }
    require(octets.length == packet.length(), "repairing leaves the size alone");
    PacketDifference.between(packet, repaired);
  }
}
