package org.jpacker.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.spi.AddedType;
import org.jpacker.api.spi.OpenContents;

/**
 * The types of records that providers add to unions of others. If two of the same rank add a type
 * with the same number, neither is used.
 */
final class Extensions {
  private final AddedTypes added;
  private final List<PluginProblem> problems = new ArrayList<>();
  private final Map<Protocol<?>, List<Field>> fields = new HashMap<>();

  Extensions(List<Bundle> bundles) {
    Map<Place, List<Claim>> claims = new LinkedHashMap<>();
    for (Bundle bundle : bundles) {
      for (AddedType addition : bundle.additions()) {
        for (long number : addition.numbers()) {
          claims
              .computeIfAbsent(new Place(addition.union(), number), place -> new ArrayList<>())
              .add(new Claim(bundle, addition));
        }
      }
    }
    Set<AddedType> used = new LinkedHashSet<>();
    Set<AddedType> refused = new LinkedHashSet<>();
    claims.forEach((place, rivals) -> judge(place, rivals, used, refused));
    used.removeAll(refused);
    added = used.isEmpty() ? AddedTypes.NONE : new AddedTypes(List.copyOf(used));
    if (!added.isEmpty()) {
      bundles.forEach(bundle -> bundle.protocols().forEach(this::enter));
    }
  }

  /** A number in a union. */
  private record Place(Object union, long number) {}

  /** An addition and who makes it. */
  private record Claim(Bundle bundle, AddedType addition) {}

  private void judge(Place place, List<Claim> rivals, Set<AddedType> used, Set<AddedType> refused) {
    int first = rivals.stream().mapToInt(claim -> claim.bundle.rank()).min().getAsInt();
    List<Claim> best = rivals.stream().filter(claim -> claim.bundle.rank() == first).toList();
    if (best.size() == 1) {
      used.add(best.get(0).addition);
      return;
    }
    Set<String> modules = new TreeSet<>();
    best.forEach(claim -> modules.add(claim.bundle.module()));
    best.forEach(claim -> refused.add(claim.addition));
    Bundle last = best.get(best.size() - 1).bundle;
    problems.add(
        new PluginProblem(
            last.jar(),
            last.module(),
            "number "
                + place.number
                + " of "
                + place.union
                + " is added by "
                + String.join(" and ", modules)
                + "; no type is: remove all but one"));
  }

  private void enter(Protocol<?> protocol) {
    List<Field> all = new ArrayList<>(protocol.layout().fields());
    Set<String> names = new TreeSet<>();
    all.forEach(field -> names.add(field.name()));
    for (Field field : protocol.layout().fields()) {
      if (field instanceof ComputedField list && list.source() instanceof OpenContents records) {
        records.fields(added).stream().filter(more -> names.add(more.name())).forEach(all::add);
      }
    }
    if (all.size() > protocol.layout().fields().size()) {
      fields.put(protocol, List.copyOf(all));
    }
  }

  AddedTypes added() {
    return added;
  }

  List<PluginProblem> problems() {
    return problems;
  }

  List<Field> fieldsOf(Protocol<?> protocol) {
    return fields.getOrDefault(protocol, protocol.layout().fields());
  }
}
