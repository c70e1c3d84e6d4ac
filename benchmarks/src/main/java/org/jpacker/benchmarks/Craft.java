package org.jpacker.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Crafts the packet of {@link Crafting} repeatedly, like the yardstick programs. */
public final class Craft {
  private static final int ROUNDS = 40;

  private Craft() {}

  /** Usage: {@code Craft PACKETS_PER_ROUND}. */
  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    Crafting crafting = new Crafting();
    double[] nanos = new double[ROUNDS];
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      sum = 0;
      for (int i = 0; i < count; i++) {
        byte[] octets = crafting.craft();
        sum += octets.length + (octets[24] & 0xff) + (octets[40] & 0xff);
      }
      nanos[round] = (System.nanoTime() - start) / (double) count;
    }
    double[] warm = Arrays.copyOfRange(nanos, ROUNDS / 4, ROUNDS);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "jpacker-craft sum=%d best=%.1f median=%.1f ns/packet%n",
        sum,
        warm[0],
        warm[warm.length / 2]);
  }
}
