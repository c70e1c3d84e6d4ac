package org.jpacker.api.text;

import java.util.Collection;
import java.util.List;
import org.jpacker.api.names.NearNames;

/** Thrown for an unknown name; the message suggests similar ones. */
public class UnknownNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient List<String> near;

  /**
   * An unknown name.
   *
   * @param kind the kind of name, such as {@code "field"}
   * @param name the unknown name
   * @param names all known names
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

  /** The name that was requested. */
  public String name() {
    return name;
  }

  /** Similar known names, nearest first. */
  public List<String> near() {
    return near;
  }
}
