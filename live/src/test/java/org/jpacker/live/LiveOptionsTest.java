package org.jpacker.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveOptionsTest {

  @Test
  void copyDiffersInTheChangedOptionOnly() throws Exception {
    LiveOptions from = LiveOptions.DEFAULTS;
    Map<LiveOptions, Map<String, Object>> copies =
        Map.of(
            from.snaplen(96), Map.of("snaplen", 96),
            from.promiscuous(false), Map.of("promiscuous", false),
            from.immediate(true), Map.of("immediate", true),
            from.bufferSize(4096), Map.of("bufferSize", 4096),
            from.readTimeout(Duration.ofMillis(1)), Map.of("readTimeout", Duration.ofMillis(1)),
            from.direction(LiveOptions.Direction.IN), Map.of("direction", LiveOptions.Direction.IN),
            from.nanoseconds(false), Map.of("nanoseconds", false),
            from.filter("arp"), Map.of("filter", "arp"),
            from.queue(7, LiveOptions.Overflow.DROP_NEWEST),
                Map.of("queue", 7, "overflow", LiveOptions.Overflow.DROP_NEWEST));
    List<String> seen = new ArrayList<>();
    for (Map.Entry<LiveOptions, Map<String, Object>> copy : copies.entrySet()) {
      for (RecordComponent option : LiveOptions.class.getRecordComponents()) {
        Object usual = option.getAccessor().invoke(from);
        Object expected = copy.getValue().getOrDefault(option.getName(), usual);
        assertEquals(expected, option.getAccessor().invoke(copy.getKey()), option.getName());
      }
      seen.addAll(copy.getValue().keySet());
    }
    assertEquals(LiveOptions.class.getRecordComponents().length, seen.size(), "options tried");
  }
}
