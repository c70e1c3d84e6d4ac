package org.jpacker.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Shows on standard error how far long work has come: one line, rewritten a few times a second and
 * wiped away at the end. Shows nothing where standard error is not a terminal that can do that, and
 * during the first second.
 *
 * <pre>
 * try (Progress progress = new Progress(console, "reading", size)) {
 *   facts = CaptureFacts.of(capture, progress);
 * }
 * </pre>
 */
final class Progress implements LongConsumer, AutoCloseable {
  private static final long SECOND = 1_000_000_000L;

  private final Console console;
  private final String work;
  private final long total;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long due = start + SECOND;
  private int width;

  /**
   * The progress of work that is about to begin.
   *
   * @param work such as {@code reading a.pcap}
   * @param total number of octets to be done, or -1 if it is unknown
   */
  Progress(Console console, String work, long total) {
    this(console, work, total, Terminal.here().rewrites());
  }

  Progress(Console console, String work, long total, boolean shown) {
    this.console = console;
    this.work = work;
    this.total = total;
    this.shown = shown;
  }

  /** Shows that {@code done} octets are done, if it is time to. */
  @Override
  public void accept(long done) {
    long now = System.nanoTime();
    if (shown && now - due >= 0) {
      due = now + SECOND / 4;
      show(line(done, (now - start) / (double) SECOND));
    }
  }

  private String line(long done, double seconds) {
    double megabytes = done / 1e6;
    String rate = String.format(Locale.ROOT, "%.0f MB, %.0f MB/s", megabytes, megabytes / seconds);
    if (total <= 0) {
      return work + ": " + rate;
    }
    double part = Math.min(1, done / (double) total);
    String left =
        part > 0 ? String.format(Locale.ROOT, ", %.0f s left", seconds / part - seconds) : "";
    return String.format(Locale.ROOT, "%s: %.0f %%, ", work, 100 * part) + rate + left;
  }

  private void show(String line) {
    print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
  }

  /** Wipes the line away. */
  @Override
  public void close() {
    if (width > 0) {
      print("\r" + " ".repeat(width) + "\r");
      width = 0;
    }
  }

  private void print(String text) {
    try {
      console.err().write(text.getBytes(StandardCharsets.UTF_8));
      console.err().flush();
    } catch (IOException e) {
      // the work goes on without
    }
  }
}
