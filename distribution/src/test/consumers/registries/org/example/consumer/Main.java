package org.example.consumer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/** Uses several registries at the same time, in as many threads. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    byte[] octets = HexFormat.of().parseHex(args[0]);
    ProtocolRegistry installed = ProtocolRegistry.installed();
    ProtocolRegistry plugins = ProtocolRegistry.from(Path.of(args[1]));
    ProtocolRegistry again = ProtocolRegistry.from(Path.of(args[1]));
    ProtocolRegistry others =
        installed
            .with(DispatchTable.IP_PROTOCOL.key(17), installed.protocol("gre").orElseThrow())
            .without(installed.protocol("eth").orElseThrow());
    List<ProtocolRegistry> all =
        List.of(
            installed,
            plugins,
            again,
            plugins.without(plugins.protocol("udp").orElseThrow()),
            others);
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    List<Future<String>> shown = new ArrayList<>();
    for (ProtocolRegistry registry : all) {
      shown.add(
          threads.submit(
              () -> {
                String first = show(octets, registry);
                for (int i = 0; i < 10_000; i++) {
                  if (!show(octets, registry).equals(first)) {
                    return "not always " + first;
                  }
                }
                return first;
              }));
    }
    for (Future<String> one : shown) {
      System.out.println(one.get());
    }
    threads.shutdown();
    Class<?> one = plugins.protocol("beacon").orElseThrow().type();
    Class<?> other = again.protocol("beacon").orElseThrow().type();
    System.out.println(one != other && one.getName().equals(other.getName()));
  }

  private static String show(byte[] octets, ProtocolRegistry registry) {
    StringBuilder names = new StringBuilder();
    for (Layer layer : Packet.read(octets, 1, registry).layers()) {
      names.append(layer instanceof Header header ? header.protocol().name() : "data").append(' ');
    }
    return names.toString().strip();
  }
}
