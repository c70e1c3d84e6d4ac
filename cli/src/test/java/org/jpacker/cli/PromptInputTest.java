package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class PromptInputTest {

  @Test
  void whatWasPrintedIsWrittenBeforeWaiting() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Output output = new Output(written);
    try (InputStream in = new PromptInput(new ByteArrayInputStream(new byte[2]), output)) {
      output.text().append("a line\n");
      in.read();
      in.read(new byte[9]);
      assertEquals("", written.toString(), "nothing to wait for");
      in.read();
      assertEquals("a line\n", written.toString());
      output.text().append("another\n");
      in.read(new byte[1]);
      assertEquals("a line\nanother\n", written.toString());
    }
  }
}
