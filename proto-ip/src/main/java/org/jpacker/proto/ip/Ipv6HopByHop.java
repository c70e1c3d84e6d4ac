package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.List;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;

/**
 * Hop-by-hop options of IPv6, <a href="https://www.rfc-editor.org/rfc/rfc8200#section-4.3">RFC
 * 8200, section 4.3</a>.
 *
 * <pre>
 * +---------------+---------------+---------------+---------------+
 * |      nxt      |      len      |            options            |
 * +---------------+---------------+---------------+---------------+
 * </pre>
 */
public final class Ipv6HopByHop extends Header {
  /** IP protocol number of the next header. */
  public static final UIntField NXT =
      UIntField.at(0, 8, "ipv6.hopopts.nxt")
          .orElse(Ipv6.NO_NEXT_HEADER)
          .asDerived()
          .selects(IP_PROTOCOL);

  /** Length in units of eight octets, without the first eight. */
  public static final UIntField LEN = UIntField.at(8, 8, "ipv6.hopopts.len").asDerived();

  /** The options as octets; {@link #options()} has them as records. */
  public static final BytesField OPTIONS = BytesField.rest(16, "ipv6.hopopts.options");

  /**
   * The types of options, of {@link Ipv6DestinationOptions} too, to which other modules may add
   * some.
   */
  public static final Choice<Ipv6Option> OPTION_TYPES = Ipv6Options.ALL.choice();

  private static final Contents<Ipv6HopByHop, Ipv6Option> RECORDS =
      Contents.of("ipv6.hopopts.option", Ipv6HopByHop.class, OPTIONS, Ipv6Options.ALL);

  public static final Layout LAYOUT = Layout.of(NXT, LEN, OPTIONS).telling(RECORDS.fields());

  public static final Protocol<Ipv6HopByHop> PROTOCOL =
      Protocol.of(
              "ipv6.hopopts",
              LAYOUT,
              Ipv6HopByHop.class,
              Ipv6HopByHop::new,
              Ipv6HopByHop::new,
              IP_PROTOCOL.key(0))
          .titled("IPv6 Hop-by-Hop Options", "https://www.rfc-editor.org/rfc/rfc8200#section-4.3");

  /** A new header of eight octets, padding only. */
  public Ipv6HopByHop() {
    super(PROTOCOL);
    options(List.of());
  }

  Ipv6HopByHop(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize((LEN.get(this) + 1) * 8);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(IP_PROTOCOL, nxt()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: LEN

  /** IP protocol number of the next header. */
  public int nxt() {
    return NXT.get(this);
  }

  /** Sets {@code ipv6.hopopts.nxt}, 8 bits, and pins it. */
  public Ipv6HopByHop nxt(int value) {
    NXT.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The options as they are, the last one {@link Ipv6Option.Truncated} if it does not fit. */
  public List<Ipv6Option> options() {
    return RECORDS.get(this);
  }

  /**
   * Sets the options, padded to a multiple of eight octets.
   *
   * @throws IllegalArgumentException if they take more than 2,046 octets
   */
  public Ipv6HopByHop options(List<? extends Ipv6Option> options) {
    return RECORDS.set(this, options);
  }

  @Override
  protected void derive(Derivation d) {
    d.number(NXT, IP_PROTOCOL);
    d.length(LEN, headerSize() / 8 - 1);
  }
}
