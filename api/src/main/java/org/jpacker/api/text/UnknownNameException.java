package org.jpacker.api.text;

import java.util.Collection;
import java.util.List;

/** Nothing is called that; the message lists what is called nearly so. */
public class UnknownNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient List<String> near;

  /**
   * A name that is not among those there are.
   *
   * @param kind what was looked for, such as {@code "field"}
   * @param name the name
   * @param names those there are
   */
  public UnknownNameException(String kind, String name, Collection<String> names) {
    this(kind, name, NearNames.of(name, names));
  }

  private UnknownNameException(String kind, String name, List<String> near) {
    super(message(kind, name, near));
    this.name = name;
    this.near = near;
  }

  private static String message(String kind, String name, List<String> near) {
    String message = "unknown " + kind + " '" + Escape.text(name) + "'";
    return near.isEmpty() ? message : message + "; did you mean " + String.join(", ", near) + "?";
  }

  /** The name that is not known. */
  public String name() {
    return name;
  }

  /** Names that are known and near, the nearest first. */
  public List<String> near() {
    return near;
  }
}
