package org.jpacker.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A space of numbers that say who reads a payload, such as the EtherTypes. Tables carry the name of
 * the display-filter field that holds the number. A name has one table in a JVM; anyone may add
 * one.
 *
 * <p>A table is a constant of the protocol that looks numbers up in it; those in which protocols of
 * several modules have numbers are constants here.
 */
public final class DispatchTable {
  /** Above the 40 bits of the longest keys. */
  private static final int SALT_SHIFT = 40;

  private static final List<DispatchTable> ALL = new ArrayList<>();

  /** Link types of capture files, <a href="https://www.tcpdump.org/linktypes.html">registry</a>. */
  public static final DispatchTable LINK_TYPE = named("link_type", false, file("link_type.tsv"));

  /** EtherTypes, used by Ethernet, VLAN tags, SNAP, GRE and others. */
  public static final DispatchTable ETHERTYPE = named("ethertype", true, file("ethertype.tsv"));

  /** IP protocol numbers, which are also the next-header numbers of IPv6. */
  public static final DispatchTable IP_PROTOCOL = named("ip.proto", false, file("ip.proto.tsv"));

  private static final ValueNames SERVICES = file("service.tsv");

  /** UDP ports, of the sender or of the receiver. */
  public static final DispatchTable UDP_PORT =
      named("udp.port", false, file("udp.port.tsv").orElse(SERVICES));

  /** TCP ports, of the sender or of the receiver. */
  public static final DispatchTable TCP_PORT =
      named("tcp.port", false, file("tcp.port.tsv").orElse(SERVICES));

  /** Protocol numbers of the Point-to-Point Protocol. */
  public static final DispatchTable PPP_PROTOCOL = named("ppp.protocol");

  /** Address families of BSD loopback interfaces. */
  public static final DispatchTable NULL_FAMILY = named("null.family");

  /** The constants: a module may have numbers in these while the one that looks them up is away. */
  static final Set<DispatchTable> SHARED = Set.copyOf(ALL);

  private final String name;
  private final long salt;
  private final boolean hex;
  private final ValueNames names;

  /** The readers of the first look-up that used this table, indexed by number. */
  Lookup.Page page = Lookup.Page.NONE;

  private DispatchTable(String name, long salt, boolean hex, ValueNames names) {
    this.name = name;
    this.salt = salt;
    this.hex = hex;
    this.names = names;
  }

  private static ValueNames file(String name) {
    return ValueNames.read(() -> DispatchTable.class.getResourceAsStream(name));
  }

  /**
   * The table of this name; made on first use. Call it once, for a constant of the protocol that
   * looks numbers up here: a number in a table that no protocol looks up is never found, and {@link
   * ProtocolRegistry#problems} names it.
   */
  public static DispatchTable named(String name) {
    return named(name, false, ValueNames.NONE);
  }

  private static DispatchTable named(String name, boolean hex, ValueNames names) {
    Objects.requireNonNull(name, "name");
    synchronized (ALL) {
      for (DispatchTable table : ALL) {
        if (table.name.equals(name)) {
          return table;
        }
      }
      DispatchTable table = new DispatchTable(name, (long) ALL.size() << SALT_SHIFT, hex, names);
      ALL.add(table);
      return table;
    }
  }

  /** The name, such as {@code ip.proto}. */
  public String name() {
    return name;
  }

  /**
   * The names of its numbers, for the tables defined in this class. For other tables, the fields
   * that contain the numbers name them.
   */
  public ValueNames names() {
    return names;
  }

  /** The key of this number in this table. */
  public DispatchKey key(long value) {
    return new DispatchKey(this, value);
  }

  /** The number as it is customarily written for this table. */
  public String text(long value) {
    return hex ? String.format(Locale.ROOT, "0x%04x", value) : Long.toString(value);
  }

  /** Distinguishes equal numbers of different tables in a common hash table. */
  long salt() {
    return salt;
  }

  @Override
  public String toString() {
    return name;
  }
}
