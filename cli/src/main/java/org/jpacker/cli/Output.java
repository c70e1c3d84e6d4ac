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

  /** Characters that are encoded at once. */
  private static final int STEP = 1 << 10;

  private final OutputStream stream;
  private final StringBuilder text = new StringBuilder(STEP);
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  // used again and again: a text of a gigabyte makes no garbage
  private final CharBuffer characters = CharBuffer.allocate(STEP);
  private final ByteBuffer octets = ByteBuffer.allocate(2 * PIECE);

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
    // each time, so that the text is never longer than what one packet makes
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
   * Writes what was appended.
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
      // what may be left is the first half of a character
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
    // dropped even if it cannot be written, so that it is not tried again on the way out
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
