package org.jpacker.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which protocol owns each name and each number. The lowest rank wins; claims of equal rank
 * cancel out, so that the result never depends on the order of discovery.
 */
final class Claims {
  private final Map<String, Protocol<?>> names = new TreeMap<>();
  private final Map<DispatchKey, Claim> numbers = new LinkedHashMap<>();
  private final List<PluginProblem> sharedNames = new ArrayList<>();
  private final Map<DispatchKey, PluginProblem> sharedNumbers = new LinkedHashMap<>();

  /** The first conflicting claim, in words, or null. */
  private String clash;

  /**
   * A claim and the bundle that makes it.
   *
   * @param claim the claim
   * @param bundle the bundle
   */
  private record Claimant(Claim claim, Bundle bundle) {

    @Override
    public String toString() {
      String in = bundle.jar() == null ? "" : " in " + bundle.jar().getFileName();
      return claim instanceof Protocol<?> protocol
          ? protocol.name() + " (" + protocol.type().getName() + in + ")"
          : "a selector of " + bundle.module() + in;
    }
  }

  /** Claimants of the same name or number, in order of precedence. */
  private static final class Rivals {
    private static final Comparator<Claimant> ORDER =
        Comparator.<Claimant>comparingInt(claimant -> claimant.bundle.rank())
            .thenComparing(claimant -> claimant.bundle.module())
            .thenComparing(Claimant::toString)
            .thenComparing(claimant -> String.valueOf(claimant.bundle.jar()));

    private final List<Claimant> all = new ArrayList<>();

    void add(Claimant claimant) {
      all.add(claimant);
      all.sort(ORDER);
    }

    /** The winner, or null if the first claimants have equal rank. */
    Claimant first() {
      boolean tied = all.size() > 1 && all.get(0).bundle.rank() == all.get(1).bundle.rank();
      return tied ? null : all.get(0);
    }

    /** Whether to report a problem; not if a provider was explicitly put first. */
    boolean isProblem() {
      return all.size() > 1 && (first() == null || first().bundle.rank() >= Bundle.INSTALLED);
    }

    Bundle last() {
      return all.get(all.size() - 1).bundle;
    }

    @Override
    public String toString() {
      return String.join(" and by ", all.stream().map(Claimant::toString).toList());
    }
  }

  /** Resolves names first: a protocol that loses its name also loses its dispatch keys. */
  Claims(Collection<Bundle> bundles) {
    Map<String, Rivals> byName = new TreeMap<>();
    Map<DispatchKey, Rivals> byNumber = new LinkedHashMap<>();
    for (Bundle bundle : bundles) {
      for (Protocol<?> protocol : bundle.protocols()) {
        claim(byName, protocol.name(), new Claimant(protocol, bundle));
      }
      for (Selector selector : bundle.selectors()) {
        claim(byNumber, selector.key(), new Claimant(selector, bundle));
      }
    }
    byName.forEach(
        (name, rivals) -> {
          Claimant first = rivals.first();
          if (first != null && first.claim instanceof Protocol<?> protocol) {
            names.put(name, protocol);
            protocol.keys().forEach(key -> claim(byNumber, key, first));
          }
          if (rivals.isProblem()) {
            sharedNames.add(
                problem(
                    rivals,
                    "the name " + name,
                    "names no protocol",
                    "keeps it",
                    "remove all but one"));
          }
        });
    byNumber.forEach(
        (key, rivals) -> {
          if (rivals.first() != null) {
            numbers.put(key, rivals.first().claim);
          }
          if (rivals.isProblem()) {
            sharedNumbers.put(
                key,
                problem(
                    rivals,
                    key.toString(),
                    "is read by no protocol",
                    "keeps it",
                    "choose with registry.with(key, protocol) or -d " + key + ",NAME"));
          }
        });
  }

  private PluginProblem problem(
      Rivals rivals, String what, String tied, String kept, String wayOut) {
    String says = what + " is claimed by " + rivals;
    clash = clash == null ? says : clash;
    String outcome = rivals.first() == null ? "it " + tied : rivals.first() + " " + kept;
    Bundle last = rivals.last();
    return new PluginProblem(last.jar(), last.module(), says + "; " + outcome + ": " + wayOut);
  }

  /**
   * Refuses conflicting claims.
   *
   * @throws IllegalArgumentException if there are any
   */
  void refuse() {
    if (clash != null) {
      throw new IllegalArgumentException(
          clash + "; leave one out, or put one first: ProtocolRegistry.of(...).with(provider)");
    }
  }

  private static <K> void claim(Map<K, Rivals> all, K what, Claimant claimant) {
    all.computeIfAbsent(what, k -> new Rivals()).add(claimant);
  }

  /** The protocols by name, sorted. */
  Map<String, Protocol<?>> names() {
    return names;
  }

  /** The claim that owns each number. */
  Map<DispatchKey, Claim> numbers() {
    return numbers;
  }

  /** A problem for each name with several claimants. */
  List<PluginProblem> sharedNames() {
    return sharedNames;
  }

  /** A problem for each number with several claimants. */
  Map<DispatchKey, PluginProblem> sharedNumbers() {
    return sharedNumbers;
  }
}
