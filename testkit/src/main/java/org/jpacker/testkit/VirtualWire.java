package org.jpacker.testkit;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A virtual wire with two ends: {@link #here()} in the network namespace of the test, and {@link
 * #there()} in a namespace of its own. Created with {@code ip} on Linux; elsewhere, or without
 * privileges, the test is skipped with the reason. No packet leaves the wire, and {@link #close}
 * removes it.
 */
public final class VirtualWire implements AutoCloseable {
  private static final Random NAMES = new Random();
  private static final int ATTEMPTS = 20;

  private final String namespace;
  private final String here;
  private final String there;
  private final String network;

  private VirtualWire(String name, String network) {
    this.namespace = "jp" + name;
    this.here = "jph" + name;
    this.there = "jpt" + name;
    this.network = network;
  }

  /** A wire whose ends are up but have no addresses: it is silent until a test sends. */
  public static VirtualWire silent() {
    Assumptions.assumeTrue(
        System.getProperty("os.name").equals("Linux"), "virtual wires are available on Linux only");
    String name = String.format(Locale.ROOT, "%08x", NAMES.nextInt());
    VirtualWire wire = new VirtualWire(name, "198.18." + NAMES.nextInt(256));
    try {
      wire.make();
    } catch (IllegalStateException e) {
      wire.close();
      Assumptions.abort("a virtual wire cannot be created here: " + e.getMessage());
    }
    return wire;
  }

  /**
   * A wire whose ends have addresses of a separate network, {@code .1} here and {@code .2} there.
   */
  public static VirtualWire addressed() {
    for (int attempt = 0; ; attempt++) {
      VirtualWire wire = silent();
      try {
        if (wire.isNetworkFree() || attempt == ATTEMPTS) {
          wire.address();
          return wire;
        }
      } catch (IOException | IllegalStateException e) {
        wire.close();
        throw new IllegalStateException("a virtual wire gets no addresses", e);
      }
      wire.close();
    }
  }

  private void make() {
    ip("netns", "add", namespace);
    ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", namespace);
    // otherwise the kernel sends IPv6 packets as soon as an interface is up
    run("sh", "-c", silence(here));
    inside("sh", "-c", silence(there));
    ip("link", "set", here, "up");
    ip("-n", namespace, "link", "set", there, "up");
    ip("-n", namespace, "link", "set", "lo", "up");
  }

  private static String silence(String name) {
    String setting = "/proc/sys/net/ipv6/conf/" + name + "/disable_ipv6";
    return "[ ! -e " + setting + " ] || echo 1 > " + setting;
  }

  private boolean isNetworkFree() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .noneMatch(address -> address.getHostAddress().startsWith(network + "."));
  }

  private void address() {
    ip("addr", "add", hereAddress() + "/24", "dev", here);
    ip("-n", namespace, "addr", "add", thereAddress() + "/24", "dev", there);
  }

  /** Name of the interface in the namespace of the test. */
  public String here() {
    return here;
  }

  /** Name of the interface at the other end. */
  public String there() {
    return there;
  }

  /** Name of the network namespace of the other end. */
  public String namespace() {
    return namespace;
  }

  /** IPv4 address of {@link #here} in dotted decimal; the wire must be addressed. */
  public String hereAddress() {
    return network + ".1";
  }

  /** IPv4 address of {@link #there} in dotted decimal; the wire must be addressed. */
  public String thereAddress() {
    return network + ".2";
  }

  /** MAC address of {@link #here}, in hexadecimal with colons. */
  public String hereMac() {
    return run("cat", "/sys/class/net/" + here + "/address").strip();
  }

  /** MAC address of {@link #there}, in hexadecimal with colons. */
  public String thereMac() {
    String link = ip("-n", namespace, "-o", "link", "show", "dev", there);
    return link.replaceFirst("(?s).*link/ether ([0-9a-f:]{17}).*", "$1");
  }

  /**
   * Starts a Java program at the other end.
   *
   * @param program main class; it may use only the Java runtime
   * @param words arguments of the program
   */
  public Process startJava(Class<?> program, String... words) {
    try {
      return java(program, words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private ProcessBuilder java(Class<?> program, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "ip",
                "netns",
                "exec",
                namespace,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                program.getProtectionDomain().getCodeSource().getLocation().getPath(),
                program.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /**
   * Starts a TCP server at the other end that accepts all connections.
   *
   * @param port port to listen on
   */
  public Process listen(int port) {
    try {
      Process server = java(TcpServer.class, String.valueOf(port)).start();
      // it prints a word as soon as it listens
      if (server.getInputStream().read() < 0) {
        throw new IllegalStateException("the server did not start");
      }
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Runs a command at the other end and returns its output. */
  public String inside(String... command) {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    words.addAll(List.of(command));
    return run(words.toArray(String[]::new));
  }

  private static String ip(String... words) {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  private static String run(String... command) {
    Path output = null;
    try {
      output = Files.createTempFile("jpacker", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(30, TimeUnit.SECONDS);
      process.destroyForcibly();
      String printed = Files.readString(output);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + printed.strip());
      }
      return printed;
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      if (output != null) {
        output.toFile().delete();
      }
    }
  }

  /** Removes both interfaces. */
  public void cut() {
    ip("link", "del", here);
  }

  /** Removes everything except programs still running at the other end. */
  @Override
  public void close() {
    for (List<String> words :
        List.of(List.of("link", "del", here), List.of("netns", "del", namespace))) {
      try {
        ip(words.toArray(String[]::new));
      } catch (IllegalStateException e) {
        // it was not created, or was removed with its other end
      }
    }
  }
}
