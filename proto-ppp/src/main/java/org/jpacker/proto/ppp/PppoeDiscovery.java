package org.jpacker.proto.ppp;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

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

  /** The tags as records. */
  public static final ComputedField TAG =
      ComputedField.list("pppoed.tag.record", PppoeDiscovery.class, PppoeDiscovery::tags);

  /** Names of services, requested or offered. */
  public static final ComputedField SERVICE_NAME = text("service_name", PppoeTag.SERVICE_NAME);

  /** Name of the access concentrator. */
  public static final ComputedField AC_NAME = text("ac_name", PppoeTag.AC_NAME);

  /** Value with which the host matches answers to its request. */
  public static final ComputedField HOST_UNIQ = octets("host_uniq", PppoeTag.HOST_UNIQ);

  /** Value with which the access concentrator matches requests to its offer. */
  public static final ComputedField AC_COOKIE = octets("ac_cookie", PppoeTag.AC_COOKIE);

  /** Value added by a relay. */
  public static final ComputedField RELAY_SESSION_ID =
      octets("relay_session_id", PppoeTag.RELAY_SESSION_ID);

  /** Error text: the service cannot be provided. */
  public static final ComputedField SERVICE_NAME_ERROR =
      text("service_name_error", PppoeTag.SERVICE_NAME_ERROR);

  /** Error text of the access concentrator. */
  public static final ComputedField AC_SYSTEM_ERROR =
      text("ac_system_error", PppoeTag.AC_SYSTEM_ERROR);

  /** Other error text. */
  public static final ComputedField GENERIC_ERROR = text("generic_error", PppoeTag.GENERIC_ERROR);

  public static final Layout LAYOUT =
      Layout.of(
              VERSION,
              TYPE,
              CODE,
              SESSION_ID,
              PAYLOAD_LENGTH,
              TAGS,
              TAG,
              SERVICE_NAME,
              AC_NAME,
              HOST_UNIQ,
              AC_COOKIE,
              RELAY_SESSION_ID,
              SERVICE_NAME_ERROR,
              AC_SYSTEM_ERROR,
              GENERIC_ERROR)
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
    return PppoeTag.decode(TAGS.get(this));
  }

  /** Sets the tags. */
  public PppoeDiscovery tags(List<PppoeTag> tags) {
    TAGS.set(this, PppoeTag.encode(tags));
    return this;
  }

  private static ComputedField text(String name, int type) {
    return values(name, type, PppoeTag::text);
  }

  private static ComputedField octets(String name, int type) {
    return values(name, type, PppoeTag::octets);
  }

  private static ComputedField values(String name, int type, Function<PppoeTag, ?> value) {
    return ComputedField.list(
        "pppoed.tags." + name,
        PppoeDiscovery.class,
        header -> header.tags().stream().filter(tag -> tag.type() == type).map(value).toList());
  }

  @Override
  protected void derive(Derivation d) {
    d.length(PAYLOAD_LENGTH, size() - 6);
  }
}
