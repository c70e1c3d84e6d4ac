package org.jpacker.cli;

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
 * What a command writes: a file, or standard output, which is called {@code -}. A file is written
 * beside its place and moved there when it is whole, so that what was there is lost only to
 * something that is better. When the program is told to end, what is not whole is removed.
 */
final class Target {
  /** More names than this, all of them taken, are no accident. */
  private static final int MOST_NAMES = 1000;

  /** What is not whole yet; guards itself, and all that is done to files. */
  private static final Set<Target> UNFINISHED = new HashSet<>();

  private static boolean isHooked;
  private static boolean isEnding;

  private final String name;

  /** Standard output, or null. */
  private final OutputStream stream;

  /** The place, or null for standard output. */
  private final Path file;

  /** Where it is written; the place itself where nothing can be moved to, null before it is. */
  private Path part;

  /** Something failed that makes it less than what was asked for. */
  private boolean isBroken;

  /** The work was refused: nothing of it is kept. */
  static final class Refused extends CaptureException {
    private static final long serialVersionUID = 1L;

    Refused(String source, String reason) {
      super(source, -1, reason, null);
    }
  }

  private Target(String name, OutputStream stream, Path file) {
    this.name = name;
    this.stream = stream;
    this.file = file;
  }

  /**
   * Has {@code work} write a file or to standard output. If its input turns out to be damaged, what
   * was whole is kept.
   *
   * @throws CaptureException if that fails, or {@code out} is one of the files that are read
   */
  static void write(Console console, List<String> in, String out, Consumer<Target> work) {
    boolean isStandard = isStandardOutput(out);
    Target target =
        isStandard ? new Target(out, console.out().octets(), null) : Target.file(in, out);
    try {
      target.attempt(() -> work.accept(target));
    } finally {
      target.settle();
    }
  }

  static boolean isStandardOutput(String out) {
    return out.equals(Source.STANDARD_INPUT);
  }

  /**
   * A file to be written, which whoever asks for it settles at the end.
   *
   * @throws CaptureException if {@code out} has no path, or is one of the files that are read
   */
  static Target file(List<String> in, String out) {
    in.forEach(read -> refuseSame(read, out));
    return new Target(out, null, path(out));
  }

  private static Path path(String out) {
    try {
      Path file = FileNames.path(out);
      // a link stays, and what it leads to is replaced
      return Files.isRegularFile(file) ? file.toRealPath() : file;
    } catch (IOException e) {
      throw failed(out, e);
    }
  }

  private static void refuseSame(String in, String out) {
    try {
      Path file = FileNames.path(out);
      Path read = FileNames.path(in);
      if (Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read)) {
        throw new CaptureException(out, -1, "is what is read; write another file", null);
      }
    } catch (IOException e) {
      throw failed(out, e);
    }
  }

  /** Begins to write packets. */
  CaptureWriter create(WriteSettings settings) {
    return stream != null
        ? Pcap.create(stream, settings)
        : opened(() -> Pcap.create(part, settings));
  }

  /** Begins to write blocks. */
  BlockWriter createBlocks(WriteSettings settings) {
    return stream != null
        ? BlockWriter.create(stream, settings)
        : opened(() -> BlockWriter.create(part, settings));
  }

  /** Goes on to write packets behind those that were written. */
  CaptureWriter append() {
    return opened(() -> Pcap.append(part));
  }

  /** Makes or opens the file at a time when it is known what to remove. */
  private <W> W opened(Supplier<W> opening) {
    synchronized (UNFINISHED) {
      waitIfEnding();
      if (part == null) {
        boolean isElsewhere = Files.exists(file) && !Files.isRegularFile(file);
        // pipes and devices have no place to move to
        part = isElsewhere ? file : unusedName();
        if (!isElsewhere) {
          UNFINISHED.add(this);
          hook();
        }
      }
      return opening.get();
    }
  }

  /** The name of a file that was not there, and now is if that is possible. */
  private Path unusedName() {
    Path unused = file.resolveSibling(file.getFileName() + ".part");
    for (int i = 2; i <= MOST_NAMES; i++) {
      try {
        return Files.createFile(unused);
      } catch (FileAlreadyExistsException e) {
        unused = file.resolveSibling(file.getFileName() + ".part" + i);
      } catch (IOException e) {
        break; // whoever opens it can say why not
      }
    }
    return unused;
  }

  /** Does a part of the work; what fails because of this file does so under its own name. */
  void attempt(Runnable work) {
    boolean isFine = false;
    try {
      work.run();
      isFine = true;
    } catch (Refused e) {
      throw e;
    } catch (CaptureException e) {
      // damage of the input is none of what was made of it
      isFine = part == null || !e.source().equals(part.toString());
      throw isFine ? e : new CaptureException(name, e.offset(), e.reason(), e);
    } finally {
      isBroken |= !isFine;
    }
  }

  /** Moves what was written to its place, or removes it if something failed. */
  void settle() {
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
          // the others may still be removed
        }
      }
    }
  }

  /** Whoever comes when the program is ending must not make files that nobody would remove. */
  private static void waitIfEnding() {
    while (isEnding) {
      try {
        UNFINISHED.wait();
      } catch (InterruptedException e) {
        // the end of the program does not depend on it
      }
    }
  }

  private static CaptureException failed(String name, IOException e) {
    return new CaptureException(name, -1, "cannot be written: " + e, e);
  }
}
