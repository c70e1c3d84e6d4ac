package org.jpacker.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jpacker.api.CaptureException;
import org.jpacker.io.pcap.BlockWriter;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;

/**
 * A capture file that is to be written. It is written under another name in the same folder, and
 * moved to its place when it is complete: an existing file is never replaced by a partial one. When
 * the program ends, unfinished files are removed. Pipes and devices are written directly.
 *
 * <pre>{@code
 * try (Target target = Target.of(file, List.of(in))) {
 *   target.attempt(
 *       () -> {
 *         try (CaptureWriter writer = target.create(settings)) {
 *           ...
 *         }
 *       });
 * }
 * }</pre>
 */
public final class Target implements AutoCloseable {
  /** Limit of attempts to find an unused name. */
  private static final int MOST_NAMES = 1000;

  /** Files that are not complete yet; the lock for all that happens to files. */
  private static final Set<Target> UNFINISHED = new HashSet<>();

  private static boolean isHooked;
  private static boolean isEnding;

  private final String name;

  /** The stream that is written, or null for a file. */
  private final OutputStream stream;

  /** The place of the file, or null for a stream. */
  private final Path file;

  /** The file that is written: the place itself for pipes and devices, null before it is opened. */
  private Path part;

  /** Whether a failure left less than was asked for. */
  private boolean isBroken;

  private Target(String name, OutputStream stream, Path file) {
    this.name = name;
    this.stream = stream;
    this.file = file;
  }

  /**
   * A file at a path; through a symbolic link, the file that it leads to.
   *
   * @param sources files that are read while this one is written
   * @throws CaptureException if {@code file} is one of {@code sources}
   */
  public static Target of(Path file, List<Path> sources) {
    String name = file.toString();
    sources.forEach(source -> refuseSame(source, file));
    try {
      return new Target(name, null, Files.isRegularFile(file) ? file.toRealPath() : file);
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /**
   * A stream, which gets its octets at once.
   *
   * @param name for messages
   * @param stream is closed by the writer
   */
  public static Target of(String name, OutputStream stream) {
    return new Target(name, stream, null);
  }

  private static void refuseSame(Path source, Path file) {
    try {
      if (Files.exists(file) && Files.exists(source) && Files.isSameFile(file, source)) {
        throw new CaptureException(
            file.toString(), -1, "is the file that is read; write another one", null);
      }
    } catch (IOException e) {
      throw failed(file.toString(), e);
    }
  }

  /**
   * Opens the file for packets.
   *
   * @throws CaptureException if that is impossible
   */
  public CaptureWriter create(WriteSettings settings) {
    return stream != null
        ? Pcap.create(stream, settings)
        : opened(() -> Pcap.create(part, settings));
  }

  /**
   * Opens the file for pcapng blocks.
   *
   * @throws CaptureException if that is impossible
   */
  public BlockWriter createBlocks(WriteSettings settings) {
    return stream != null
        ? BlockWriter.create(stream, settings)
        : opened(() -> BlockWriter.create(part, settings));
  }

  /**
   * Opens the file again, for packets after those that were written.
   *
   * @throws CaptureException if that is impossible, as with a stream
   */
  public CaptureWriter append() {
    if (stream != null) {
      throw new CaptureException(name, -1, "a stream cannot be appended to", null);
    }
    return opened(() -> Pcap.append(part));
  }

  /** Opens the file under the lock, so that it is registered before the program can end. */
  private <W> W opened(Supplier<W> opening) {
    synchronized (UNFINISHED) {
      waitIfEnding();
      if (part == null) {
        boolean isElsewhere = Files.exists(file) && !Files.isRegularFile(file);
        part = isElsewhere ? file : unusedName();
        if (!isElsewhere) {
          UNFINISHED.add(this);
          hook();
        }
      }
      return opening.get();
    }
  }

  /** The name of a new, empty file, or of one that cannot be made. */
  private Path unusedName() {
    Path unused = file.resolveSibling(file.getFileName() + ".part");
    for (int i = 2; i <= MOST_NAMES; i++) {
      try {
        return Files.createFile(unused);
      } catch (FileAlreadyExistsException e) {
        unused = file.resolveSibling(file.getFileName() + ".part" + i);
      } catch (IOException e) {
        break; // opening it will fail and give the reason
      }
    }
    return unused;
  }

  /**
   * Does a part of the work. A failure of the work marks the file as incomplete, unless it is
   * damage of the input: then what was written before it is kept.
   *
   * @throws CaptureException if {@code work} does; failures of this file have its name
   */
  public void attempt(Runnable work) {
    boolean isFine = false;
    try {
      work.run();
      isFine = true;
    } catch (RefusedException e) {
      throw e;
    } catch (CaptureException e) {
      isFine = part == null || !e.source().equals(part.toString());
      throw isFine ? e : new CaptureException(name, e.offset(), e.reason(), e);
    } finally {
      isBroken |= !isFine;
    }
  }

  /** Does the work, and hands on its last omissions if the file is kept. */
  void attempt(Consumer<Consumer<Omissions>> work, Consumer<Omissions> omitted) {
    Omissions[] last = {Omissions.NONE};
    try {
      attempt(() -> work.accept(omissions -> last[0] = omissions));
    } finally {
      if (!isBroken) {
        omitted.accept(last[0]);
      }
    }
  }

  /** Whether a part of the work failed, and the file will not be kept. */
  boolean isBroken() {
    return isBroken;
  }

  /**
   * Moves the file to its place, or removes it if a part of the work failed.
   *
   * @throws CaptureException if that is impossible
   */
  @Override
  public void close() {
    synchronized (UNFINISHED) {
      waitIfEnding();
      if (!UNFINISHED.remove(this)) {
        return;
      }
      try {
        if (isBroken) {
          Files.deleteIfExists(part);
        } else if (Files.exists(part)) {
          Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        throw failed(name, e);
      }
    }
  }

  private static void hook() {
    if (!isHooked) {
      isHooked = true;
      Runtime.getRuntime().addShutdownHook(new Thread(Target::removeUnfinished, "jpacker targets"));
    }
  }

  private static void removeUnfinished() {
    synchronized (UNFINISHED) {
      isEnding = true;
      for (Target target : UNFINISHED) {
        try {
          Files.deleteIfExists(target.part);
        } catch (IOException e) {
          // the other files may still be removed
        }
      }
    }
  }

  /** Stops threads that would make files after the unfinished ones were removed. */
  private static void waitIfEnding() {
    while (isEnding) {
      try {
        UNFINISHED.wait();
      } catch (InterruptedException e) {
        // the program ends without this thread
      }
    }
  }

  private static CaptureException failed(String name, IOException e) {
    return new CaptureException(name, -1, "cannot be written: " + e, e);
  }
}
