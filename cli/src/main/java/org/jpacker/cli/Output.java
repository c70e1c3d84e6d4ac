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
 * Standard output: text is appended to {@link #text()} and written in large pieces, as UTF-8. A
 * {@link Writer} too, for the command line parser's own texts.
 */
final class Output extends Writer {
  private static final int PIECE = 1 << 15;

  private final OutputStream stream;
  private final StringBuilder text = new StringBuilder(PIECE + 4096);
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  // used again for each piece: a text of a gigabyte makes no garbage
  private char[] characters = {};
  private byte[] octets = {};

  private boolean prompt;

  /** Standard output could not be written to. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(IOException cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether it is only that the reader has seen enough. */
    boolean isClosedPipe() {
      String message = String.valueOf(getMessage());
      return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }
  }

  Output(OutputStream stream) {
    this.stream = stream;
  }

  /**
   * Whether each line is written as soon as it ends, because the next one may be long in coming.
   */
  void prompt(boolean prompt) {
    this.prompt = prompt;
  }

  /** Standard output for octets that are no text; it fails as text does. */
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

  /** Where to append; nothing else keeps what is appended. */
  StringBuilder text() {
    return text;
  }

  /** Ends a line. */
  void endLine() {
    text.append('\n');
    endLines();
  }

  /** Says that what was appended ended with a line feed. */
  void endLines() {
    if (prompt || text.length() >= PIECE) {
      flush();
    }
  }

  @Override
  public void write(char[] characters, int from, int count) {
    text.append(characters, from, count);
  }

  /**
   * Writes what was appended.
   *
   * @throws Failure if that is impossible
   */
  @Override
  public void flush() {
    if (text.length() == 0) {
      return;
    }
    int length = text.length();
    if (characters.length < length) {
      characters = new char[text.capacity()];
      octets = new byte[(int) (characters.length * encoder.maxBytesPerChar())];
    }
    text.getChars(0, length, characters, 0);
    // dropped even if it cannot be written, so that it is not tried again on the way out
    text.setLength(0);
    ByteBuffer encoded = ByteBuffer.wrap(octets);
    encoder.reset().encode(CharBuffer.wrap(characters, 0, length), encoded, true);
    try {
      stream.write(octets, 0, encoded.position());
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
