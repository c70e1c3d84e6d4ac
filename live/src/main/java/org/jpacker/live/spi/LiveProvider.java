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
 * The door for back ends that capture and send live: a module provides one of these, and programs
 * find it without depending on the module. Make it a public class with a public constructor, name
 * it in {@code module-info} and in {@code META-INF/services}. The constructor must not touch native
 * code: {@link #problem} does, and turns what is missing into words.
 */
public interface LiveProvider {

  /** The back ends that are there, usable or not, by name; those that cannot be loaded are not. */
  static List<LiveProvider> installed() {
    return LiveProviders.installed().all();
  }

  /**
   * The first back end that is usable.
   *
   * @throws CaptureException if there is none; the reason says what each of them lacks
   */
  static LiveProvider usable() {
    return LiveProviders.installed().usable();
  }

  /**
   * The back end of this name.
   *
   * @throws CaptureException if it is not there or not usable; the reason says what to do
   */
  static LiveProvider named(String name) {
    return LiveProviders.installed().named(name);
  }

  /** A short name, such as {@code pcap} or {@code raw}. */
  String name();

  /**
   * Why nothing can be opened here, and what to do about it, such as which package to install;
   * empty if it is usable. Privileges are not asked for: they differ by interface, and {@link
   * #open} tells.
   */
  Optional<String> problem();

  /**
   * The interfaces of this machine, as the kernel lists them.
   *
   * @throws CaptureException if they cannot be told, see {@link #problem}
   */
  List<LiveInterface> interfaces();

  /**
   * The interface of this name.
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
   * Opens an interface to capture on.
   *
   * @param name the interface's name
   * @param registry the protocols that packets are read with
   * @throws CaptureException if there is no such interface, if the privilege is missing, if the
   *     filter is wrong, or see {@link #problem}; the reason says what to do
   */
  LiveCapture open(String name, LiveOptions options, ProtocolRegistry registry);

  /** The same with the installed protocols. */
  default LiveCapture open(String name, LiveOptions options) {
    return open(name, options, ProtocolRegistry.installed());
  }

  /**
   * Opens an interface to send through.
   *
   * @throws CaptureException as {@link #open}
   */
  PacketSender sender(String name);

  /**
   * Has SIGINT and SIGTERM end the program again, as they do by default, where it was started to
   * ignore them: shells start so what a script runs in the background, and Java cannot change it.
   * Those that are not ignored stay as they are. For commands that capture until they are told to
   * end; does nothing where there are no such signals.
   */
  default void restoreSignals() {}
}
