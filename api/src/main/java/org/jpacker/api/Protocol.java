package org.jpacker.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A protocol: what it is called, how its header is laid out, the two ways to make a header, and the
 * numbers it answers to.
 *
 * @param name the display-filter name, such as {@code ip}
 * @param layout the fields
 * @param type the header class
 * @param maker makes a new header
 * @param reader makes a header from octets
 * @param keys the numbers it answers to, in order of preference; the first in a carrier's table is
 *     the one that crafting fills in
 * @param toldByDestination whether of two ports that of the destination says what a packet is
 * @param heuristics how it recognises itself where no number tells; off unless switched on
 * @param title the name in words
 * @param links where it is specified
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

  /** Keeps copies of the lists. */
  public Protocol {
    keys = List.copyOf(keys);
    heuristics = List.copyOf(heuristics);
    links = List.copyOf(links);
  }

  /** A protocol that answers to {@code keys}. */
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
   * A copy for a tunnel, whose source port is any number, chosen to spread flows: the destination
   * port is asked first, be it lower or not.
   */
  public Protocol<H> byDestination() {
    return new Protocol<>(name, layout, type, maker, reader, keys, true, heuristics, title, links);
  }

  /**
   * A copy that recognises itself in what the protocol of the name {@code carrier} carries, where
   * no number says whose it is. Nothing is tried until {@link ProtocolRegistry#withHeuristics}.
   */
  public Protocol<H> recognisedIn(String carrier, Heuristic.Test test) {
    List<Heuristic> more = new ArrayList<>(heuristics);
    more.add(new Heuristic(carrier, test));
    return new Protocol<>(
        name, layout, type, maker, reader, keys, toldByDestination, more, title, links);
  }

  /**
   * A header that stands free, with what it carries, from copied octets.
   *
   * @throws IllegalArgumentException if these octets are no such header
   */
  public H header(byte[] octets) {
    Layer read;
    try {
      read = reader.read(Window.on(octets));
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e.reason().toString(), e);
    }
    if (!type.isInstance(read)) {
      throw new IllegalArgumentException(name + ": these octets are none, but " + read);
    }
    return type.cast(read.detachedCopy());
  }

  /** The same from text, one octet a character (ISO 8859-1). */
  public H header(String octets) {
    return header(TextOctets.of(name, octets, StandardCharsets.ISO_8859_1));
  }

  /** The first number in {@code table} that this protocol answers to, or -1. */
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
