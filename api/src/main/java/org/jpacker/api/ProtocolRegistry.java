package org.jpacker.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jpacker.api.spi.ModuleLog;
import org.jpacker.api.spi.ProtocolProvider;

/**
 * The protocols with which packets are read; a number selects the reader of each payload.
 * Immutable; shared freely between threads; a program may use several.
 *
 * <p>Precedence never depends on the order of discovery. A number selects, in this order: the
 * protocol chosen for it with {@link #with(DispatchKey, Protocol)}; one of a provider put first
 * with {@link #with(ProtocolProvider)}; one installed with jpacker; one added with {@link
 * #from(Path...)}. If two protocols of the same rank claim the same name or number, {@link
 * #of(ProtocolProvider...)} throws an exception. Registries made at run time remain usable instead:
 * neither protocol wins, and {@link #problems} names both and says how to choose.
 */
public final class ProtocolRegistry {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.api");

  private final List<Bundle> bundles;
  private final Claims claims;
  private final Map<DispatchKey, Protocol<?>> chosen;
  private final List<Protocol<?>> guessed;
  private final List<PluginProblem> problems;
  private final Map<String, Protocol<?>> byName;
  private final Map<String, Field> fields = new HashMap<>();
  private final Set<Reader> toldByDestination = new HashSet<>();
  private final Lookup lookup;
  private final Extensions extensions;

  private static final class Installed {
    static final ProtocolRegistry REGISTRY = of(Discovery.installed());
  }

  /**
   * The protocols installed with jpacker: those on the module path or class path that jpacker
   * itself was loaded from. For protocols that only another class loader sees, use {@link
   * #from(ClassLoader)}.
   */
  public static ProtocolRegistry installed() {
    return Installed.REGISTRY;
  }

  /**
   * The installed protocols and those of plug-ins. Each jar is loaded in isolation and remains
   * open, so keep the registry instead of creating it again. Jars that cannot be loaded are left
   * out, and {@link #problems} says why.
   *
   * @param places jars, or folders of jars
   */
  public static ProtocolRegistry from(Path... places) {
    Discovery found = addTo(installed());
    PluginJars.load(found, places);
    return of(found);
  }

  /** The installed protocols and those that this class loader sees. */
  public static ProtocolRegistry from(ClassLoader loader) {
    return of(addTo(installed()).add(loader));
  }

  /** The installed protocols and those of the modules in this layer. */
  public static ProtocolRegistry from(ModuleLayer layer) {
    return of(addTo(installed()).add(layer));
  }

  private static Discovery addTo(ProtocolRegistry registry) {
    return Discovery.of(registry.bundles, registry.problems);
  }

  private static ProtocolRegistry of(Discovery found) {
    Claims claims = new Claims(found.bundles());
    claims.sharedNames().forEach(problem -> LOG.warning(problem.toString()));
    claims.sharedNumbers().values().forEach(each -> LOG.warning(each.toString()));
    ProtocolRegistry registry =
        new ProtocolRegistry(
            found.bundles(), claims, Map.of(), List.of(), List.copyOf(found.problems()));
    registry.unreachable().forEach(problem -> LOG.warning(problem.toString()));
    return registry;
  }

  /**
   * A registry of the protocols of these providers, and no others.
   *
   * @throws IllegalArgumentException if two of the protocols claim the same name or number
   */
  public static ProtocolRegistry of(Collection<? extends ProtocolProvider> providers) {
    List<Bundle> bundles = new ArrayList<>();
    for (ProtocolProvider provider : providers) {
      bundles.add(Bundle.of(provider, null, Bundle.INSTALLED));
    }
    Claims claims = new Claims(bundles);
    claims.refuse();
    return new ProtocolRegistry(bundles, claims, Map.of(), List.of(), List.of());
  }

  /**
   * A registry of the protocols of these providers, and no others.
   *
   * @throws IllegalArgumentException if two of the protocols claim the same name or number
   */
  public static ProtocolRegistry of(ProtocolProvider... providers) {
    return of(List.of(providers));
  }

  private ProtocolRegistry(
      List<Bundle> bundles,
      Claims claims,
      Map<DispatchKey, Protocol<?>> chosen,
      List<Protocol<?>> guessed,
      List<PluginProblem> problems) {
    this.bundles = List.copyOf(bundles);
    this.claims = claims;
    this.chosen = chosen;
    this.guessed = guessed;
    this.problems = problems;
    this.byName = new TreeMap<>(claims.names());
    chosen.values().forEach(protocol -> byName.put(protocol.name(), protocol));
    this.extensions = new Extensions(bundles);
    for (Protocol<?> protocol : byName.values()) {
      for (Field field : fieldsOf(protocol)) {
        fields.putIfAbsent(field.name(), field);
      }
      if (protocol.toldByDestination()) {
        toldByDestination.add(protocol.reader());
      }
    }
    Map<DispatchKey, Reader> readers = new HashMap<>();
    claims.numbers().forEach((key, claim) -> readers.put(key, claim.reader()));
    chosen.forEach((key, protocol) -> readers.put(key, protocol.reader()));
    this.lookup = new Lookup(readers, HeuristicReader.of(guessed));
  }

  /**
   * A copy in which {@code key} selects {@code protocol}, whatever other rules say: "decode as".
   */
  public ProtocolRegistry with(DispatchKey key, Protocol<?> protocol) {
    Map<DispatchKey, Protocol<?>> more = new LinkedHashMap<>(chosen);
    more.put(key, protocol);
    if (LOG.isDebug()) {
      LOG.debug(key + " is read by " + protocol.name() + ", as chosen");
    }
    return new ProtocolRegistry(bundles, claims, more, guessed, problems);
  }

  /**
   * A copy with the protocols of {@code provider}, which take precedence over the present ones for
   * all names and numbers that both claim.
   *
   * @throws IllegalArgumentException if two of the provider's protocols claim the same name or
   *     number
   */
  public ProtocolRegistry with(ProtocolProvider provider) {
    int first = bundles.stream().mapToInt(Bundle::rank).min().orElse(Bundle.INSTALLED);
    Bundle bundle = Bundle.of(provider, null, Math.min(first, Bundle.INSTALLED) - 1);
    new Claims(List.of(bundle)).refuse();
    List<Bundle> more = new ArrayList<>(bundles);
    more.add(bundle);
    return new ProtocolRegistry(more, new Claims(more), chosen, guessed, problems);
  }

  /** A copy without {@code protocol}; the octets that it would read become {@link Raw}. */
  public ProtocolRegistry without(Protocol<?> protocol) {
    List<Bundle> fewer = bundles.stream().map(bundle -> bundle.without(protocol)).toList();
    Map<DispatchKey, Protocol<?>> others = new LinkedHashMap<>(chosen);
    others.values().removeIf(protocol::equals);
    List<Protocol<?>> fewerGuessed = guessed.stream().filter(p -> !p.equals(protocol)).toList();
    return new ProtocolRegistry(fewer, new Claims(fewer), others, fewerGuessed, problems);
  }

  /**
   * A copy in which these protocols are also recognised by their contents. This applies to payloads
   * whose reader no number selects, and to payloads that the protocols of two ports decline. The
   * first protocol that recognises the octets reads them, in the order given here; protocols
   * enabled earlier come first.
   *
   * @throws IllegalArgumentException if a protocol has no {@link Protocol#heuristics heuristics}
   */
  public ProtocolRegistry withHeuristics(Protocol<?>... protocols) {
    List<Protocol<?>> more = new ArrayList<>(guessed);
    for (Protocol<?> protocol : protocols) {
      if (protocol.heuristics().isEmpty()) {
        throw new IllegalArgumentException(protocol.name() + " has no heuristics");
      }
      if (!more.contains(protocol)) {
        more.add(protocol);
      }
    }
    return new ProtocolRegistry(bundles, claims, chosen, List.copyOf(more), problems);
  }

  /** All protocols, sorted by name. */
  public Collection<Protocol<?>> protocols() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** The protocol with this name, such as {@code tcp}; empty if there is none. */
  public Optional<Protocol<?>> protocol(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The fields of a protocol: those of its layout, and those of types of records that other modules
   * add.
   */
  public List<Field> fieldsOf(Protocol<?> protocol) {
    return extensions.fieldsOf(protocol);
  }

  /** The types of records that modules add to unions of others. */
  public AddedTypes additions() {
    return extensions.added();
  }

  /** The registry with which {@code header} was read; for one that stands alone, the installed. */
  public static ProtocolRegistry thatRead(Header header) {
    Packet packet = header.packet();
    return packet == null ? installed() : packet.link().registry();
  }

  /** The field with this display-filter name, such as {@code tcp.port}; empty if there is none. */
  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /**
   * The dispatch tables by name: those that the protocols answer in, and those that they look
   * numbers up in.
   */
  public SortedMap<String, DispatchTable> tables() {
    SortedMap<String, DispatchTable> tables = new TreeMap<>();
    claims.numbers().keySet().forEach(key -> tables.put(key.table().name(), key.table()));
    chosen.keySet().forEach(key -> tables.put(key.table().name(), key.table()));
    for (Protocol<?> protocol : protocols()) {
      protocol.layout().tables().forEach(table -> tables.put(table.name(), table));
    }
    return tables;
  }

  /** The numbers that select {@code protocol} in this registry. */
  public List<DispatchKey> keysOf(Protocol<?> protocol) {
    List<DispatchKey> keys = new ArrayList<>();
    claims
        .numbers()
        .forEach(
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

  /** The provider of {@code protocol}; empty if it was added with {@link #with}. */
  public Optional<ProtocolProvider> providerOf(Protocol<?> protocol) {
    return bundles.stream()
        .filter(bundle -> bundle.protocols().contains(protocol))
        .findFirst()
        .map(Bundle::provider);
  }

  /** All providers, including those of plug-ins. */
  public List<ProtocolProvider> providers() {
    return bundles.stream().map(Bundle::provider).toList();
  }

  /**
   * What was left out, and why: jars that could not be loaded, providers that failed, names and
   * numbers that several claim, numbers in a table that no protocol looks up. A number that was
   * given away by {@link #with(DispatchKey, Protocol)} is no problem any more.
   */
  public List<PluginProblem> problems() {
    List<PluginProblem> all = new ArrayList<>(problems);
    all.addAll(claims.sharedNames());
    claims
        .sharedNumbers()
        .forEach(
            (key, problem) -> {
              if (!chosen.containsKey(key)) {
                all.add(problem);
              }
            });
    all.addAll(extensions.problems());
    all.addAll(unreachable());
    return all;
  }

  private List<PluginProblem> unreachable() {
    List<Protocol<?>> alone = new ArrayList<>(chosen.values());
    alone.addAll(guessed);
    return new LookedUpTables(bundles, alone).problems(bundles, chosen);
  }

  /**
   * The reader that {@code key} selects in {@code table}. For an unclaimed number the reader makes
   * {@link Raw}, unless a protocol recognises the octets.
   */
  public Reader find(DispatchTable table, long key) {
    return lookup.find(table, key);
  }

  /**
   * The reader of the payload between two ports. A protocol chosen for one of them ({@link
   * #with(DispatchKey, Protocol)}) comes first. Otherwise, if the protocol of either port is {@link
   * Protocol#toldByDestination identified by the destination}, the destination port comes first;
   * else the lower port does. If the first reader declines or refuses the octets, the other one is
   * tried, and finally the heuristics. If none of them makes a header, the result of the first
   * reader stands.
   */
  public Reader find(DispatchTable table, int destination, int source) {
    Reader reader = lookup.find(table, destination);
    Reader other = lookup.find(table, source);
    if (other == Reader.NOBODY) {
      return reader;
    }
    return reader == Reader.NOBODY ? other : inTurn(table, destination, reader, source, other);
  }

  /** In a separate method, because both ports of a packet seldom have a reader. */
  private Reader inTurn(
      DispatchTable table, int destination, Reader reader, int source, Reader other) {
    boolean isSourceFirst = isSourceFirst(table, destination, reader, source, other);
    Reader first = isSourceFirst ? other : reader;
    Reader second = isSourceFirst ? reader : other;
    return before(first, before(second, lookup.nobody));
  }

  private boolean isSourceFirst(
      DispatchTable table, int destination, Reader reader, int source, Reader other) {
    boolean isSourceChosen = chosen.containsKey(table.key(source));
    if (isSourceChosen != chosen.containsKey(table.key(destination))) {
      return isSourceChosen;
    }
    return source < destination
        && !toldByDestination.contains(reader)
        && !toldByDestination.contains(other);
  }

  /** Tries {@code next} if {@code reader} does not make a header. */
  private Reader before(Reader reader, Reader next) {
    if (next == Reader.NOBODY || next == reader) {
      return reader;
    }
    return reader == lookup.nobody ? next : new Attempts(reader, next);
  }
}
