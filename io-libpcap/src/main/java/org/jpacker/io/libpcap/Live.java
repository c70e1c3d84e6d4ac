package org.jpacker.io.libpcap;

import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;
import org.jpacker.live.spi.LiveProvider;

/**
 * Captures and sends through libpcap.
 *
 * <pre>{@code
 * try (LiveCapture capture = Live.open("eth0", LiveOptions.DEFAULTS.filter("udp port 53"))) {
 *   for (Packet packet : capture) { // as they come, until someone calls capture.stop()
 *     System.out.println(packet);
 *   }
 * }
 * }</pre>
 *
 * <p>It takes libpcap, and the privilege to capture: root, or the capability {@code CAP_NET_RAW}.
 * Where one of them is missing, a {@link CaptureException} says which, and what to do.
 */
public final class Live {
  private static final LiveProvider PROVIDER = new PcapProvider();

  private Live() {}

  /**
   * The interfaces of this machine.
   *
   * @throws CaptureException if libpcap is missing or fails
   */
  public static List<LiveInterface> interfaces() {
    return PROVIDER.interfaces();
  }

  /**
   * Opens an interface to capture on, as {@link LiveOptions#DEFAULTS} has it.
   *
   * @throws CaptureException if that is not possible
   */
  public static LiveCapture open(String name) {
    return open(name, LiveOptions.DEFAULTS);
  }

  /**
   * Opens an interface to capture on.
   *
   * @throws CaptureException if that is not possible, or if the filter is wrong
   */
  public static LiveCapture open(String name, LiveOptions options) {
    return PROVIDER.open(name, options);
  }

  /**
   * Opens an interface to capture on, packets to be read with the protocols of {@code registry}.
   *
   * @throws CaptureException if that is not possible, or if the filter is wrong
   */
  public static LiveCapture open(String name, LiveOptions options, ProtocolRegistry registry) {
    return PROVIDER.open(name, options, registry);
  }

  /**
   * Opens an interface to send through.
   *
   * @throws CaptureException if that is not possible
   */
  public static PacketSender sender(String name) {
    return PROVIDER.sender(name);
  }
}
