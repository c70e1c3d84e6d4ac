package org.jpacker.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jpacker.api.spi.ProtocolProvider;

/**
 * The protocols that packets are read with, found by the numbers they answer to. Immutable; shared
 * freely between threads.
 *
 * <p>Precedence never depends on the order in which protocols were found: a number claimed twice is
 * an error that names both sides.
 */
public final class ProtocolRegistry {
  private final List<ProtocolProvider> providers;
  private final Map<String, Protocol<?>> byName;
  private final Map<DispatchKey, Object> claims;
  private final Map<DispatchKey, Protocol<?>> chosen;
  private final List<String> problems;
  private final Map<String, Field> fields;
  private final Lookup lookup;
  private final Lookup preferred;

  private static final class Installed {
    static final ProtocolRegistry REGISTRY = find();
  }

  /** The protocols of all modules on the module path and the class path. */
  public static ProtocolRegistry installed() {
    return Installed.REGISTRY;
  }

  /**
   * The protocols of these providers.
   *
   * @throws IllegalArgumentException if two of them claim the same name or number
   */
  public static ProtocolRegistry of(Collection<? extends ProtocolProvider> providers) {
    return of(providers, List.of());
  }

  /**
   * The protocols of these providers.
   *
   * @throws IllegalArgumentException if two of them claim the same name or number
   */
  public static ProtocolRegistry of(ProtocolProvider... providers) {
    return of(List.of(providers));
  }

  private static ProtocolRegistry of(
      Collection<? extends ProtocolProvider> providers, List<String> problems) {
    Map<String, Protocol<?>> byName = new TreeMap<>();
    Map<DispatchKey, Object> claims = new LinkedHashMap<>();
    for (ProtocolProvider provider : providers) {
      for (Protocol<?> protocol : provider.protocols()) {
        Protocol<?> other = byName.putIfAbsent(protocol.name(), protocol);
        if (other != null) {
          throw new IllegalArgumentException(
              "two protocols are called "
                  + other.name()
                  + ": "
                  + other.type().getName()
                  + " and "
                  + protocol.type().getName());
        }
        for (DispatchKey key : protocol.keys()) {
          claim(claims, key, protocol);
        }
      }
      for (Selector selector : provider.selectors()) {
        claim(claims, selector.key(), selector);
      }
    }
    return new ProtocolRegistry(List.copyOf(providers), byName, claims, Map.of(), problems);
  }

  private static void claim(Map<DispatchKey, Object> claims, DispatchKey key, Object claimant) {
    Object other = claims.putIfAbsent(key, claimant);
    if (other != null) {
      throw new IllegalArgumentException(
          key
              + " is claimed by "
              + nameOf(other)
              + " and by "
              + nameOf(claimant)
              + "; choose with registry.with(key, protocol)");
    }
  }

  private static String nameOf(Object claimant) {
    return claimant instanceof Protocol<?> protocol
        ? protocol.name() + " (" + protocol.type().getName() + ")"
        : "a selector";
  }

  private ProtocolRegistry(
      List<ProtocolProvider> providers,
      Map<String, Protocol<?>> byName,
      Map<DispatchKey, Object> claims,
      Map<DispatchKey, Protocol<?>> chosen,
      List<String> problems) {
    this.providers = providers;
    this.byName = byName;
    this.claims = claims;
    this.chosen = chosen;
    this.problems = List.copyOf(problems);
    this.fields = new HashMap<>();
    for (Protocol<?> protocol : byName.values()) {
      for (Field field : protocol.layout().fields()) {
        fields.putIfAbsent(field.name(), field);
      }
    }
    Map<DispatchKey, Reader> readers = new HashMap<>();
    claims.forEach((key, claimant) -> readers.put(key, readerOf(claimant)));
    chosen.forEach((key, protocol) -> readers.put(key, protocol.reader()));
    this.lookup = new Lookup(readers);
    Map<DispatchKey, Reader> first = new HashMap<>();
    chosen.forEach((key, protocol) -> first.put(key, protocol.reader()));
    this.preferred = chosen.isEmpty() ? null : new Lookup(first);
  }

  private static Reader readerOf(Object claimant) {
    if (claimant instanceof Protocol<?> protocol) {
      return protocol.reader();
    }
    Selector selector = (Selector) claimant;
    return in -> {
      DispatchKey key = selector.choose().apply(in);
      if (key == null || key.equals(selector.key())) {
        return in.raw();
      }
      ProtocolRegistry registry = in.packet == null ? installed() : in.packet.link().registry();
      return registry.find(key.table(), key.value()).read(in);
    };
  }

  /** Loads each provider by itself, so that one that fails is reported and the others are there. */
  private static ProtocolRegistry find() {
    Map<Class<?>, ProtocolProvider> found = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    // a thread's context loader may be null or foreign: the loader of this module is asked too
    load(ServiceLoader.load(ProtocolProvider.class), found, problems);
    load(
        ServiceLoader.load(ProtocolProvider.class, ProtocolRegistry.class.getClassLoader()),
        found,
        problems);
    return of(found.values(), problems);
  }

  private static void load(
      ServiceLoader<ProtocolProvider> loader,
      Map<Class<?>, ProtocolProvider> found,
      List<String> problems) {
    Iterator<ServiceLoader.Provider<ProtocolProvider>> candidates = loader.stream().iterator();
    while (true) {
      try {
        if (!candidates.hasNext()) {
          return;
        }
        ServiceLoader.Provider<ProtocolProvider> candidate = candidates.next();
        if (!found.containsKey(candidate.type())) {
          found.put(candidate.type(), candidate.get());
        }
      } catch (ServiceConfigurationError e) {
        if (!problems.contains(e.getMessage())) {
          problems.add(e.getMessage());
        }
      }
    }
  }

  /** A copy in which {@code protocol} reads what {@code key} selects, before any other rule. */
  public ProtocolRegistry with(DispatchKey key, Protocol<?> protocol) {
    Map<DispatchKey, Protocol<?>> more = new LinkedHashMap<>(chosen);
    more.put(key, protocol);
    Map<String, Protocol<?>> names = new TreeMap<>(byName);
    names.put(protocol.name(), protocol);
    return new ProtocolRegistry(providers, names, claims, more, problems);
  }

  /** A copy without {@code protocol}: what it would read is {@link Raw}. */
  public ProtocolRegistry without(Protocol<?> protocol) {
    Map<DispatchKey, Object> fewer = new LinkedHashMap<>(claims);
    fewer.values().removeIf(protocol::equals);
    Map<DispatchKey, Protocol<?>> others = new LinkedHashMap<>(chosen);
    others.values().removeIf(protocol::equals);
    Map<String, Protocol<?>> names = new TreeMap<>(byName);
    names.remove(protocol.name());
    return new ProtocolRegistry(providers, names, fewer, others, problems);
  }

  /** All protocols, by name. */
  public Collection<Protocol<?>> protocols() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** The protocol of this name. */
  public Optional<Protocol<?>> protocol(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The field of this name. */
  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** The numbers that {@code protocol} answers to here. */
  public List<DispatchKey> keysOf(Protocol<?> protocol) {
    List<DispatchKey> keys = new ArrayList<>();
    claims.forEach(
        (key, claimant) -> {
          if (claimant.equals(protocol) && !chosen.containsKey(key)) {
            keys.add(key);
          }
        });
    chosen.forEach(
        (key, other) -> {
          if (other.equals(protocol)) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** Who brought {@code protocol}; empty for one that came with {@link #with}. */
  public Optional<ProtocolProvider> providerOf(Protocol<?> protocol) {
    return providers.stream().filter(p -> p.protocols().contains(protocol)).findFirst();
  }

  /** What went wrong while protocols were looked for, a sentence each. */
  public List<String> problems() {
    return problems;
  }

  /** Who reads what {@code key} in {@code table} selects; {@link Reader#NOBODY} if nobody does. */
  public Reader find(DispatchTable table, long key) {
    return lookup.find(table, key);
  }

  /** Who reads what goes between two ports: the lower number is asked first. */
  public Reader find(DispatchTable table, int port, int otherPort) {
    if (preferred != null) {
      Reader reader = find(preferred, table, port, otherPort);
      if (reader != Reader.NOBODY) {
        return reader;
      }
    }
    return find(lookup, table, port, otherPort);
  }

  private static Reader find(Lookup lookup, DispatchTable table, int port, int otherPort) {
    Reader reader = lookup.find(table, Math.min(port, otherPort));
    return reader != Reader.NOBODY ? reader : lookup.find(table, Math.max(port, otherPort));
  }
}
