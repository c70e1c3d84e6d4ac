package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Header;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.fuzz.ExamplePackets;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.scan.Column;
import org.jpacker.scan.Row;
import org.jpacker.scan.Scan;
import org.junit.jupiter.api.Test;

/** Bulk scans read the same values as the default API, for any packet, and create no objects. */
class ScanTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_261_124L);
  private static final ProtocolRegistry REGISTRY = ProtocolRegistry.installed();

  /** Columns that analyses commonly use; all their protocols have a {@code Passage}. */
  private static final List<Column> USUAL =
      List.of(
          Column.TIME,
          Column.CAPTURED_LENGTH,
          Column.ORIGINAL_LENGTH,
          Column.of(Ethernet.SRC),
          Column.of(Ethernet.TYPE),
          Column.size(Ethernet.PROTOCOL),
          Column.of(Vlan.ID),
          Column.of(Vlan.TYPE),
          Column.of(Ipv4.TTL),
          Column.of(Ipv4.SRC),
          Column.of(Ipv4.DF),
          Column.of(Ipv4.HDR_LEN),
          Column.size(Ipv4.PROTOCOL),
          Column.offset(Ipv4.PROTOCOL),
          Column.of(Ipv6.HLIM),
          Column.high(Ipv6.SRC),
          Column.low(Ipv6.DST),
          Column.size(Ipv6.PROTOCOL),
          Column.of(Tcp.SRC_PORT),
          Column.of(Tcp.DST_PORT),
          Column.of(Tcp.SEQ),
          Column.of(Tcp.FLAGS),
          Column.payloadSize(Tcp.PROTOCOL),
          Column.headerSize(Tcp.PROTOCOL),
          Column.of(Udp.SRC_PORT),
          Column.of(Udp.LENGTH),
          Column.payloadSize(Udp.PROTOCOL));

  /** The scans under test: the usual one, one for each protocol, and a short one. */
  private static List<ScanReference> scans() {
    List<ScanReference> scans = new ArrayList<>();
    scans.add(new ScanReference(USUAL));
    scans.add(
        new ScanReference(
            List.of(Column.of(Ipv4.TTL), Column.of(Tcp.DST_PORT), Column.of(Udp.DST_PORT))));
    for (Protocol<?> protocol : REGISTRY.protocols()) {
      List<Column> columns = ScanReference.columns(protocol);
      scans.add(new ScanReference(columns.subList(0, Math.min(63, columns.size()))));
    }
    return scans;
  }

  @Test
  void examplesAndTheirMutationsAreReadAsPacketsAre() {
    Random random = new Random(SEED);
    Collection<Packet> examples = ExamplePackets.all().values();
    List<ScanReference> scans = scans();
    for (Packet example : examples) {
      byte[] octets = example.toBytes();
      for (int round = 0; round < 40; round++) {
        byte[] changed = octets.clone();
        for (int i = 0; i < round % 5; i++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        int captured = round < 5 ? changed.length : random.nextInt(changed.length + 1);
        String where = example + ", seed " + SEED + ", round " + round;
        Link link = Link.of(example.linkType(), 0, REGISTRY);
        for (ScanReference scan : scans) {
          scan.check(changed, 0, captured, Packet.NO_TIME, link, where);
        }
      }
    }
    for (ScanReference scan : scans) {
      assertTrue(scan.present > 0, "a scan found nothing at all");
    }
  }

  /** Both ports may have a reader, one of which may reject the octets. */
  @Test
  void whatGoesBetweenTwoPortsIsReadAsPacketsAre() {
    List<byte[]> bodies =
        new ArrayList<>(
            List.of("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII), new byte[40]));
    for (Packet example : ExamplePackets.all().values()) {
      Udp udp = example.get(Udp.class);
      if (udp != null) {
        bodies.add(udp.payload().toBytes());
      }
    }
    int[] ports = {7, 9, 80, 2152, 4789, 6081, 6635, 8080, 40_000};
    List<ScanReference> scans = scans();
    Link link = Link.of(Link.ETHERNET, 0, REGISTRY);
    for (int source : ports) {
      for (int destination : ports) {
        for (byte[] body : bodies) {
          Udp udp = new Udp().srcPort(source).dstPort(destination);
          udp.payload(body);
          Tcp tcp = new Tcp().srcPort(source).dstPort(destination);
          tcp.payload(body);
          for (Header transport : List.of(udp, tcp)) {
            byte[] octets = Packet.of(new Ethernet(), new Ipv4(), transport).toBytes();
            for (ScanReference scan : scans) {
              String where = transport + " " + source + " > " + destination;
              scan.check(octets, 0, octets.length, Packet.NO_TIME, link, where);
            }
          }
        }
      }
    }
  }

  @Test
  void corpusIsReadAsPacketsAre() throws IOException {
    Random random = new Random(SEED);
    List<ScanReference> scans = scans();
    ScanReference usual = scans.get(0);
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable()) {
        try (Capture capture = Pcap.open(entry.path())) {
          int number = 0;
          CaptureRecord record = new CaptureRecord();
          while (capture.next(record)) {
            String where = entry + " packet " + ++number;
            check(scans.subList(0, number < 20 ? scans.size() : 2), record, where);
            mutated(usual, record, random, where);
          }
        }
      }
    }
    System.out.println(usual.rows + " rows, " + usual.present + " values as packets have them");
    assertTrue(usual.rows > 50_000 && usual.present > 500_000, usual.rows + " rows");
  }

  @Test
  void hostileCapturesAreReadAsPacketsAre() throws IOException {
    List<ScanReference> scans = scans();
    for (Corpus.Entry file : Corpus.hostile()) {
      try (Capture capture = Pcap.open(file.path())) {
        CaptureRecord record = new CaptureRecord();
        for (int number = 1; number < 2_000 && capture.next(record); number++) {
          check(scans.subList(0, number < 20 ? scans.size() : 2), record, file + " " + number);
        }
      } catch (CaptureException e) {
        // the packets before the damage have been read
      }
    }
    assertTrue(scans.get(0).rows > 500, scans.get(0).rows + " rows");
  }

  private static void check(List<ScanReference> scans, CaptureRecord record, String where) {
    for (ScanReference scan : scans) {
      scan.check(
          record.octets(),
          record.offset(),
          record.capturedLength(),
          record.timestampNanos(),
          record.link(),
          where);
    }
  }

  /** Compares the same packet, truncated and with some of its first octets changed. */
  private static void mutated(
      ScanReference scan, CaptureRecord record, Random random, String where) {
    byte[] octets = record.packet().toBytes();
    if (octets.length > 0) {
      for (int i = random.nextInt(4); i > 0; i--) {
        octets[random.nextInt(Math.min(octets.length, 80))] = (byte) random.nextInt();
      }
      int captured = random.nextInt(octets.length + 1);
      scan.check(octets, 0, captured, Packet.NO_TIME, record.link(), where + ", seed " + SEED);
    }
  }

  @Test
  void recordsAreThePackets() throws IOException {
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable()) {
        try (Capture one = Pcap.open(entry.path());
            Capture other = Pcap.open(entry.path())) {
          CaptureRecord record = new CaptureRecord();
          for (Packet packet : one) {
            assertTrue(other.next(record), entry.toString());
            Packet same = record.packet();
            assertEquals(packet, same, entry.toString());
            assertEquals(packet.timestampNanos(), same.timestampNanos(), entry.toString());
            assertEquals(packet.originalLength(), same.originalLength(), entry.toString());
            assertEquals(packet.interfaceId(), same.interfaceId(), entry.toString());
          }
          assertEquals(false, other.next(record), entry.toString());
        }
      }
    }
  }

  @Test
  void packetsOfEveryDayMakeNothing() {
    Scan scan = Scan.of(USUAL.toArray(new Column[0]));
    List<byte[]> packets = new ArrayList<>();
    for (Packet packet : everyDay()) {
      packets.add(packet.toBytes());
    }
    Row row = scan.row();
    Link link = Link.of(Link.ETHERNET, 0, REGISTRY);
    read(row, packets, link, 2_000);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    read(row, packets, link, 10_000);
    long made = threads.getCurrentThreadAllocatedBytes() - before;
    // the management bean itself allocates a little, and so does the compiler
    int count = 10_000 * packets.size();
    assertTrue(made < count, made + " octets for " + count + " packets");
  }

  private static void read(Row row, List<byte[]> packets, Link link, int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < packets.size(); i++) {
        byte[] octets = packets.get(i);
        row.read(octets, 0, octets.length, octets.length, round, link);
      }
    }
  }

  @Test
  void filesMakeNoMoreThanTheirBlocks() throws IOException {
    byte[] file = capture(20_000);
    Scan scan = Scan.of(Ipv4.TTL, Tcp.SRC_PORT, Udp.SRC_PORT);
    long[] sum = new long[1];
    long made = 0;
    for (int pass = 0; pass < 3; pass++) {
      var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      try (Capture capture = Pcap.open(new ByteArrayInputStream(file))) {
        scan.forEach(capture, row -> sum[0] += row.value(0));
      }
      made = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertTrue(made < 2L * file.length + 1_000_000, made + " octets for a file of " + file.length);
  }

  @Test
  void callbacksBatchesAndPartsTellTheSame() throws IOException {
    byte[] file = capture(1_000);
    Scan scan = Scan.of(USUAL.toArray(new Column[0]));
    long[] byRow = new long[USUAL.size()];
    try (Capture capture = open(file)) {
      scan.forEach(capture, row -> addTo(byRow, row));
    }
    long[] byBatch = new long[USUAL.size()];
    int[] rows = new int[1];
    try (Capture capture = open(file)) {
      scan.forEachBatch(
          capture,
          96,
          batch -> {
            rows[0] += batch.size();
            for (int i = 0; i < byBatch.length; i++) {
              for (int j = 0; j < batch.size(); j++) {
                byBatch[i] += (batch.present()[j] >>> i & 1) == 0 ? 0 : batch.column(i)[j];
              }
            }
          });
    }
    long[][] byPart = new long[3][USUAL.size()];
    List<Capture> parts = Stream.of(file, file, file).map(ScanTest::open).toList();
    scan.forEach(parts, part -> row -> addTo(byPart[part], row));
    assertEquals(7_000, rows[0]);
    for (int i = 0; i < byRow.length; i++) {
      assertEquals(byRow[i], byBatch[i], USUAL.get(i).name());
      assertEquals(3 * byRow[i], byPart[0][i] + byPart[1][i] + byPart[2][i], USUAL.get(i).name());
    }
  }

  private static void addTo(long[] sums, Row row) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row.value(i);
    }
  }

  private static Capture open(byte[] file) {
    return Pcap.open(file);
  }

  private static byte[] capture(int times) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (PacketWriter writer = Pcap.create(file, WriteSettings.pcapNanos())) {
      for (int i = 0; i < times; i++) {
        for (Packet packet : everyDay()) {
          writer.write(packet);
        }
      }
    }
    return file.toByteArray();
  }

  private static List<Packet> everyDay() {
    Udp udp = new Udp().srcPort(40_000).dstPort(40_001);
    udp.payload(Raw.of(new byte[20]));
    return List.of(
        Packet.of(eth(), ipv4(), new Tcp().srcPort(40_002).dstPort(40_003).syn(true)),
        Packet.of(eth(), ipv4(), udp),
        Packet.of(eth(), new Vlan().id(7), ipv4(), new Udp().srcPort(40_004).dstPort(40_005)),
        Packet.of(eth(), new Ipv6().src("::1").dst("::2"), new Tcp().srcPort(1).dstPort(40_006)),
        Packet.of(eth(), ipv4(), new Tcp().srcPort(40_007).dstPort(80).ack(true)),
        Packet.of(eth(), new Ipv6().src("::3").dst("::4"), new Udp().srcPort(9).dstPort(40_008)),
        Packet.of(eth(), ipv4()));
  }

  private static Ethernet eth() {
    return new Ethernet().src("00:01:02:03:04:05").dst("06:07:08:09:0a:0b");
  }

  private static Ipv4 ipv4() {
    return new Ipv4().src("10.0.0.1").dst("10.0.0.2");
  }
}
