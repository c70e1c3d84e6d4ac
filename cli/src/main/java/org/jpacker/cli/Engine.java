package org.jpacker.cli;

import org.jpacker.api.CaptureException;
import org.jpacker.live.spi.LiveProvider;
import picocli.CommandLine.Option;

/** Which back end captures and sends: an option of the commands that do. */
final class Engine {

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "What captures and sends: pcap (libpcap) or raw (Linux, without libpcap). If not said,"
              + " the first that is usable.")
  private String name;

  /**
   * The back end.
   *
   * @throws CaptureException if it is not there or not usable
   */
  LiveProvider provider() {
    return name == null ? LiveProvider.usable() : LiveProvider.named(name);
  }
}
