package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.contents.Part;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shaped;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What holds for every list of options, TLVs and the like. The test of one extends this class and
 * has a sample of each type of record.
 *
 * <p>Random octets use a fixed seed, or that of {@code -Djpacker.seed=N}; failures report it.
 *
 * @param <T> the common type of the records
 */
public abstract class ContentsContract<T extends Shaped> {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_101L);
  private static final int ROUNDS = 20_000;

  /** Called by subclasses. */
  protected ContentsContract() {}

  /** The common type of the records, a sealed interface. */
  protected abstract Class<T> type();

  /** The list under test. */
  protected abstract Series<T> series();

  /** Records of all types; the last one is the rest, if there is one. */
  protected abstract List<T> samples();

  /** The size of a list is a multiple of so many octets; 1 unless overridden. */
  protected int unit() {
    return 1;
  }

  /** Octets before the list that count too for {@link #unit}; 0 unless overridden. */
  protected int before() {
    return 0;
  }

  /** Each type of record has a sample, and is in the table. */
  @Test
  @DisplayName("each type of record has a sample and is in the table")
  public final void eachTypeHasSampleAndIsInTheTable() {
    Set<String> types = new TreeSet<>();
    addTypes(type(), types);
    Set<String> sampled = new TreeSet<>();
    samples().forEach(sample -> sampled.add(sample.getClass().getSimpleName()));
    assertEquals(types, sampled);
    Set<String> described = new TreeSet<>();
    series().describe().forEach(part -> described.add(part.name()));
    assertEquals(types, described);
  }

  private static void addTypes(Class<?> type, Set<String> types) {
    if (type.isInterface() && !type.isSealed()) {
      return; // for the types of other modules
    }
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        addTypes(permitted, types);
      }
    } else {
      types.add(type.getSimpleName());
    }
  }

  /** A record is read as it was written, and comes back from its tree. */
  @Test
  @DisplayName("each sample comes back from its octets and from its tree")
  public final void eachSampleComesBack() {
    for (T sample : samples()) {
      byte[] octets = series().encode(List.of(sample));
      assertEquals(sample, series().decode(octets).get(0), () -> HexFormat.of().formatHex(octets));
      assertEquals(List.of(sample), series().ofTree(series().tree(List.of(sample))));
    }
  }

  /** Parts have names, and no two of a record the same. */
  @Test
  @DisplayName("parts have names of their own")
  public final void partsHaveNamesOfTheirOwn() {
    series().describe().forEach(ContentsContract::check);
  }

  private static void check(Part record) {
    Set<String> names = new HashSet<>();
    for (Part part : record.parts()) {
      assertFalse(part.name().isBlank(), record.name());
      assertTrue(
          part.name().equals("reserved") || names.add(part.name()),
          () -> record.name() + ": two parts are called " + part.name());
      part.parts().forEach(ContentsContract::check);
    }
  }

  /** Whatever was read is written as octets that are read as the same, also through the tree. */
  @Test
  @DisplayName("random octets and mutants come back, and nothing fails on them")
  public final void mutantsComeBack() {
    Random random = new Random(SEED);
    List<T> samples = samples();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] octets = mutant(series().encode(List.of(samples.get(round % samples.size()))), random);
      String where = "seed " + SEED + ", round " + round + ": " + HexFormat.of().formatHex(octets);
      List<T> read = series().decode(octets);
      assertTrue(read.size() <= octets.length, where);
      assertEquals(read, series().ofTree(series().tree(read)), where);
      assertEquals(read, withoutPadding(series().decode(series().encode(read)), read), where);
    }
  }

  /** Zeros that were written behind the last record may be read as records. */
  private static <T> List<T> withoutPadding(List<T> written, List<T> read) {
    return written.subList(0, Math.min(written.size(), read.size()));
  }

  private byte[] mutant(byte[] octets, Random random) {
    int units = random.nextInt((octets.length + before()) / unit() + 8 / unit());
    byte[] mutant = Arrays.copyOf(octets, Math.max(0, units * unit() - before()));
    for (int i = random.nextInt(5); mutant.length > 0 && i > 0; i--) {
      mutant[random.nextInt(mutant.length)] =
          (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(8));
    }
    return mutant;
  }
}
