package org.jpacker.core.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.text.Escape;

/** Makes maps, lists and values in place of text: what a reader of the text would have. */
final class TreeWriter extends JsonWriter {
  private final Deque<Object> open = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();
  private Object root;

  TreeWriter() {
    super(new StringBuilder(0));
  }

  /** What was written. */
  Object tree() {
    return root;
  }

  @SuppressWarnings("unchecked")
  private JsonWriter add(Object value) {
    if (open.isEmpty()) {
      root = value;
    } else if (open.peek() instanceof Map) {
      ((Map<String, Object>) open.peek()).put(names.pop(), value);
    } else {
      ((List<Object>) open.peek()).add(value);
    }
    return this;
  }

  @Override
  public JsonWriter open(char bracket) {
    Object inner = bracket == '{' ? new LinkedHashMap<String, Object>() : new ArrayList<Object>();
    add(inner);
    open.push(inner);
    return this;
  }

  @Override
  public JsonWriter close(char bracket) {
    open.pop();
    return this;
  }

  @Override
  public JsonWriter name(String name) {
    names.push(name);
    return this;
  }

  @Override
  public JsonWriter string(CharSequence text) {
    return add(text.toString());
  }

  @Override
  public JsonWriter number(long value) {
    return add(
        value > MOST_EXACT || value < -MOST_EXACT ? (Object) Long.toString(value) : (Object) value);
  }

  @Override
  public JsonWriter bool(boolean value) {
    return add(value);
  }

  @Override
  public JsonWriter hex(byte[] octets, int from, int to) {
    StringBuilder digits = new StringBuilder((to - from) * 2);
    Escape.hex(digits, octets, from, to);
    return add(digits.toString());
  }
}
