package org.jpacker.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.Raw;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;

/**
 * Captures the same load with each back end and with tcpdump, in turn, and prints the results side
 * by side. The load comes from the other end of a virtual wire at full speed. The sender pays for
 * the kernel's work on a packet, so the results are the cost of capturing it.
 */
public final class LiveLoad {
  private static final LiveOptions OPTIONS = LiveOptions.DEFAULTS.bufferSize(32 << 20);
  private static final Duration QUIET = Duration.ofMillis(1000);
  private static final int BATCH = 64;
  private static final Path NOWHERE = Path.of("/dev/null");

  /**
   * The result of one run.
   *
   * @param packets number of captured packets
   * @param nanos time from the first packet to the last
   * @param cpuNanos CPU time of all threads since the tool was ready
   */
  private record Run(long packets, long nanos, long cpuNanos) {
    double cpuPerPacket() {
      return (double) cpuNanos / packets;
    }

    double packetsPerSecond() {
      return packets * 1e9 / nanos;
    }
  }

  /** A capture tool under test. */
  private interface Tool {
    Run run() throws IOException, InterruptedException;
  }

  private final String here;
  private final String there;
  private final String namespace;
  private final long count;

  private LiveLoad(String here, String there, String namespace, long count) {
    this.here = here;
    this.there = there;
    this.namespace = namespace;
    this.count = count;
  }

  /**
   * Usage: {@code LiveLoad HERE THERE NAMESPACE PACKETS ROUNDS}, or {@code LiveLoad send IF
   * PACKETS}.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 3 && args[0].equals("send")) {
      send(args[1], Long.parseLong(args[2]));
    } else if (args.length == 5) {
      new LiveLoad(args[0], args[1], args[2], Long.parseLong(args[3]))
          .compare(Integer.parseInt(args[4]));
    } else {
      System.err.println("usage: live [PACKETS [ROUNDS]]");
      System.exit(2);
    }
  }

  private static LiveProvider provider(String name) {
    return LiveProvider.installed().stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no back end " + name + " is installed"));
  }

  /**
   * Sends packets that have no receiver: the network stack drops them once they have been captured.
   */
  private static void send(String device, long count) {
    Packet packet =
        Packet.of(
            new Ethernet().dst("02:00:00:00:00:02").src("02:00:00:00:00:01"),
            new Ipv4().src("198.18.0.1").dst("198.18.0.2"),
            new Udp().srcPort(9).dstPort(9),
            Raw.of(new byte[64]));
    List<Packet> batch = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      batch.add(packet);
    }
    try (PacketSender sender = provider("raw").sender(device)) {
      for (long left = count; left > 0; left -= BATCH) {
        sender.write(batch);
      }
    }
  }

  private void compare(int rounds) throws IOException, InterruptedException {
    Map<String, Tool> tools = new LinkedHashMap<>();
    tools.put("io-raw", () -> capture("raw", false));
    tools.put("io-raw, written to /dev/null", () -> capture("raw", true));
    tools.put("io-libpcap", () -> capture("pcap", false));
    tools.put("tcpdump -w /dev/null", this::tcpdump);
    Map<String, List<Run>> figures = new LinkedHashMap<>();
    // the first round warms up the JIT
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Tool> tool : tools.entrySet()) {
        Run run = tool.getValue().run();
        if (round > 0) {
          figures.computeIfAbsent(tool.getKey(), key -> new ArrayList<>()).add(run);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-30s %10s %10s %12s %12s %10s%n",
        count + " packets, " + rounds + " rounds",
        "ns/packet",
        "(median)",
        "packets/s",
        "(median)",
        "captured");
    figures.forEach(LiveLoad::print);
  }

  private static void print(String tool, List<Run> runs) {
    double[] cpu = runs.stream().mapToDouble(Run::cpuPerPacket).sorted().toArray();
    double[] rate = runs.stream().mapToDouble(Run::packetsPerSecond).sorted().toArray();
    long most = runs.stream().mapToLong(Run::packets).max().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%-30s %10.1f %10.1f %12.0f %12.0f %10d%n",
        tool,
        cpu[0],
        cpu[cpu.length / 2],
        rate[rate.length - 1],
        rate[rate.length / 2],
        most);
  }

  private Process startSender() throws IOException {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LiveLoad.class.getName(), "send", there, String.valueOf(count)));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private Run capture(String back, boolean written) throws IOException, InterruptedException {
    try (LiveCapture capture = provider(back).open(here, OPTIONS);
        PacketWriter writer = written ? Pcap.create(NOWHERE) : null) {
      Process sender = startSender();
      long cpu = cpu("self");
      long packets = 0;
      long first = 0;
      long last = 0;
      for (Packet packet = capture.next(Duration.ofSeconds(20));
          packet != null;
          packet = capture.next(QUIET)) {
        if (writer != null) {
          writer.write(packet);
        }
        packets++;
        last = packet.timestampNanos();
        first = first == 0 ? last : first;
      }
      cpu = cpu("self") - cpu;
      end(sender);
      return new Run(packets, last - first, cpu);
    }
  }

  private Run tcpdump() throws IOException, InterruptedException {
    Process dump =
        new ProcessBuilder(
                "tcpdump", "-i", here, "-w", NOWHERE.toString(), "-B", "32768", "-Z", "root")
            .redirectErrorStream(true)
            .start();
    BufferedReader says = new BufferedReader(new InputStreamReader(dump.getInputStream()));
    String line = says.readLine();
    while (line != null && !line.contains("listening on")) {
      line = says.readLine();
    }
    String pid = String.valueOf(dump.pid());
    long before = packets();
    long cpu = cpu(pid);
    Process sender = startSender();
    while (packets() == before) {
      Thread.sleep(1);
    }
    long start = System.nanoTime();
    end(sender);
    long nanos = System.nanoTime() - start;
    Thread.sleep(QUIET.toMillis());
    cpu = cpu(pid) - cpu;
    dump.toHandle().destroy(); // Process.destroy would discard its last output
    long packets = 0;
    for (line = says.readLine(); line != null; line = says.readLine()) {
      if (line.endsWith("captured")) {
        packets = Long.parseLong(line.split(" ")[0]);
      }
    }
    return new Run(packets, nanos, cpu);
  }

  /** Number of packets received, according to the kernel. */
  private long packets() throws IOException {
    Path counter = Path.of("/sys/class/net", here, "statistics", "rx_packets");
    return Long.parseLong(Files.readString(counter).strip());
  }

  private static void end(Process sender) throws InterruptedException {
    if (!sender.waitFor(120, TimeUnit.SECONDS) || sender.exitValue() != 0) {
      throw new IllegalStateException("the sender failed");
    }
  }

  /** CPU time of all threads of a process in nanoseconds. */
  private static long cpu(String process) throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc", process, "task"))) {
      return threads.mapToLong(LiveLoad::ran).sum();
    }
  }

  private static long ran(Path thread) {
    try {
      return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
    } catch (IOException e) {
      return 0; // it has ended in the meantime
    }
  }
}
