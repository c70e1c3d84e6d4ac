package org.jpacker.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Standard output: text is appended to {@link #text()} and written in large pieces, as UTF-8. It is
 * also a {@link Writer}, for the texts of the command line parser.
 */
final class Output extends Writer {
  private static final int PIECE = 1 << 15;

  /** Number of characters that are encoded at once. */
  private static final int STEP = 1 << 10;

  private final OutputStream stream;
  private final StringBuilder text = new StringBuilder(STEP);
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  // reused, so that large output makes no garbage
  private final CharBuffer characters = CharBuffer.allocate(STEP);
  private final ByteBuffer octets = ByteBuffer.allocate(2 * PIECE);

  private boolean prompt;

  /** Reports that standard output cannot be written. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(IOException cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether the reader has only seen enough. */
    boolean isClosedPipe() {
      String message = String.valueOf(getMessage());
      return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }
  }

  Output(OutputStream stream) {
    this.stream = stream;
  }

  /** Sets whether each line is written as soon as it ends, because the next one may take long. */
  void prompt(boolean prompt) {
    this.prompt = prompt;
  }

  /** Standard output for octets other than text; it fails in the same way. */
  OutputStream octets() {
    flush();
    return new OutputStream() {
      @Override
      public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] octets, int from, int count) {
        try {
          stream.write(octets, from, count);
        } catch (IOException e) {
          throw new Failure(e);
        }
      }

      @Override
      public void flush() {
        try {
          stream.flush();
        } catch (IOException e) {
          throw new Failure(e);
        }
      }

      @Override
      public void close() {
        flush();
      }
    };
  }

  /** The text to append to. It is emptied at the end of a line. */
  StringBuilder text() {
    return text;
  }

  /** Ends a line. */
  void endLine() {
    text.append('\n');
    endLines();
  }

  /** Marks the end of lines whose line feeds were appended. */
  void endLines() {
    // each time, so that the text never holds more than one packet
    encode();
    if (prompt || octets.position() >= PIECE) {
      send();
    }
  }

  @Override
  public void write(char[] characters, int from, int count) {
    text.append(characters, from, count);
  }

  /**
   * Writes the appended text.
   *
   * @throws Failure if that is impossible
   */
  @Override
  public void flush() {
    encode();
    send();
  }

  private void encode() {
    int length = text.length();
    encoder.reset();
    characters.clear();
    for (int at = 0; at < length; ) {
      if (octets.remaining() < STEP * encoder.maxBytesPerChar()) {
        send();
      }
      int next = Math.min(length, at + characters.remaining());
      text.getChars(at, next, characters.array(), characters.position());
      characters.position(characters.position() + next - at).flip();
      encoder.encode(characters, octets, next == length);
      // the first half of a character may be left
      characters.compact();
      at = next;
    }
    text.setLength(0);
  }

  private void send() {
    if (octets.position() == 0) {
      return;
    }
    int length = octets.position();
    // dropped even if the write fails, or it would be repeated on exit
    octets.clear();
    try {
      stream.write(octets.array(), 0, length);
      stream.flush();
    } catch (IOException e) {
      throw new Failure(e);
    }
  }

  @Override
  public void close() {
    flush();
  }
}
