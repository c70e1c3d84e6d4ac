package org.jpacker.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jpacker.api.Field;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Reader;

/**
 * Builds the steps of a scan, starting from one protocol. There is a step for each protocol that
 * has a passage and has columns or leads to some, and for each set of columns that may have been
 * read before it; a step therefore never has to check which columns are left. Protocols that cannot
 * lead to a column end the path; all others without a passage are read as objects.
 */
final class ScanPlan {
  /** Tunnels in tunnels with many columns need more; the innermost are then read as objects. */
  private static final int MOST_STEPS = 256;

  /**
   * A protocol after headers from which the columns {@code before} were read.
   *
   * @param protocol the protocol
   * @param before a bit for each column read before
   */
  private record State(Protocol<?> protocol, long before) {}

  /**
   * A step whose successors have yet to be built.
   *
   * @param places where the numbers in its header lead to
   * @param successors its successors, to be filled
   * @param after a bit for each column read up to its end
   */
  private record Open(StepTable places, NextSteps successors, long after) {}

  private final ProtocolRegistry registry;
  private final List<Column> columns;
  private final long all;
  private final CarrierGraph carriers;
  private final Map<Protocol<?>, StepTable> places = new HashMap<>();
  private final Map<State, Step> steps = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private ScanPlan(ProtocolRegistry registry, List<Column> columns, long all) {
    this.registry = registry;
    this.columns = columns;
    this.all = all;
    this.carriers = new CarrierGraph(registry);
  }

  /**
   * The step for the first header of packets that {@code reader} reads.
   *
   * @param registry the protocols
   * @param columns the columns
   * @param all a bit for each column that concerns headers
   * @param reader the reader
   */
  static Step first(ProtocolRegistry registry, List<Column> columns, long all, Reader reader) {
    return new ScanPlan(registry, columns, all).first(reader);
  }

  private Step first(Reader reader) {
    Protocol<?> first = carriers.protocolOf(reader);
    if (!CarrierGraph.isPassable(first)) {
      return reader == Reader.NOBODY ? Step.NOTHING : Step.OBJECTS;
    }
    carriers.findFrom(first);
    Set<Reader> leading = carriers.leadingTo(protocol -> wanted(protocol) != 0);
    for (Protocol<?> protocol : carriers.found()) {
      places.put(protocol, places(protocol, leading));
    }
    Step step = step(new State(first, 0));
    // protocols carry each other in circles, so a step is created before its successors
    while (!open.isEmpty()) {
      Open next = open.pop();
      List<Reader> passed = next.places().passed();
      for (int i = 0; i < passed.size(); i++) {
        State behind = new State(carriers.protocolOf(passed.get(i)), next.after());
        next.successors().set(i + 1, step(behind));
      }
    }
    return step;
  }

  private StepTable places(Protocol<?> protocol, Set<Reader> leading) {
    Map<Integer, Reader> numbers = new TreeMap<>(carriers.carriedBy(protocol));
    List<Reader> others =
        numbers.values().stream().filter(reader -> !leading.contains(reader)).toList();
    numbers.values().retainAll(leading);
    if (numbers.isEmpty()) {
      return StepTable.NONE;
    }
    List<Reader> passed =
        numbers.values().stream()
            .distinct()
            .filter(reader -> CarrierGraph.isPassable(carriers.protocolOf(reader)))
            .limit(StepTable.MOST_PASSED)
            .toList();
    Passage passage = protocol.layout().passage();
    return StepTable.of(
        registry, passage.selector(), passage.otherSelector() != null, numbers, others, passed);
  }

  private Step step(State state) {
    Step step = steps.get(state);
    if (step == null) {
      step = steps.size() < MOST_STEPS ? make(state.protocol(), state.before()) : Step.OBJECTS;
      steps.put(state, step);
    }
    return step;
  }

  private Step make(Protocol<?> protocol, long before) {
    Passage passage = protocol.layout().passage();
    long wanted = wanted(protocol);
    // a second header of this protocol adds nothing; one of another protocol with the same field
    // may
    boolean isSecond = wanted != 0 && (before & wanted) == wanted;
    if (!isSecond && (before & wanted) != 0 || !isPlain(protocol, wanted)) {
      return Step.OBJECTS;
    }
    long after = before | wanted;
    StepTable to = after == all ? StepTable.NONE : places.get(protocol);
    NextSteps successors = NextSteps.of(to);
    open.push(new Open(to, successors, after));
    return new StepPlan(
            passage,
            protocol.layout().size(),
            StepPlan.fits(passage.conditions()),
            StepPlan.reads(columns, isSecond ? 0 : wanted),
            before,
            after,
            to,
            successors)
        .step();
  }

  private boolean isPlain(Protocol<?> protocol, long wanted) {
    for (int i = 0; i < columns.size(); i++) {
      if ((wanted >>> i & 1) != 0 && !isPlain(columns.get(i).field(), protocol)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every header that is passed over has the field, and at the same position. */
  private static boolean isPlain(Field field, Protocol<?> protocol) {
    return field == null
        || field.bit() >= 0
            && field.traits().at() == null
            && field.bit() + field.width() <= protocol.layout().size() * 8
            && (field.traits().when() == null
                || protocol.layout().passage().certain().contains(field));
  }

  /** A bit for each column found in the headers of {@code protocol}. */
  private long wanted(Protocol<?> protocol) {
    long wanted = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isOfPacket() && columns.get(i).isIn(protocol)) {
        wanted |= 1L << i;
      }
    }
    return wanted;
  }
}
