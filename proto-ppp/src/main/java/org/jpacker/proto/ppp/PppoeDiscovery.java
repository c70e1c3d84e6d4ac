package org.jpacker.proto.ppp;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import java.util.List;
import java.util.Map;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Contents;

/**
 * Discovery of PPP over Ethernet, <a href="https://www.rfc-editor.org/rfc/rfc2516#section-4">RFC
 * 2516</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |version| type  |     code      |          session_id           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |        payload_length         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | tags ...
 * </pre>
 *
 * <p>The tags are the payload of the PPPoE frame and part of this header.
 */
public final class PppoeDiscovery extends Header {

  /** Version: 1. */
  public static final UIntField VERSION = UIntField.at(0, 4, "pppoe.version").orElse(1);

  /** Type: 1. */
  public static final UIntField TYPE = UIntField.at(4, 4, "pppoe.type").orElse(1);

  /** Kind of message: 9 initiation, 7 offer, 0x19 request, 0x65 confirmation, 0xa7 termination. */
  public static final UIntField CODE =
      UIntField.at(8, 8, "pppoe.code")
          .hex()
          .orElse(9)
          .valueNames(
              Map.of(
                  9L,
                  "initiation",
                  7L,
                  "offer",
                  25L,
                  "request",
                  101L,
                  "session confirmation",
                  167L,
                  "terminate"));

  /** Session identifier; 0 until the session is confirmed. */
  public static final UIntField SESSION_ID = UIntField.at(16, 16, "pppoe.session_id").hex();

  /** Length of all tags in octets. */
  public static final UIntField PAYLOAD_LENGTH =
      UIntField.at(32, 16, "pppoe.payload_length").asDerived();

  /** The tags as octets; {@link #tags()} has them as records. */
  public static final BytesField TAGS = BytesField.rest(48, "pppoed.tags");

  private static final Contents<PppoeDiscovery, PppoeTag> RECORDS =
      Contents.of("pppoed.tag.record", PppoeDiscovery.class, TAGS, PppoeTag.ALL);

  public static final Layout LAYOUT =
      Layout.of(VERSION, TYPE, CODE, SESSION_ID, PAYLOAD_LENGTH, TAGS)
          .telling(RECORDS.fields())
          .limitedBy(PAYLOAD_LENGTH);

  public static final Protocol<PppoeDiscovery> PROTOCOL =
      Protocol.of(
              "pppoed",
              LAYOUT,
              PppoeDiscovery.class,
              PppoeDiscovery::new,
              PppoeDiscovery::new,
              ETHERTYPE.key(0x8863))
          .titled("PPP over Ethernet, discovery", "https://www.rfc-editor.org/rfc/rfc2516");

  /** A new header. */
  public PppoeDiscovery() {
    super(PROTOCOL);
  }

  PppoeDiscovery(Window in) throws MalformedException {
    super(PROTOCOL, in);
    limit(6 + payloadLength());
    headerSize(Math.max(6, Math.min(in.size(), 6 + payloadLength())));
  }

  // --- accessors: generated from the fields above ---

  /** Version: 1. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code pppoe.version}, 4 bits. */
  public PppoeDiscovery version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Type: 1. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code pppoe.type}, 4 bits. */
  public PppoeDiscovery type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Kind of message: 9 initiation, 7 offer, 0x19 request, 0x65 confirmation, 0xa7 termination. */
  public int code() {
    return CODE.get(this);
  }

  /** Sets {@code pppoe.code}, 8 bits. */
  public PppoeDiscovery code(int value) {
    CODE.set(this, value);
    return this;
  }

  /** Session identifier; 0 until the session is confirmed. */
  public int sessionId() {
    return SESSION_ID.get(this);
  }

  /** Sets {@code pppoe.session_id}, 16 bits. */
  public PppoeDiscovery sessionId(int value) {
    SESSION_ID.set(this, value);
    return this;
  }

  /** Length of all tags in octets. */
  public int payloadLength() {
    return PAYLOAD_LENGTH.get(this);
  }

  /** Sets {@code pppoe.payload_length}, 16 bits, and pins it. */
  public PppoeDiscovery payloadLength(int value) {
    PAYLOAD_LENGTH.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The tags, to the first that does not fit. */
  public List<PppoeTag> tags() {
    return RECORDS.get(this);
  }

  /** Sets the tags. */
  public PppoeDiscovery tags(List<PppoeTag> tags) {
    return RECORDS.set(this, tags);
  }

  @Override
  protected void derive(Derivation d) {
    d.length(PAYLOAD_LENGTH, size() - 6);
  }
}
