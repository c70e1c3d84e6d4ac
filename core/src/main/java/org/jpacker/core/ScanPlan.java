package org.jpacker.core;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jpacker.api.Field;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Reader;
import org.jpacker.api.UIntField;

/**
 * The steps of a scan with the protocols of one registry. A step is made for each protocol that
 * says how to pass over its headers, and that has columns or leads to some. What cannot have
 * columns ends the way; all else that has no passage is read with objects.
 */
final class ScanPlan {
  private final ProtocolRegistry registry;
  private final List<Column> columns;
  private final long all;
  private final Map<Reader, Step> firsts = new ConcurrentHashMap<>();

  ScanPlan(ProtocolRegistry registry, List<Column> columns, long all) {
    this.registry = registry;
    this.columns = columns;
    this.all = all;
  }

  /** The step over the first header of packets that {@code reader} reads. */
  Step first(Reader reader) {
    return firsts.computeIfAbsent(reader, this::plan);
  }

  private Step plan(Reader reader) {
    Carriage carriage = new Carriage(registry);
    Protocol<?> first = carriage.protocolOf(reader);
    if (!Carriage.isPassable(first)) {
      return reader == Reader.NOBODY ? Step.NOTHING : Step.OBJECTS;
    }
    carriage.findFrom(first);
    Set<Reader> leading = carriage.leadingTo(protocol -> wanted(protocol) != 0);
    Map<Protocol<?>, Successors> successors = new HashMap<>();
    Map<Reader, Step> steps = new HashMap<>();
    for (Protocol<?> protocol : carriage.found()) {
      Set<Reader> next = Set.copyOf(carriage.carriedBy(protocol).values());
      int worthwhile = (int) next.stream().filter(leading::contains).count();
      successors.put(protocol, successors(protocol.layout().passage(), worthwhile));
      steps.put(protocol.reader(), step(protocol, successors.get(protocol)));
    }
    // protocols carry each other: only now there is a step for each
    successors.forEach(
        (protocol, next) ->
            carriage.carriedBy(protocol).entrySet().stream()
                .filter(entry -> leading.contains(entry.getValue()))
                .sorted(Comparator.comparing(entry -> !steps.containsKey(entry.getValue())))
                .forEach(
                    entry ->
                        next.put(
                            entry.getKey(),
                            entry.getValue(),
                            steps.getOrDefault(entry.getValue(), Step.OBJECTS))));
    return steps.get(reader);
  }

  private Successors successors(Passage passage, int steps) {
    UIntField selector = passage.selector();
    return selector == null
        ? Successors.NONE
        : Successors.of(
            registry,
            selector.traits().selects(),
            selector.width(),
            passage.otherSelector() != null,
            steps);
  }

  private Step step(Protocol<?> protocol, Successors successors) {
    Passage passage = protocol.layout().passage();
    long wanted = wanted(protocol);
    for (int i = 0; i < columns.size(); i++) {
      if ((wanted >>> i & 1) != 0 && !isPlain(columns.get(i).field(), protocol)) {
        return Step.OBJECTS;
      }
    }
    return new StepPlan(
            passage,
            protocol.layout().size(),
            StepPlan.fits(passage.conditions()),
            StepPlan.reads(columns, wanted),
            wanted,
            all,
            successors.steps().length > 1,
            successors)
        .step();
  }

  /** Whether the field is present in, and at the same place of, each header that is passed over. */
  private static boolean isPlain(Field field, Protocol<?> protocol) {
    return field == null
        || field.bit() >= 0
            && field.traits().at() == null
            && field.bit() + field.width() <= protocol.layout().size() * 8
            && (field.traits().when() == null
                || protocol.layout().passage().certain().contains(field));
  }

  /** A bit for each column that the headers of {@code protocol} have. */
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
