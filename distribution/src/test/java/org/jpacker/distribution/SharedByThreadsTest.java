package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.FieldExtractor;
import org.jpacker.core.HexDump;
import org.jpacker.core.Summary;
import org.jpacker.core.TextTree;
import org.jpacker.core.json.PacketJson;
import org.jpacker.flow.FlowKey;
import org.jpacker.fuzz.ExamplePackets;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * A registry, printers and protocol descriptors shared by several threads give the same results as
 * in a single thread. Each thread has its own packets.
 */
class SharedByThreadsTest {
  private static final int THREADS = 8;

  /**
   * Maximum number of packets from each capture, so that all protocols are covered in little time.
   */
  private static final int MOST_EACH = 20;

  /** The octets of a captured packet. */
  private record Input(byte[] octets, int linkType) {}

  /** The shared objects; created anew, so that the threads race to fill their caches. */
  private static final class Shared {
    private final ProtocolRegistry registry;
    private final TextTree tree = new TextTree();
    private final PacketJson json = new PacketJson();
    private final Summary summary = new Summary(Summary.Time.UTC);
    private final FieldExtractor fields;

    Shared() {
      ProtocolRegistry installed = ProtocolRegistry.installed();
      registry =
          installed.with(DispatchTable.LINK_TYPE.key(147), installed.protocol("ip").orElseThrow());
      fields =
          FieldExtractor.of(registry, List.of("eth.src", "ip.src", "tcp.srcport", "udp.length"));
    }

    String show(Input input) {
      Packet packet = Packet.read(input.octets, input.linkType, registry);
      Frame frame = Frame.of(packet);
      StringBuilder out = new StringBuilder();
      summary.append(out, frame);
      tree.append(out, frame);
      json.append(out, frame);
      fields.append(out, frame);
      HexDump.append(out, packet);
      out.append(FlowKey.of(packet)).append(packet.verify());
      for (Layer layer : packet.layers()) {
        if (layer instanceof Header header) {
          for (Field field : header.protocol().layout().fields()) {
            out.append(field.isPresent(header)).append(field.text(header));
          }
        }
      }
      packet.refresh();
      return out.append(packet).toString();
    }
  }

  @Test
  void threadsThatShareEverythingGetWhatOneThreadGets() throws Exception {
    List<Input> inputs = inputs();
    Shared shared = new Shared();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<int[]>> results = new ArrayList<>();
    try {
      for (int i = 0; i < THREADS; i++) {
        int first = inputs.size() * i / THREADS;
        // half of the threads begin with the same packet, the others elsewhere
        Callable<int[]> work = () -> shown(shared, inputs, first % 2 == 0 ? 0 : first, start);
        results.add(threads.submit(work));
      }
      List<int[]> shown = new ArrayList<>();
      for (Future<int[]> result : results) {
        shown.add(result.get());
      }
      int[] wanted = shown(new Shared(), inputs, 0, null);
      for (int[] found : shown) {
        for (int i = 0; i < wanted.length; i++) {
          int number = i;
          assertEquals(wanted[i], found[i], () -> "packet " + number + " is shown otherwise");
        }
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.println(inputs.size() + " packets shown by " + THREADS + " threads");
    assertTrue(inputs.size() > 50, inputs.size() + " packets");
  }

  /** Hashes of the output for each packet, beginning with number {@code first}. */
  private static int[] shown(Shared shared, List<Input> inputs, int first, CyclicBarrier start)
      throws Exception {
    if (start != null) {
      start.await();
    }
    int[] hashes = new int[inputs.size()];
    for (int i = 0; i < hashes.length; i++) {
      int which = (first + i) % hashes.length;
      hashes[which] = shared.show(inputs.get(which)).hashCode();
    }
    return hashes;
  }

  private static List<Input> inputs() throws Exception {
    List<Input> inputs = new ArrayList<>();
    ExamplePackets.all().values().forEach(p -> inputs.add(new Input(p.toBytes(), p.linkType())));
    List<Corpus.Entry> captures;
    try {
      captures = Corpus.captures();
    } catch (TestAbortedException e) {
      return inputs; // without a corpus, the examples provide a packet of each protocol
    }
    for (Corpus.Entry entry : captures) {
      if (entry.isReadable()) {
        try (FileCapture capture = Pcap.open(entry.path())) {
          Packet packet = capture.next();
          for (int i = 0; i < MOST_EACH && packet != null; i++, packet = capture.next()) {
            inputs.add(new Input(packet.toBytes(), packet.linkType()));
          }
        }
      }
    }
    return inputs;
  }
}
