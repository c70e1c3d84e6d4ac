package org.jpacker.api.contents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Checks octets against the records that they are, and mutants of them. */
final class Samples {
  private static final long SEED = 20_261_201;
  private static final int MUTANTS = 20_000;

  private Samples() {}

  static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** The octets become these records, and back, also through the tree; mutants do no harm. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T extends Shaped> void assertReads(Series<T> series, String hex, T... expected) {
    byte[] octets = octets(hex);
    assertEquals(List.of(expected), series.decode(octets));
    assertArrayEquals(octets, series.encode(List.of(expected)), hex);
    assertEquals(List.of(expected), series.ofTree(series.tree(List.of(expected))));
    Random random = new Random(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(octets, random);
      List<T> read = series.decode(mutant);
      assertEquals(read, series.ofTree(series.tree(read)), () -> HexFormat.of().formatHex(mutant));
      byte[] written = series.encode(read);
      assertEquals(read, series.decode(written), () -> HexFormat.of().formatHex(mutant));
    }
  }

  static <T extends Shaped> void assertRecord(Shape<T> shape, String hex, T expected) {
    byte[] octets = octets(hex);
    assertEquals(expected, shape.decode(octets).orElseThrow());
    assertArrayEquals(octets, shape.encode(expected), hex);
    assertEquals(expected, shape.ofTree(shape.tree(expected)));
    Random random = new Random(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(octets, random);
      shape
          .decode(mutant)
          .ifPresent(
              read -> {
                assertArrayEquals(mutant, shape.encode(read));
                assertEquals(read, shape.ofTree(shape.tree(read)));
              });
    }
  }

  static byte[] mutant(byte[] octets, Random random) {
    byte[] mutant = Arrays.copyOf(octets, random.nextInt(octets.length + 4));
    for (int i = random.nextInt(4); mutant.length > 0 && i > 0; i--) {
      mutant[random.nextInt(mutant.length)] =
          (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(4));
    }
    return mutant;
  }
}
