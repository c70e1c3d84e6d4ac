package org.jpacker.io.json;

import org.jpacker.api.text.Escape;

/** Something in a packet that does not fit, with its path. */
final class Mistake extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 60;
  private static final int MOST_SAID = 300;

  private final String reason;
  private String path = "";

  Mistake(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Says that it is within this part of the packet; returns itself. */
  Mistake in(String part) {
    path = part + path;
    return this;
  }

  /** The path of a member with a name of its own. */
  static String member(String name) {
    return '.' + name;
  }

  /** The path of a member with a name that may hold anything. */
  static String quoted(String name) {
    return "[\"" + shown(name) + "\"]";
  }

  static String element(int index) {
    return "[" + index + "]";
  }

  /** A value from the input, for a message. */
  static String shown(Object value) {
    return Escape.text(cut(String.valueOf(value)));
  }

  /** Not more of a text than fits into a message. */
  static String cut(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }

  /** A message from elsewhere, which may quote the input. */
  static String sentence(String message) {
    return Escape.text(
        message.length() <= MOST_SAID ? message : message.substring(0, MOST_SAID) + "...");
  }

  @Override
  public String getMessage() {
    String at = path.startsWith(".") ? path.substring(1) : path;
    return at.isEmpty() ? reason : at + ": " + reason;
  }

  @Override
  public Throwable fillInStackTrace() {
    return this; // the place in the input is what counts
  }
}
