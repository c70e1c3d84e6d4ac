package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Times;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void epochHasNineDecimals() {
    assertEquals("1417577703.821897000", text(out -> Times.epoch(out, Samples.TIME)));
    assertEquals("-0.500000000", text(out -> Times.epoch(out, -500_000_000)));
  }

  @Test
  void relativeHasAsManyDecimalsAsNeeded() {
    assertEquals("0.000000", text(out -> Times.relative(out, 5, 5)));
    assertEquals("1.000002", text(out -> Times.relative(out, 1_000_002_000L, 0)));
    assertEquals("1.000002003", text(out -> Times.relative(out, 1_000_002_003L, 0)));
    assertEquals("-0.000001", text(out -> Times.relative(out, 0, 1000)));
  }

  @Test
  void timesMayBeCenturiesApart() {
    long first = -9_000_000_000_000_000_001L;
    long last = 9_000_000_000_000_000_000L;
    assertEquals("18000000000.000000001", text(out -> Times.relative(out, last, first)));
    assertEquals("-18000000000.000000001", text(out -> Times.since(out, first, last)));
    assertEquals("18000000000.000000", text(out -> Times.relative(out, last, -last)));
    long apart = -last - Long.MIN_VALUE;
    assertEquals("-9223372036.854775808", text(out -> Times.since(out, -last, apart)));
  }

  @Test
  void utcIsDateAndTimeOfDay() {
    assertEquals("2014-12-03 03:35:03.821897", text(out -> Times.utc(out, Samples.TIME, ' ')));
    assertEquals("1969-12-31T23:59:59.999999999", text(out -> Times.utc(out, -1, 'T')));
  }

  @Test
  void missingTimeIsEmptyText() {
    assertEquals("", text(out -> Times.epoch(out, Packet.NO_TIME)));
    assertEquals("", text(out -> Times.relative(out, Packet.NO_TIME, 0)));
    assertEquals("", text(out -> Times.utc(out, Packet.NO_TIME, ' ')));
  }

  private static String text(Consumer<StringBuilder> append) {
    StringBuilder out = new StringBuilder();
    append.accept(out);
    return out.toString();
  }
}
