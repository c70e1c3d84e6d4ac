package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.source.JavaSource;
import org.jpacker.fuzz.ExamplePackets;
import org.jpacker.fuzz.Mutator;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.TcpOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java source of a packet, compiled and run, creates an equal packet. */
class JavaSourceTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_101L);
  private static final int CRAFTED = 300;

  /** Number of packets taken from each capture of the corpus. */
  private static final int EACH = 5;

  @Test
  void readsAsOneWouldWriteIt() {
    Tcp tcp =
        new Tcp()
            .srcPort(1234)
            .dstPort(5)
            .syn(true)
            .options(List.of(new TcpOption.MaximumSegmentSize(1460), new TcpOption.End()));
    tcp.payload("say \"hello\"\n");
    Packet packet =
        Packet.of(
            new Ethernet().dst("00:01:02:03:04:05"),
            new Vlan().id(5),
            new Ipv4().src("1.2.3.4").dst("5.6.7.8").checksum(0xbad),
            tcp);
    packet.get(Ethernet.class).trailer(new byte[] {0, 0});
    StringBuilder source = new StringBuilder();
    JavaSource java = new JavaSource(ProtocolRegistry.installed());
    java.append(source, Frame.of(packet));
    String method = source.substring(source.indexOf("  /** Packet 1"));
    assertEquals(
        """
          /** Packet 1. */
          static Packet packet1() {
            Ethernet ethernetHeader =
                new Ethernet().dst("00:01:02:03:04:05");
            ethernetHeader.trailer(hex("0000"));
            return Packet.of(
                ethernetHeader,
                new Vlan().id(5),
                new Ipv4().src("1.2.3.4").dst("5.6.7.8").checksum(0x0bad),
                new Tcp()
                    .srcPort(1234)
                    .dstPort(5)
                    .syn(true)
                    .options(List.of(new TcpOption.MaximumSegmentSize(1460), new TcpOption.End())),
                Raw.of("say \\"hello\\"\\n"));
          }
        """,
        method);
  }

  @Test
  void makesCraftedPacketsAgain(@TempDir Path folder) throws Exception {
    CraftedPackets crafted = new CraftedPackets(new Random(SEED));
    List<Packet> packets = new ArrayList<>();
    for (int i = 0; i < CRAFTED; i++) {
      packets.add(crafted.next());
    }
    int asOctets = compileAndCompare(packets, folder);
    assertEquals(0, asOctets, "packets given as octets only");
  }

  @Test
  void makesAnExampleOfEachProtocolAgain(@TempDir Path folder) throws Exception {
    List<Packet> packets = new ArrayList<>();
    ExamplePackets.all()
        .values()
        .forEach(made -> packets.add(Packet.read(made.toBytes(), made.linkType())));
    int asOctets = compileAndCompare(packets, folder);
    assertEquals(0, asOctets, "packets given as octets only");
  }

  @Test
  void makesPacketsOfTheCorpusAgain(@TempDir Path folder) throws Exception {
    List<Packet> packets = new ArrayList<>();
    for (Corpus.Entry entry : Corpus.captures()) {
      try (Capture capture = Pcap.open(entry.path())) {
        for (int i = 0; i < EACH; i++) {
          Packet packet = capture.next();
          if (packet == null) {
            break;
          }
          packets.add(packet);
        }
      } catch (CaptureException e) {
        // packets before the damage count
      }
    }
    int asOctets = compileAndCompare(packets, folder);
    System.out.println(packets.size() + " packets as Java source, as octets only: " + asOctets);
    assertTrue(asOctets < packets.size() / 20, asOctets + " of " + packets.size());
  }

  @Test
  void makesOddPacketsAgain(@TempDir Path folder) throws Exception {
    List<Packet> packets = new ArrayList<>();
    for (Path file : Corpus.odd()) {
      try (Capture capture = Pcap.open(file)) {
        for (Packet packet : capture) {
          packets.add(packet);
        }
      } catch (CaptureException e) {
        // packets before the damage count
      }
    }
    int asOctets = compileAndCompare(packets, folder);
    assertTrue(asOctets < packets.size() / 20, asOctets + " of " + packets.size());
  }

  @Test
  void makesDamagedPacketsAgain(@TempDir Path folder) throws Exception {
    Random random = new Random(SEED);
    Mutator mutator = new Mutator(random);
    List<Packet> examples = List.copyOf(ExamplePackets.all().values());
    List<Packet> packets = new ArrayList<>();
    for (int i = 0; i < CRAFTED; i++) {
      Packet packet = examples.get(random.nextInt(examples.size()));
      byte[] other = examples.get(random.nextInt(examples.size())).toBytes();
      byte[] octets = mutator.structured(packet);
      packets.add(
          Packet.read(
              random.nextBoolean() ? octets : mutator.blind(octets, other), packet.linkType()));
    }
    int asOctets = compileAndCompare(packets, folder);
    assertTrue(asOctets < packets.size() / 5, asOctets + " of " + packets.size());
  }

  /** Returns the number of packets for which no header could be written. */
  private static int compileAndCompare(List<Packet> packets, Path folder) throws Exception {
    StringBuilder source = new StringBuilder();
    JavaSource java = new JavaSource(ProtocolRegistry.installed());
    for (int i = 0; i < packets.size(); i++) {
      java.append(source, new Frame(i + 1, Packet.NO_TIME, packets.get(i)));
    }
    java.end(source);
    Path file = folder.resolve("Packets.java");
    Files.writeString(file, source);
    compile(file, folder);
    int asOctets = 0;
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, JavaSourceTest.class.getClassLoader())) {
      Class<?> type = loader.loadClass("Packets");
      for (int i = 0; i < packets.size(); i++) {
        Method method = type.getDeclaredMethod("packet" + (i + 1));
        method.setAccessible(true);
        Packet made = (Packet) method.invoke(null);
        Packet packet = packets.get(i);
        String where = "seed " + SEED + ", packet " + (i + 1) + " " + packet;
        assertEquals(packet.linkType(), made.linkType(), where);
        assertEquals(packet.timestamp(), made.timestamp(), where);
        assertArrayEquals(packet.toBytes(), made.toBytes(), where);
        int start = source.indexOf(" packet" + (i + 1) + "()");
        int next = source.indexOf("  /** Packet ", start);
        String body = source.substring(start, next < 0 ? source.length() : next);
        if (body.contains("Packet.read(")) {
          asOctets++;
        } else {
          assertEquals(names(packet), names(made), where);
        }
      }
    }
    return asOctets;
  }

  private static List<String> names(Packet packet) {
    List<String> names = new ArrayList<>();
    for (Layer layer : packet.layers()) {
      names.add(layer instanceof org.jpacker.api.Header h ? h.protocol().name() : "octets");
    }
    return names;
  }

  private static void compile(Path file, Path folder) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean ok =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertTrue(ok, () -> messages.toString().lines().limit(20).toList().toString());
    }
  }
}
