package org.jpacker.live.spi;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;

/**
 * The service interface of back ends that capture and send live. Programs find an implementation
 * without depending on its module. It is a public class with a public constructor without
 * parameters, named in {@code module-info} and in {@code META-INF/services}. The constructor must
 * not touch native code: {@link #problem} does, and describes what is missing.
 */
public interface LiveProvider {

  /** The installed back ends by name, usable or not, without those that cannot be loaded. */
  static List<LiveProvider> installed() {
    return LiveProviders.installed().all();
  }

  /**
   * The first usable back end.
   *
   * @throws CaptureException if there is none; the reason says what each of them lacks
   */
  static LiveProvider usable() {
    return LiveProviders.installed().usable();
  }

  /**
   * The back end named {@code name}.
   *
   * @throws CaptureException if it is missing or unusable; the reason says what to do
   */
  static LiveProvider named(String name) {
    return LiveProviders.installed().named(name);
  }

  /** A short name, such as {@code pcap} or {@code raw}. */
  String name();

  /**
   * Why this back end cannot be used, and what to do about it, such as which package to install;
   * empty if it is usable. Privileges are not checked: they differ between interfaces, and {@link
   * #open} reports them.
   */
  Optional<String> problem();

  /**
   * The interfaces of this machine, as listed by the kernel.
   *
   * @throws CaptureException if they cannot be determined, see {@link #problem}
   */
  List<LiveInterface> interfaces();

  /**
   * The interface named {@code name}.
   *
   * @throws CaptureException if there is none
   */
  default LiveInterface find(String name) {
    List<LiveInterface> interfaces = interfaces();
    return interfaces.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CaptureException(
                    name,
                    -1,
                    "no such interface; there are "
                        + String.join(", ", interfaces.stream().map(LiveInterface::name).toList()),
                    null));
  }

  /**
   * Opens an interface for capturing.
   *
   * @param name name of the interface
   * @param options how to capture
   * @param registry the protocols that packets are read with
   * @throws CaptureException if there is no such interface, if a privilege is missing, if the
   *     filter is invalid, or if there is a {@link #problem}; the reason says what to do
   */
  LiveCapture open(String name, LiveOptions options, ProtocolRegistry registry);

  /**
   * Opens an interface for capturing, with the installed protocols.
   *
   * @throws CaptureException as {@link #open(String, LiveOptions, ProtocolRegistry)}
   */
  default LiveCapture open(String name, LiveOptions options) {
    return open(name, options, ProtocolRegistry.installed());
  }

  /**
   * Opens an interface for sending.
   *
   * @throws CaptureException as {@link #open}
   */
  PacketSender sender(String name);

  /**
   * Restores the default action of SIGINT and SIGTERM, which is to end the program, where the
   * program was started with these signals ignored. Shells ignore them for the background jobs of
   * scripts, and Java cannot change that. Signals that are not ignored are left alone. For commands
   * that capture until they are interrupted; does nothing on systems without such signals.
   */
  default void restoreSignals() {}
}
