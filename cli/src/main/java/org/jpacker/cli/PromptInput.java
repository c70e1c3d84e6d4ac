package org.jpacker.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Input that may take long: output is flushed before it waits for more, so that each packet appears
 * when it arrives.
 */
final class PromptInput extends FilterInputStream {
  private final Output output;

  PromptInput(InputStream in, Output output) {
    super(in);
    this.output = output;
  }

  @Override
  public int read() throws IOException {
    beforeWaiting();
    return in.read();
  }

  @Override
  public int read(byte[] octets, int from, int count) throws IOException {
    beforeWaiting();
    return in.read(octets, from, count);
  }

  private void beforeWaiting() throws IOException {
    if (in.available() == 0) {
      output.flush();
    }
  }
}
