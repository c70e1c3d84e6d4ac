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
 *   for (Packet packet : capture) { // as they arrive, until capture.stop() is called
 *     System.out.println(packet);
 *   }
 * }
 * }</pre>
 *
 * <p>Requires libpcap and the privilege to capture: root, or the capability {@code CAP_NET_RAW}. If
 * one of them is missing, a {@link CaptureException} says which, and what to do.
 */
public final class Live {
  private static final LiveProvider PROVIDER = new PcapProvider();

  private Live() {}

  /**
   * Lists the interfaces of this machine.
   *
   * @throws CaptureException if libpcap is missing or fails
   */
  public static List<LiveInterface> interfaces() {
    return PROVIDER.interfaces();
  }

  /**
   * Opens an interface for capturing with {@link LiveOptions#DEFAULTS}.
   *
   * @throws CaptureException if it cannot be opened
   */
  public static LiveCapture open(String name) {
    return open(name, LiveOptions.DEFAULTS);
  }

  /**
   * Opens an interface for capturing; packets are read with the installed protocols.
   *
   * @throws CaptureException if it cannot be opened or the filter is invalid
   */
  public static LiveCapture open(String name, LiveOptions options) {
    return PROVIDER.open(name, options);
  }

  /**
   * Opens an interface for capturing; packets are read with the protocols of {@code registry}.
   *
   * @throws CaptureException if it cannot be opened or the filter is invalid
   */
  public static LiveCapture open(String name, LiveOptions options, ProtocolRegistry registry) {
    return PROVIDER.open(name, options, registry);
  }

  /**
   * Opens an interface for sending.
   *
   * @throws CaptureException if it cannot be opened
   */
  public static PacketSender sender(String name) {
    return PROVIDER.sender(name);
  }
}
