package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.LINK_TYPE;
import static org.jpacker.api.DispatchTable.NULL_FAMILY;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * Header of BSD's loopback interface: the address family, in the byte order of the capturing
 * machine (<a href="https://www.tcpdump.org/linktypes.html">NULL</a>), or in network byte order
 * (LOOP).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                             word                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Null extends Header {
  /** The family among zeros. */
  public static final ULongField WORD = ULongField.at(0, 32, "null.word").hex();

  /** Address family: 2 for IPv4; 24, 28 or 30 for IPv6, depending on the system. */
  public static final UIntField FAMILY =
      UIntField.at(0, 8, "null.family")
          .asDerived()
          .selects(NULL_FAMILY)
          .at(h -> WORD.get(h) <= 0xff && WORD.get(h) > 0 ? 24 : 0)
          .valueNames(
              Map.of(
                  2L,
                  "IPv4",
                  7L,
                  "OSI",
                  10L,
                  "IPv6 of Linux",
                  16L,
                  "AppleTalk",
                  23L,
                  "IPX",
                  24L,
                  "IPv6 of NetBSD and OpenBSD",
                  28L,
                  "IPv6 of FreeBSD",
                  30L,
                  "IPv6 of macOS"));

  public static final Layout LAYOUT = Layout.of(WORD, FAMILY);

  public static final Protocol<Null> PROTOCOL =
      Protocol.of(
              "null",
              LAYOUT,
              Null.class,
              Null::new,
              Null::new,
              LINK_TYPE.key(0),
              LINK_TYPE.key(108))
          .titled("Null/Loopback", "https://www.tcpdump.org/linktypes.html");

  /** A new header. */
  public Null() {
    super(PROTOCOL);
  }

  Null(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(NULL_FAMILY, family()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: WORD

  /** Address family: 2 for IPv4; 24, 28 or 30 for IPv6, depending on the system. */
  public int family() {
    return FAMILY.get(this);
  }

  /** Sets {@code null.family}, 8 bits, and pins it. */
  public Null family(int value) {
    FAMILY.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.number(FAMILY, NULL_FAMILY);
  }
}
