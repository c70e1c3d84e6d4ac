package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jpacker.api.Capture;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Discrepancy;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;

/** Writes each packet of the corpus back unchanged, and rebuilds it field by field. */
class CorpusRoundTripTest {
  private int packets;
  private int rebuilt;
  private int repaired;

  @Test
  void untouchedPacketsAreIdenticalAndRebuiltOnesButForWrongDerivedFields() throws IOException {
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable()) {
        try (Capture capture = Pcap.open(entry.path())) {
          int number = 0;
          for (Packet packet : capture) {
            check(packet, entry + " packet " + ++number);
          }
        }
      }
    }
    System.out.println(
        packets
            + " packets round trip, "
            + rebuilt
            + " rebuilt as they were, "
            + repaired
            + " repaired");
    assertTrue(packets > 25_000 && rebuilt > 20_000, packets + " packets, " + rebuilt + " rebuilt");
  }

  private void check(Packet packet, String where) {
    packets++;
    byte[] octets = packet.copy().toBytes();
    packet.layers();
    assertArrayEquals(octets, packet.toBytes(), where);
    List<Discrepancy> wrong = packet.verify();
    assertArrayEquals(octets, packet.toBytes(), where + ": verify() changed the packet");

    Packet copy = packet.copy();
    for (Layer layer : copy.layers()) {
      if (layer instanceof Header header) {
        rebuild(header, where);
      }
    }
    copy.refresh();
    byte[] again = copy.toBytes();
    if (wrong.stream().noneMatch(Discrepancy::checkable)) {
      assertArrayEquals(octets, again, () -> where + ": " + packet + " " + wrong);
      rebuilt++;
    } else {
      repaired++;
      BitSet derived = derived(copy);
      assertEquals(octets.length, again.length, where);
      for (int i = 0; i < octets.length; i++) {
        assertTrue(
            octets[i] == again[i] || derived.get(i),
            where + ": octet " + i + " is no derived field; " + wrong);
      }
      List<Discrepancy> left = new ArrayList<>(read(packet, again).verify());
      left.removeIf(d -> !d.checkable());
      assertEquals(List.of(), left, where + ": was " + wrong);
    }
  }

  private static Packet read(Packet like, byte[] octets) {
    return Packet.read(octets, like.linkType(), like.link().registry());
  }

  /** Sets each field that is not derived to its own value. */
  private static void rebuild(Header header, String where) {
    for (Field field : header.protocol().layout().fields()) {
      if (!(field instanceof ComputedField)
          && !field.traits().derived()
          && field.isPresent(header)) {
        Object value = field.value(header);
        field.assign(header, value);
        Object after = field.value(header);
        assertTrue(
            value.equals(after) || value instanceof byte[] b && Arrays.equals(b, (byte[]) after),
            where + ": " + field.name());
      }
    }
  }

  /** The bits of derived fields, by octet of the packet. */
  private static BitSet derived(Packet packet) {
    BitSet octets = new BitSet();
    for (Layer layer : packet.layers()) {
      if (layer instanceof Header header) {
        int at = packet.offsetOf(header);
        for (Field field : header.protocol().layout().fields()) {
          if (field.traits().derived() && field.isPresent(header)) {
            int bit = field.bit();
            octets.set(at + bit / 8, at + (bit + field.width() + 7) / 8);
          }
        }
      }
    }
    return octets;
  }
}
