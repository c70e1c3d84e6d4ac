package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import java.util.List;
import org.jpacker.api.BytesField;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;

/**
 * Link Layer Discovery Protocol, IEEE 802.1AB, clause 8: a system describes itself to its
 * neighbour.
 *
 * <p>The header is the whole message, a list of types, lengths and values. Octets after the end of
 * the list are the trailer of the carrier.
 */
public final class Lldp extends Header {

  /** The list as octets; {@link #tlvs()} has it as records. */
  public static final BytesField TLVS = BytesField.rest(0, "lldp.tlvs");

  /** The types of TLVs, to which other modules may add some. */
  public static final Choice<LldpTlv> TLV_TYPES = LldpTlvs.ALL.choice();

  private static final Contents<Lldp, LldpTlv> RECORDS =
      Contents.of("lldp.tlv", Lldp.class, TLVS, LldpTlvs.ALL);

  public static final Layout LAYOUT = Layout.of(TLVS).telling(RECORDS.fields());

  public static final Protocol<Lldp> PROTOCOL =
      Protocol.of("lldp", LAYOUT, Lldp.class, Lldp::new, Lldp::new, ETHERTYPE.key(0x88cc))
          .titled("Link Layer Discovery Protocol", "https://standards.ieee.org/ieee/802.1AB/6047/");

  /** A new message that contains only the end of the list. */
  public Lldp() {
    super(PROTOCOL);
    replaceHeader(new byte[2]);
  }

  Lldp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(LldpTlvs.size(in));
    limit(headerSize());
  }

  /**
   * The TLVs up to the end of the list; the last one is {@link LldpTlv.Truncated} if it does not
   * fit.
   */
  public List<LldpTlv> tlvs() {
    return RECORDS.get(this);
  }

  /**
   * Sets the TLVs; the list should end with {@link LldpTlv.End}.
   *
   * @throws IllegalArgumentException if a TLV has more than 511 octets
   */
  public Lldp tlvs(List<? extends LldpTlv> tlvs) {
    return RECORDS.set(this, tlvs);
  }
}
