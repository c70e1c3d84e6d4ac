package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(InputStream.nullInputStream(), new Output(new ByteArrayOutputStream()), err);

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nothingIsShownWhereNobodyWatches() throws InterruptedException {
    try (Progress progress = new Progress(console, "reading", 100, false)) {
      Thread.sleep(1_100);
      progress.accept(50);
    }
    assertEquals("", shown());
  }

  @Test
  void shortWorkIsNotTalkedAbout() {
    try (Progress progress = new Progress(console, "reading", 100, true)) {
      progress.accept(50);
    }
    assertEquals("", shown());
  }

  @Test
  void lineIsWrittenOverAndWipedAwayAtTheEnd() throws InterruptedException {
    try (Progress progress = new Progress(console, "reading a.pcap", 100_000_000, true)) {
      Thread.sleep(1_100);
      progress.accept(50_000_000);
      assertTrue(shown().matches("\rreading a.pcap: 50 %, 50 MB, \\d+ MB/s, \\d+ s left"), shown());
      progress.accept(50_000_001);
    }
    assertTrue(shown().endsWith(" \r"), "wiped away");
    assertEquals(3, shown().chars().filter(c -> c == '\r').count(), shown());
  }
}
