package org.jpacker.scan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Reader;
import org.jpacker.api.UIntField;

/**
 * Which protocols of a registry may carry which others, as far as their passages say. Protocols
 * carry each other in circles, so the graph from one protocol on is complete before it is queried.
 */
final class CarrierGraph {
  /** Numbers of more bits are not enumerated. */
  private static final int WIDEST = 16;

  private final ProtocolRegistry registry;
  private final Map<Reader, Protocol<?>> protocols = new IdentityHashMap<>();
  private final Map<Protocol<?>, Map<Integer, Reader>> carried = new LinkedHashMap<>();

  CarrierGraph(ProtocolRegistry registry) {
    this.registry = registry;
    for (Protocol<?> protocol : registry.protocols()) {
      protocols.put(protocol.reader(), protocol);
    }
  }

  /** The protocol that {@code reader} reads; null for selectors and for unclaimed octets. */
  Protocol<?> protocolOf(Reader reader) {
    return protocols.get(reader);
  }

  /** Whether the headers of {@code protocol} can be passed over. */
  static boolean isPassable(Protocol<?> protocol) {
    if (protocol == null || protocol.layout().passage() == null) {
      return false;
    }
    UIntField selector = protocol.layout().passage().selector();
    return selector == null || selector.width() <= WIDEST && selector.traits().times() == 1;
  }

  /** Finds all protocols that can be passed over, from {@code first} on. */
  void findFrom(Protocol<?> first) {
    Deque<Protocol<?>> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      Protocol<?> protocol = open.pop();
      if (!carried.containsKey(protocol)) {
        Map<Integer, Reader> readers = readers(protocol.layout().passage().selector());
        carried.put(protocol, readers);
        for (Reader reader : readers.values()) {
          if (isPassable(protocols.get(reader))) {
            open.push(protocols.get(reader));
          }
        }
      }
    }
  }

  private Map<Integer, Reader> readers(UIntField selector) {
    Map<Integer, Reader> readers = new TreeMap<>();
    if (selector != null) {
      DispatchTable table = selector.traits().selects();
      for (int number = 0; number < 1 << selector.width(); number++) {
        Reader reader = registry.find(table, number);
        if (reader != Reader.NOBODY) {
          readers.put(number, reader);
        }
      }
    }
    return readers;
  }

  /** All protocols found. */
  Collection<Protocol<?>> found() {
    return carried.keySet();
  }

  /** The readers of the payloads of a protocol, by the number that selects them. */
  Map<Integer, Reader> carriedBy(Protocol<?> protocol) {
    return carried.get(protocol);
  }

  /**
   * The readers that lead to a wanted header: readers of wanted headers, readers of headers that
   * carry such, and readers of which nothing is known.
   */
  Set<Reader> leadingTo(Predicate<Protocol<?>> isWanted) {
    Set<Reader> leading = new HashSet<>();
    Set<Reader> others = new HashSet<>();
    for (Map<Integer, Reader> readers : carried.values()) {
      others.addAll(readers.values());
    }
    carried.keySet().forEach(protocol -> others.add(protocol.reader()));
    boolean more = true;
    while (more) {
      more = others.removeIf(reader -> leads(reader, isWanted, leading) && leading.add(reader));
    }
    return leading;
  }

  private boolean leads(Reader reader, Predicate<Protocol<?>> isWanted, Set<Reader> leading) {
    Protocol<?> protocol = protocols.get(reader);
    if (protocol == null || isWanted.test(protocol)) {
      return true;
    }
    if (isPassable(protocol)) {
      return carried.get(protocol).values().stream().anyMatch(leading::contains);
    }
    return !carriesNothing(protocol.type());
  }

  /** A protocol that does not name a reader for its payload carries nothing but octets. */
  private static boolean carriesNothing(Class<?> type) {
    for (Class<?> c = type; c != Header.class; c = c.getSuperclass()) {
      try {
        c.getDeclaredMethod("next", ProtocolRegistry.class);
        return false;
      } catch (NoSuchMethodException e) {
        // the class above may declare it
      } catch (LinkageError e) {
        return false; // a class named by one of its methods is missing, so the answer is unknown
      }
    }
    return true;
  }
}
