package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.Address;
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
import org.jpacker.api.contents.Contents;

/**
 * Destination options of IPv6, <a href="https://www.rfc-editor.org/rfc/rfc8200#section-4.6">RFC
 * 8200, section 4.6</a>.
 *
 * <pre>
 * +---------------+---------------+---------------+---------------+
 * |      nxt      |      len      |            options            |
 * +---------------+---------------+---------------+---------------+
 * </pre>
 */
public final class Ipv6DestinationOptions extends Header {
  /** IP protocol number of the next header. */
  public static final UIntField NXT =
      UIntField.at(0, 8, "ipv6.dstopts.nxt")
          .orElse(Ipv6.NO_NEXT_HEADER)
          .asDerived()
          .selects(IP_PROTOCOL);

  /** Length in units of eight octets, without the first eight. */
  public static final UIntField LEN = UIntField.at(8, 8, "ipv6.dstopts.len").asDerived();

  /** The options as octets; {@link #options()} has them as records. */
  public static final BytesField OPTIONS = BytesField.rest(16, "ipv6.dstopts.options");

  private static final Contents<Ipv6DestinationOptions, Ipv6Option> RECORDS =
      Contents.of("ipv6.dstopts.option", Ipv6DestinationOptions.class, OPTIONS, Ipv6Options.ALL);

  public static final Layout LAYOUT =
      Layout.of(NXT, LEN, OPTIONS).telling(RECORDS.fields()).lends(OPTIONS);

  public static final Protocol<Ipv6DestinationOptions> PROTOCOL =
      Protocol.of(
              "ipv6.dstopts",
              LAYOUT,
              Ipv6DestinationOptions.class,
              Ipv6DestinationOptions::new,
              Ipv6DestinationOptions::new,
              IP_PROTOCOL.key(60))
          .titled("IPv6 Destination Options", "https://www.rfc-editor.org/rfc/rfc8200#section-4.6");

  /** A new header of eight octets, padding only. */
  public Ipv6DestinationOptions() {
    super(PROTOCOL);
    options(List.of());
  }

  Ipv6DestinationOptions(Window in) throws MalformedException {
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

  /** Sets {@code ipv6.dstopts.nxt}, 8 bits, and pins it. */
  public Ipv6DestinationOptions nxt(int value) {
    NXT.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The options as they are, the last one {@link Ipv6Option.Truncated} if it does not fit. */
  public List<Ipv6Option> options() {
    return RECORDS.get(this);
  }

  /** The home address of a mobile node, which replaces the source address while it is away. */
  public Optional<Address.Ipv6> homeAddress() {
    for (Ipv6Option option : options()) {
      if (option instanceof Ipv6Option.HomeAddress home) {
        return Optional.of(home.address());
      }
    }
    return Optional.empty();
  }

  /**
   * Sets the options, padded to a multiple of eight octets.
   *
   * @throws IllegalArgumentException if they take more than 2,046 octets
   */
  public Ipv6DestinationOptions options(List<? extends Ipv6Option> options) {
    return RECORDS.set(this, options);
  }

  @Override
  protected void derive(Derivation d) {
    d.number(NXT, IP_PROTOCOL);
    d.length(LEN, headerSize() / 8 - 1);
  }
}
