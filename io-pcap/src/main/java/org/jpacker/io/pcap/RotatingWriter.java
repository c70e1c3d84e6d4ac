package org.jpacker.io.pcap;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;

/** Writes a series of files; each is a complete capture and has all interfaces. */
final class RotatingWriter extends CaptureWriter {
  private final Path file;
  private final WriteSettings settings;
  private final long mostOctets;
  private final long mostNanos;
  private final Deque<Path> kept = new ArrayDeque<>();
  private final List<CaptureInterface> interfaces = new ArrayList<>();

  private CaptureWriter writer;
  private long number;
  private long start = Packet.NO_TIME;
  private long packets;
  private long octets;
  private Losses losses = Losses.NONE;

  RotatingWriter(Path file, WriteSettings settings) {
    this.file = file;
    this.settings = settings;
    mostOctets = settings.rotation().octets();
    mostNanos = settings.rotation().time() == null ? 0 : settings.rotation().time().toNanos();
    open();
  }

  /** The name of a file in the series; the number goes before the suffixes. */
  static Path numbered(Path file, long number) {
    String name = file.getFileName().toString();
    int end = name.indexOf('.', 1);
    int at = end < 0 ? name.length() : end;
    return file.resolveSibling(
        String.format(Locale.ROOT, "%s-%05d%s", name.substring(0, at), number, name.substring(at)));
  }

  private void open() {
    Path next = numbered(file, ++number);
    writer = Pcap.create(next, settings.withoutRotation());
    kept.add(next);
    interfaces.forEach(writer::declare);
    int most = settings.rotation().files();
    if (most > 0 && kept.size() > most) {
      try {
        Files.deleteIfExists(kept.remove());
      } catch (IOException e) {
        throw new CaptureException(file.toString(), -1, "an old file cannot be deleted: " + e, e);
      }
    }
  }

  @Override
  public void write(Packet packet, List<BlockOption> options) {
    rotate(packet, options);
    writer.write(packet, options);
    written(packet);
  }

  @Override
  public void write(Packet packet, BigDecimal time, List<BlockOption> options) {
    rotate(packet, options);
    writer.write(packet, time, options);
    written(packet);
  }

  private void rotate(Packet packet, List<BlockOption> options) {
    long nanos = packet.timestampNanos();
    boolean isLate =
        mostNanos > 0
            && start != Packet.NO_TIME
            && nanos != Packet.NO_TIME
            && nanos - start >= mostNanos;
    if (writer.packets() > 0 && (isLate || isFull(packet, options))) {
      end();
      open();
    }
  }

  private void written(Packet packet) {
    packets++;
    if (start == Packet.NO_TIME) {
      start = packet.timestampNanos();
    }
  }

  private boolean isFull(Packet packet, List<BlockOption> options) {
    if (mostOctets == 0) {
      return false;
    }
    return writer.octets() + writer.sizeOf(packet, options) > mostOctets;
  }

  @Override
  long sizeOf(Packet packet, List<BlockOption> options) {
    return writer.sizeOf(packet, options);
  }

  private void end() {
    CaptureWriter ended = writer;
    ended.close();
    octets += ended.octets();
    losses = losses.plus(ended.losses());
    start = Packet.NO_TIME;
  }

  @Override
  public void declare(CaptureInterface source) {
    interfaces.add(source);
    writer.declare(source);
  }

  @Override
  public void write(Block block) {
    writer.write(block);
  }

  @Override
  public long packets() {
    return packets;
  }

  @Override
  public long octets() {
    return octets + writer.octets();
  }

  @Override
  public Losses losses() {
    return losses.plus(writer.losses());
  }

  @Override
  public void flush() {
    writer.flush();
  }

  @Override
  public void close() {
    writer.close();
  }
}
