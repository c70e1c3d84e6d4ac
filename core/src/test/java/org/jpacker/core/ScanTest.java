package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Layout;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Passage;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.scan.Column;
import org.jpacker.scan.Row;
import org.jpacker.scan.Scan;
import org.junit.jupiter.api.Test;

class ScanTest {
  private static final int LENGTH = 14 + 40 + 12;

  private static Row read(Packet packet, Column... columns) {
    Row row = Scan.of(columns).row();
    CaptureRecord record = new CaptureRecord();
    record.set(packet);
    row.read(record);
    return row;
  }

  @Test
  void fieldsOfEveryKindAreNumbers() {
    Net net = Samples.net();
    Net.SKEW.set(net, -5);
    Net.COOKIE.set(net, -1L);
    Net.VIA.set(net, "2001:db8::7");
    Packet packet = Samples.read(Samples.wire(), net, new Port().between(80, 1234));
    Row row =
        read(
            packet,
            Column.of(Net.SKEW),
            Column.of(Net.HDR_LEN),
            Column.of(Net.COOKIE),
            Column.of(Net.SRC),
            Column.high(Net.VIA),
            Column.low(Net.VIA),
            Column.of(Wire.SRC),
            Column.of(Port.SYN),
            Column.of(Port.SEQ));
    assertEquals(-5, row.value(0));
    assertEquals(40, row.value(1));
    assertEquals(-1, row.value(2));
    assertEquals(0x01020304, row.value(3));
    assertEquals(0x20010db800000000L, row.value(4));
    assertEquals(7, row.value(5));
    assertEquals(Address.Mac.of("06:07:08:09:0a:ff").bits(), row.value(6));
    assertTrue(row.has(7));
    assertEquals(0, row.value(7));
    assertEquals(0, row.value(8));
  }

  @Test
  void layersHaveSizesAndOffsets() {
    Packet packet = Samples.segment();
    Row row =
        read(
            packet,
            Column.size(Net.PROTOCOL),
            Column.headerSize(Net.PROTOCOL),
            Column.payloadSize(Port.PROTOCOL),
            Column.offset(Port.PROTOCOL),
            Column.TIME,
            Column.CAPTURED_LENGTH,
            Column.ORIGINAL_LENGTH);
    assertEquals(58, row.value(0));
    assertEquals(40, row.value(1));
    assertEquals(6, row.value(2));
    assertEquals(54, row.value(3));
    assertEquals(Samples.TIME, row.value(4));
    assertEquals(LENGTH + 6, row.value(5));
    assertEquals(LENGTH + 6, row.value(6));
  }

  @Test
  void missingValuesAreAbsentAndZero() {
    Row row = Scan.of(Net.TTL, Port.WINDOW).row();
    CaptureRecord record = new CaptureRecord();
    record.set(Samples.segment());
    row.read(record);
    assertTrue(row.has(1));
    assertEquals(3, row.present());
    record.set(Samples.read(Samples.wire(), Samples.net()));
    row.read(record);
    assertTrue(row.has(0));
    assertFalse(row.has(1));
    assertEquals(0, row.value(1));
    record.set(Samples.read(new byte[0]));
    row.read(record);
    assertEquals(0, row.present());
  }

  @Test
  void headersOutsideThePassageAreReadAllTheSame() {
    Net odd = Samples.net();
    Net.KIND.set(odd, 1);
    Row row = read(Samples.read(Samples.wire(), odd, new Port()), Column.of(Port.WINDOW));
    assertEquals(100, row.value(0));
  }

  @Test
  void outermostHeaderCounts() {
    Net inner = Samples.net();
    Net.TTL.set(inner, 1);
    Packet packet = Samples.read(Samples.wire(), Samples.net(), inner, new Port());
    Row row = read(packet, Column.of(Net.TTL), Column.offset(Port.PROTOCOL));
    assertEquals(64, row.value(0));
    assertEquals(14 + 40 + 40, row.value(1));
  }

  @Test
  void protocolWithoutPassageIsReadWithObjects() {
    Row row = read(Samples.chat("hello"), Column.size(Chat.PROTOCOL), Column.of(Net.TTL));
    assertEquals(Samples.chat("hello").get(Chat.class).size(), row.value(0));
    assertEquals(64, row.value(1));
  }

  @Test
  void eachRegistryReadsItsOwnProtocols() {
    ProtocolRegistry without = Samples.REGISTRY.without(Port.PROTOCOL);
    Packet packet = Samples.segment();
    byte[] octets = packet.toBytes();
    Row row = Scan.of(Net.TTL, Port.WINDOW).row();
    row.read(octets, 0, octets.length, octets.length, 0, packet.link());
    assertEquals(3, row.present());
    row.read(octets, 0, octets.length, octets.length, 0, Link.of(Wire.LINK_TYPE, 0, without));
    assertEquals(1, row.present());
    row.read(octets, 0, octets.length, octets.length, 0, Link.of(9, 0, without));
    assertEquals(0, row.present());
  }

  @Test
  void fieldThatIsNotANumberIsRefused() {
    assertRefused("net.via needs two columns", () -> Column.of(Net.VIA));
    assertRefused("net.options is not a number", () -> Column.of(Net.OPTIONS));
    assertRefused("1 to 63 columns, not 0", () -> Scan.of(new Column[0]));
    assertRefused("at least one row", () -> Scan.of(Net.TTL).forEachBatch(none(), 0, b -> {}));
  }

  @Test
  void passageWithUnsuitableFieldsIsRefused() {
    UIntField far = UIntField.at(32, 8, "x.far");
    UIntField near = UIntField.at(0, 8, "x.near");
    assertRefused(
        "x.far is not at a fixed place", () -> Layout.of(near).passedBy(Passage.of().only(far, 1)));
    assertRefused(
        "x.near selects nothing", () -> Layout.of(near).passedBy(Passage.of().next(near)));
  }

  private static void assertRefused(String part, Runnable action) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void octetsBeyondTheArrayAreRefused() {
    Row row = Scan.of(Net.TTL).row();
    Link link = Link.of(Wire.LINK_TYPE, 0, Samples.REGISTRY);
    assertThrows(IndexOutOfBoundsException.class, () -> row.read(new byte[9], 5, 5, 5, 0, link));
  }

  @Test
  void batchesEndWithTheLastWholePacket() {
    List<Integer> sizes = new ArrayList<>();
    Scan scan = Scan.of(Net.TTL);
    Capture damaged = packets(5, new CaptureException("x", 7, "is damaged", null));
    CaptureException thrown =
        assertThrows(
            CaptureException.class,
            () ->
                scan.forEachBatch(
                    damaged,
                    2,
                    batch -> {
                      sizes.add(batch.size());
                      assertEquals(64, batch.column(0)[batch.size() - 1]);
                      assertEquals(1, batch.present()[0]);
                    }));
    assertEquals(List.of(2, 2, 1), sizes);
    assertEquals("is damaged", thrown.reason());
  }

  @Test
  void partsHaveThreadsOfTheirOwnAndFailAsOne() {
    CaptureException damage = new CaptureException("x", 7, "is damaged", null);
    Thread[] threads = new Thread[3];
    int[] rows = new int[3];
    List<Capture> parts = List.of(packets(4, null), packets(2, damage), packets(3, null));
    CaptureException thrown =
        assertThrows(
            CaptureException.class,
            () ->
                Scan.of(Net.TTL)
                    .forEach(
                        parts,
                        part ->
                            row -> {
                              threads[part] = Thread.currentThread();
                              rows[part]++;
                            }));
    assertSame(damage, thrown);
    assertEquals(List.of(4, 2, 3), List.of(rows[0], rows[1], rows[2]));
    assertNotEquals(threads[0], threads[1]);
    assertNotEquals(threads[1], threads[2]);
  }

  private static Capture none() {
    return packets(0, null);
  }

  /** So many packets, then damage if there is any. */
  private static Capture packets(int count, CaptureException damage) {
    Iterator<Packet> packets = Stream.generate(Samples::segment).limit(count).iterator();
    return new Capture() {
      @Override
      public Packet next() {
        if (!packets.hasNext() && damage != null) {
          throw damage;
        }
        return packets.hasNext() ? packets.next() : null;
      }

      @Override
      public void close() {}
    };
  }
}
