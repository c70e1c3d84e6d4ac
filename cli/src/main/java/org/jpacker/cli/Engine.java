package org.jpacker.cli;

import org.jpacker.api.CaptureException;
import org.jpacker.live.spi.LiveProvider;
import picocli.CommandLine.Option;

/** The option that selects the back end for capturing and sending. */
final class Engine {

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "Back end for capturing and sending: pcap (libpcap) or raw (Linux, without libpcap); the"
              + " default is the first usable one.")
  private String name;

  /**
   * The back end.
   *
   * @throws CaptureException if it is missing or not usable
   */
  LiveProvider provider() {
    return name == null ? LiveProvider.usable() : LiveProvider.named(name);
  }
}
