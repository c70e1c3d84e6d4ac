package org.jpacker.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Escape;

/**
 * The composition of a capture: packets and octets by stack of protocols, and refused octets by
 * protocol and reason. Memory is bounded, however many stacks a capture contains: beyond the limit,
 * packets are counted with the stack below theirs.
 */
public final class Statistics {

  private static final int MOST_STACKS = 10_000;
  private static final int MOST_REASONS = 1_000;

  /** The packets with a given stack of protocols, and their octets on the wire. */
  public static final class Stack {
    private final String name;
    private final Map<String, Stack> above = new TreeMap<>();
    private long packets;
    private long octets;

    private Stack(String name) {
      this.name = name;
    }

    private Stack count(Packet packet) {
      packets++;
      octets += packet.originalLength();
      return this;
    }

    /** The innermost protocol. */
    public String name() {
      return name;
    }

    /** Number of packets with this stack, whatever it carries. */
    public long packets() {
      return packets;
    }

    /** Octets on the wire of these packets. */
    public long octets() {
      return octets;
    }

    /** The stacks with one more protocol, those with the most packets first. */
    public List<Stack> above() {
      List<Stack> sorted = new ArrayList<>(above.values());
      sorted.sort(Comparator.comparingLong(Stack::packets).reversed());
      return sorted;
    }
  }

  /**
   * A reason for refusing octets.
   *
   * @param protocol name of the protocol that refused them
   * @param rule the violated rule
   */
  public record Refusal(String protocol, String rule) implements Comparable<Refusal> {
    private static final Comparator<Refusal> ORDER =
        Comparator.comparing(Refusal::protocol).thenComparing(Refusal::rule);

    @Override
    public int compareTo(Refusal other) {
      return ORDER.compare(this, other);
    }
  }

  /** Stands for all reasons beyond the limit. */
  private static final Refusal OTHERS = new Refusal("(others)", "");

  private final Stack frame = new Stack("frame");
  private final Map<Refusal, Long> refusals = new TreeMap<>();
  private int stacks;

  /** Statistics of a capture without packets. */
  public Statistics() {}

  /** Counts a packet. */
  public void add(Packet packet) {
    Stack stack = frame.count(packet);
    Layer layer = packet.first();
    for (; layer instanceof Header header; layer = header.payload()) {
      stack = above(stack, header.protocol().name(), packet);
    }
    if (layer instanceof Malformed malformed) {
      above(stack, "_ws.malformed", packet);
      Malformed.Reason reason = malformed.reason();
      Refusal refusal = new Refusal(reason.protocol(), reason.rule());
      boolean isKnown = refusals.containsKey(refusal) || refusals.size() < MOST_REASONS;
      refusals.merge(isKnown ? refusal : OTHERS, 1L, Long::sum);
    } else if (layer.size() > 0) {
      above(stack, "data", packet);
    }
  }

  private Stack above(Stack stack, String name, Packet packet) {
    Stack above = stack.above.get(name);
    if (above == null) {
      if (stacks == MOST_STACKS) {
        return stack;
      }
      stacks++;
      above = new Stack(name);
      stack.above.put(name, above);
    }
    return above.count(packet);
  }

  /** All packets; the stacks above it consist of the outermost protocols. */
  public Stack all() {
    return frame;
  }

  /** The number of refusals by protocol and reason. */
  public Map<Refusal, Long> refusals() {
    return Map.copyOf(refusals);
  }

  /** Appends both tables, several lines. */
  public void append(StringBuilder out) {
    TextTable table = new TextTable("PROTOCOL", "PACKETS", "OCTETS");
    rows(table, frame, "");
    table.append(out);
    if (!refusals.isEmpty()) {
      out.append('\n');
      TextTable refused = new TextTable("MALFORMED", "RULE", "PACKETS");
      refusals.forEach(
          (refusal, times) ->
              refused.row(
                  Escape.text(refusal.protocol()),
                  Escape.text(refusal.rule()),
                  Long.toString(times)));
      refused.append(out);
    }
  }

  private static void rows(TextTable table, Stack stack, String indent) {
    table.row(
        indent + Escape.text(stack.name),
        Long.toString(stack.packets),
        Long.toString(stack.octets));
    for (Stack above : stack.above()) {
      rows(table, above, indent + "  ");
    }
  }
}
