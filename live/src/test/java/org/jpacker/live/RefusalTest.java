package org.jpacker.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jpacker.api.CaptureException;
import org.jpacker.live.spi.LiveProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Impossible requests are refused with a message that gives the reason. */
class RefusalTest {
  private static void refused(String message, Executable work) {
    refused(IllegalArgumentException.class, message, work);
  }

  private static void refused(
      Class<? extends RuntimeException> type, String message, Executable work) {
    assertEquals(message, assertThrows(type, work).getMessage());
  }

  @Test
  void optionsOfLiveCapturesOutOfRange() {
    LiveOptions usual = LiveOptions.DEFAULTS;
    refused("snaplen is from 1 to 262144, not 0", () -> usual.snaplen(0));
    refused("bufferSize is from 4096 to 1073741824, not 1", () -> usual.bufferSize(1));
  }

  @Test
  void missingBackEnds() {
    assertEquals(
        "back end none: not installed",
        assertThrows(CaptureException.class, () -> LiveProvider.named("none")).getMessage());
    assertEquals(
        "live packets: this program has no module that captures and sends",
        assertThrows(CaptureException.class, LiveProvider::usable).getMessage());
  }
}
