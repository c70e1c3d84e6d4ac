package org.jpacker.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Test;

/** Slightly damaged packets; the message of a failure has the seed of the round. */
class PacketMutationTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_101L);
  private static final int SECONDS = Integer.getInteger("jpacker.mutation.seconds", 15);

  private final List<Packet> examples = List.copyOf(ExamplePackets.all().values());
  private final List<Part> parts = parts();

  /** The octets of a header with its payload, and the protocol that reads them. */
  private record Part(Start start, byte[] octets) {}

  @Test
  void whatHoldsForEveryPacketHoldsForDamagedOnes() {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long round = 0;
    for (; System.nanoTime() < end; round++) {
      try {
        damage(new Random(SEED + round));
      } catch (AssertionError e) {
        throw new AssertionError("-Djpacker.seed=" + (SEED + round) + ": " + e.getMessage(), e);
      }
    }
    System.out.println(round + " rounds of damage from seed " + SEED);
    assertTrue(round > 0);
  }

  private void damage(Random random) {
    Mutator mutator = new Mutator(random);
    Packet packet = examples.get(random.nextInt(examples.size()));
    Packet other = examples.get(random.nextInt(examples.size()));
    check(mutator.structured(packet), packet.linkType());
    check(mutator.blind(packet.toBytes(), other.toBytes()), packet.linkType());
    check(mutator.blind(mutator.structured(packet), other.toBytes()), packet.linkType());
    Part part = parts.get(random.nextInt(parts.size()));
    part.start.check(mutator.blind(part.octets, other.toBytes()));
  }

  private static void check(byte[] octets, int linkType) {
    Invariants.check(octets, linkType, ProtocolRegistry.installed());
  }

  private List<Part> parts() {
    List<Part> found = new ArrayList<>();
    for (Packet packet : examples) {
      for (Layer layer : packet.layers()) {
        for (Start start : Start.all()) {
          if (layer instanceof Header header && header.protocol().equals(start.protocol())) {
            found.add(new Part(start, layer.toBytes()));
          }
        }
      }
    }
    return found;
  }
}
