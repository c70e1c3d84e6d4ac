package org.jpacker.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A protocol: its name, its layout, the two ways to create a header, and the numbers that select
 * it.
 *
 * @param name the display-filter name, such as {@code ip}
 * @param layout the fields
 * @param type the header class
 * @param maker creates a new header
 * @param reader creates a header from octets
 * @param keys the numbers that select it, in order of preference; crafting fills in the first one
 *     that belongs to the carrier's table
 * @param toldByDestination whether the destination port takes precedence over a lower source port
 * @param heuristics how to recognise it where no number identifies it; off unless enabled
 * @param title the name in words
 * @param links its specifications
 */
public record Protocol<H extends Header>(
    String name,
    Layout layout,
    Class<H> type,
    Supplier<H> maker,
    Reader reader,
    List<DispatchKey> keys,
    boolean toldByDestination,
    List<Heuristic> heuristics,
    String title,
    List<String> links)
    implements Claim {

  /** Copies the lists. */
  public Protocol {
    keys = List.copyOf(keys);
    heuristics = List.copyOf(heuristics);
    links = List.copyOf(links);
  }

  /** A protocol that {@code keys} select. */
  public static <H extends Header> Protocol<H> of(
      String name,
      Layout layout,
      Class<H> type,
      Supplier<H> maker,
      Reader reader,
      DispatchKey... keys) {
    return new Protocol<>(
        name,
        layout,
        type,
        maker,
        reader,
        List.of(keys),
        false,
        List.of(),
        type.getSimpleName(),
        List.of());
  }

  /** A copy with a name in words and links to its specifications. */
  public Protocol<H> titled(String title, String... links) {
    return new Protocol<>(
        name,
        layout,
        type,
        maker,
        reader,
        keys,
        toldByDestination,
        heuristics,
        title,
        List.of(links));
  }

  /**
   * A copy for a tunnel whose source port is arbitrary, chosen to spread flows: the destination
   * port is looked up first, even if it is the higher one.
   */
  public Protocol<H> byDestination() {
    return new Protocol<>(name, layout, type, maker, reader, keys, true, heuristics, title, links);
  }

  /**
   * A copy that recognises its octets in the payload of the protocol named {@code carrier} where no
   * number identifies them. Disabled until {@link ProtocolRegistry#withHeuristics}.
   */
  public Protocol<H> recognisedIn(String carrier, Heuristic.Test test) {
    List<Heuristic> more = new ArrayList<>(heuristics);
    more.add(new Heuristic(carrier, test));
    return new Protocol<>(
        name, layout, type, maker, reader, keys, toldByDestination, more, title, links);
  }

  /**
   * A free-standing header, with its payload, read from a copy of {@code octets}.
   *
   * @throws IllegalArgumentException if the octets are not such a header
   */
  public H header(byte[] octets) {
    Layer read;
    try {
      read = reader.read(Window.on(octets));
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e.reason().toString(), e);
    }
    if (!type.isInstance(read)) {
      throw new IllegalArgumentException(
          name + ": these octets are not such a header, but " + read);
    }
    return type.cast(read.detachedCopy());
  }

  /**
   * The same from text, one character per octet (ISO 8859-1).
   *
   * @throws IllegalArgumentException if the octets are not such a header
   */
  public H header(String octets) {
    return header(TextOctets.of(name, octets, StandardCharsets.ISO_8859_1));
  }

  /** The first number in {@code table} that selects this protocol, or -1. */
  public long keyIn(DispatchTable table) {
    for (DispatchKey key : keys) {
      if (key.table() == table) {
        return key.value();
      }
    }
    return -1;
  }

  /** Protocols are equal if they have the same name and header class. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Protocol<?> protocol
        && name.equals(protocol.name)
        && type == protocol.type;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
