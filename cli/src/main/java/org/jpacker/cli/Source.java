package org.jpacker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.Pcap;

/** The packets of a file, or of standard input, which is called {@code -}. */
final class Source {
  static final String STANDARD_INPUT = "-";

  private final Console console;
  private final ProtocolRegistry registry;
  private final String name;

  /** For work that does not dissect packets. */
  Source(Console console, String name) {
    this(console, ProtocolRegistry.installed(), name);
  }

  Source(Console console, ProtocolRegistry registry, String name) {
    this.console = console;
    this.registry = registry;
    this.name = name;
  }

  /**
   * Hands on the first {@code most} packets, one by one.
   *
   * @throws CaptureException if the capture cannot be opened, or after its last whole packet if it
   *     is damaged
   */
  void forEach(long most, Consumer<Frame> action) {
    forEachIn(most, capture -> action);
  }

  /** The same with an action that is made when the capture is open. */
  void forEachIn(long most, Function<FileCapture, Consumer<Frame>> actions) {
    readUntil(
        most,
        capture -> {
          Consumer<Frame> action = actions.apply(capture);
          return frame -> {
            action.accept(frame);
            return true;
          };
        });
  }

  /** The same until {@code action} returns false. */
  void forEachUntil(long most, Predicate<Frame> action) {
    readUntil(most, capture -> action);
  }

  private void readUntil(long most, Function<FileCapture, Predicate<Frame>> actions) {
    console.out().prompt(isNamedPipe());
    try {
      readEach(most, actions);
    } catch (CaptureException e) {
      throw named(e);
    }
  }

  /** The same failure, under the name for people. */
  CaptureException named(CaptureException e) {
    return name.equals(STANDARD_INPUT)
        ? new CaptureException(title(), e.offset(), e.reason(), e)
        : e;
  }

  /** The name for people. */
  String title() {
    return name.equals(STANDARD_INPUT) ? "standard input" : name;
  }

  /** Whether it is a regular file, which can be read again and has an end. */
  boolean isFile() {
    try {
      return !name.equals(STANDARD_INPUT) && Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Octets of the file, or -1 if that is unknown. */
  long size() {
    try {
      return isFile() ? Files.size(Path.of(name)) : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private void readEach(long most, Function<FileCapture, Predicate<Frame>> actions) {
    try (FileCapture capture = open()) {
      try {
        noting(capture, () -> readEach(capture, most, actions.apply(capture)));
      } finally {
        if (capture.timesBeyond() > 0) {
          console.complain(
              "note: the times of "
                  + capture.timesBeyond()
                  + " packets are before 1677 or after 2262 and not shown; convert, slice and merge"
                  + " keep them in pcapng");
        }
      }
    }
  }

  /** Does what reads a capture, and then says what was odd in it. */
  void noting(FileCapture capture, Runnable work) {
    try {
      work.run();
    } finally {
      note(capture);
    }
  }

  /** Says what was odd in a capture. */
  void note(FileCapture capture) {
    capture.remarks().forEach(remark -> console.complain("note: " + title() + ": " + remark));
  }

  private static void readEach(FileCapture capture, long most, Predicate<Frame> action) {
    long start = Packet.NO_TIME;
    for (long number = 1; number <= most; number++) {
      Packet packet = capture.next();
      if (packet == null) {
        return;
      }
      if (start == Packet.NO_TIME) {
        start = packet.timestampNanos();
      }
      if (!action.test(new Frame(number, start, packet))) {
        return;
      }
    }
  }

  /**
   * Opens it for access to more than its packets.
   *
   * @throws CaptureException if that is impossible
   */
  FileCapture open() {
    FileCapture capture =
        name.equals(STANDARD_INPUT)
            ? Pcap.open(new PromptInput(console.in(), console.out()), registry)
            : Pcap.open(FileNames.path(name), registry);
    for (PluginProblem problem : Pcap.compressionProblems()) {
      console.complainOnce("plug-ins: " + problem);
    }
    return capture;
  }

  /** Whether it is a named pipe, where packets may arrive with long pauses. */
  private boolean isNamedPipe() {
    try {
      return !name.equals(STANDARD_INPUT) && !Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
