package org.jpacker.proto.ethernet;

import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Link Aggregation Control Protocol, IEEE 802.1AX. A message has the sender's state (actor) and its
 * view of the other system (partner).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |    version    |              tlv              | sys_priority  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |                     sysid                     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                                               |      key      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |         port_priority         |     port      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |     state     |           reserved            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |              tlv              | sys_priority  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |                     sysid                     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                                               |      key      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |         port_priority         |     port      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |     state     |           reserved            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |              tlv              |   max_delay   |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |                 coll_reserved                 |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                                                               |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                                                               |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |               |
 * +-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Lacp extends Header {

  /** Version of the protocol; 1. */
  public static final UIntField VERSION = UIntField.at(0, 8, "lacp.version").hex().orElse(1);

  /** Type and length of the actor information: 0x0114. */
  public static final UIntField ACTOR_TLV =
      UIntField.at(8, 16, "lacp.actor.tlv").hex().orElse(0x0114);

  /** Priority of the sender's system; lower values win. */
  public static final UIntField ACTOR_SYS_PRIORITY =
      UIntField.at(24, 16, "lacp.actor.sys_priority");

  /** MAC address of the sender's system. */
  public static final MacField ACTOR_SYSID = MacField.at(40, "lacp.actor.sysid");

  /** Key of the sender's port: ports with equal keys can be aggregated. */
  public static final UIntField ACTOR_KEY = UIntField.at(88, 16, "lacp.actor.key");

  /** Priority of the sender's port; lower values win. */
  public static final UIntField ACTOR_PORT_PRIORITY =
      UIntField.at(104, 16, "lacp.actor.port_priority");

  /** Number of the sender's port. */
  public static final UIntField ACTOR_PORT = UIntField.at(120, 16, "lacp.actor.port");

  /** All eight state bits of the sender. */
  public static final UIntField ACTOR_STATE = UIntField.at(136, 8, "lacp.actor.state").hex();

  /** The receive machine of the sender is in the expired state. */
  public static final FlagField ACTOR_EXPIRED = FlagField.at(136, "lacp.actor.state.expired");

  /** The sender uses configured values for the partner, since it received none. */
  public static final FlagField ACTOR_DEFAULTED = FlagField.at(137, "lacp.actor.state.defaulted");

  /** The sender transmits frames on the link. */
  public static final FlagField ACTOR_DISTRIBUTING =
      FlagField.at(138, "lacp.actor.state.distributing");

  /** The sender accepts frames from the link. */
  public static final FlagField ACTOR_COLLECTING = FlagField.at(139, "lacp.actor.state.collecting");

  /** The sender has put the link into the right aggregate. */
  public static final FlagField ACTOR_SYNCHRONIZATION =
      FlagField.at(140, "lacp.actor.state.synchronization");

  /** The sender can aggregate the link. */
  public static final FlagField ACTOR_AGGREGATION =
      FlagField.at(141, "lacp.actor.state.aggregation");

  /** The sender uses the short timeout. */
  public static final FlagField ACTOR_TIMEOUT = FlagField.at(142, "lacp.actor.state.timeout");

  /** The sender is active: it sends without being asked. */
  public static final FlagField ACTOR_ACTIVITY = FlagField.at(143, "lacp.actor.state.activity");

  /** Reserved octets after the actor information. */
  public static final BytesField ACTOR_RESERVED = BytesField.at(144, 3, "lacp.actor.reserved");

  /** Type and length of the partner information: 0x0214. */
  public static final UIntField PARTNER_TLV =
      UIntField.at(168, 16, "lacp.partner.tlv").hex().orElse(0x0214);

  /** Priority of the partner's system; lower values win. */
  public static final UIntField PARTNER_SYS_PRIORITY =
      UIntField.at(184, 16, "lacp.partner.sys_priority");

  /** MAC address of the partner's system. */
  public static final MacField PARTNER_SYSID = MacField.at(200, "lacp.partner.sysid");

  /** Key of the partner's port: ports with equal keys can be aggregated. */
  public static final UIntField PARTNER_KEY = UIntField.at(248, 16, "lacp.partner.key");

  /** Priority of the partner's port; lower values win. */
  public static final UIntField PARTNER_PORT_PRIORITY =
      UIntField.at(264, 16, "lacp.partner.port_priority");

  /** Number of the partner's port. */
  public static final UIntField PARTNER_PORT = UIntField.at(280, 16, "lacp.partner.port");

  /** All eight state bits of the partner, as the sender knows them. */
  public static final UIntField PARTNER_STATE = UIntField.at(296, 8, "lacp.partner.state").hex();

  /** The receive machine of the partner is in the expired state. */
  public static final FlagField PARTNER_EXPIRED = FlagField.at(296, "lacp.partner.state.expired");

  /** The partner uses configured values for the sender. */
  public static final FlagField PARTNER_DEFAULTED =
      FlagField.at(297, "lacp.partner.state.defaulted");

  /** The partner transmits frames on the link. */
  public static final FlagField PARTNER_DISTRIBUTING =
      FlagField.at(298, "lacp.partner.state.distributing");

  /** The partner accepts frames from the link. */
  public static final FlagField PARTNER_COLLECTING =
      FlagField.at(299, "lacp.partner.state.collecting");

  /** The partner has put the link into the right aggregate. */
  public static final FlagField PARTNER_SYNCHRONIZATION =
      FlagField.at(300, "lacp.partner.state.synchronization");

  /** The partner can aggregate the link. */
  public static final FlagField PARTNER_AGGREGATION =
      FlagField.at(301, "lacp.partner.state.aggregation");

  /** The partner uses the short timeout. */
  public static final FlagField PARTNER_TIMEOUT = FlagField.at(302, "lacp.partner.state.timeout");

  /** The partner is active: it sends without being asked. */
  public static final FlagField PARTNER_ACTIVITY = FlagField.at(303, "lacp.partner.state.activity");

  /** Reserved octets after the partner information. */
  public static final BytesField PARTNER_RESERVED = BytesField.at(304, 3, "lacp.partner.reserved");

  /** Type and length of the collector information: 0x0310. */
  public static final UIntField COLLECTOR_TLV =
      UIntField.at(328, 16, "lacp.collector.tlv").hex().orElse(0x0310);

  /** Longest delay of the frame collector, in tens of microseconds. */
  public static final UIntField COLLECTOR_MAX_DELAY =
      UIntField.at(344, 16, "lacp.collector.max_delay");

  /** Reserved octets after the collector information. */
  public static final BytesField COLL_RESERVED = BytesField.at(360, 12, "lacp.coll_reserved");

  public static final Layout LAYOUT =
      Layout.of(
          VERSION,
          ACTOR_TLV,
          ACTOR_SYS_PRIORITY,
          ACTOR_SYSID,
          ACTOR_KEY,
          ACTOR_PORT_PRIORITY,
          ACTOR_PORT,
          ACTOR_STATE,
          ACTOR_EXPIRED,
          ACTOR_DEFAULTED,
          ACTOR_DISTRIBUTING,
          ACTOR_COLLECTING,
          ACTOR_SYNCHRONIZATION,
          ACTOR_AGGREGATION,
          ACTOR_TIMEOUT,
          ACTOR_ACTIVITY,
          ACTOR_RESERVED,
          PARTNER_TLV,
          PARTNER_SYS_PRIORITY,
          PARTNER_SYSID,
          PARTNER_KEY,
          PARTNER_PORT_PRIORITY,
          PARTNER_PORT,
          PARTNER_STATE,
          PARTNER_EXPIRED,
          PARTNER_DEFAULTED,
          PARTNER_DISTRIBUTING,
          PARTNER_COLLECTING,
          PARTNER_SYNCHRONIZATION,
          PARTNER_AGGREGATION,
          PARTNER_TIMEOUT,
          PARTNER_ACTIVITY,
          PARTNER_RESERVED,
          COLLECTOR_TLV,
          COLLECTOR_MAX_DELAY,
          COLL_RESERVED);

  public static final Protocol<Lacp> PROTOCOL =
      Protocol.of("lacp", LAYOUT, Lacp.class, Lacp::new, Lacp::new, Slow.SUBTYPES.key(1))
          .titled(
              "Link Aggregation Control Protocol", "https://standards.ieee.org/ieee/802.1AX/6768/");

  /** A new header. */
  public Lacp() {
    super(PROTOCOL);
  }

  Lacp(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  // --- accessors: generated from the fields above ---
  // without: ACTOR_TLV, ACTOR_EXPIRED, ACTOR_DEFAULTED, ACTOR_DISTRIBUTING, ACTOR_COLLECTING,
  // ACTOR_SYNCHRONIZATION, ACTOR_AGGREGATION, ACTOR_TIMEOUT, ACTOR_ACTIVITY, PARTNER_TLV,
  // PARTNER_EXPIRED, PARTNER_DEFAULTED, PARTNER_DISTRIBUTING, PARTNER_COLLECTING,
  // PARTNER_SYNCHRONIZATION, PARTNER_AGGREGATION, PARTNER_TIMEOUT, PARTNER_ACTIVITY, COLLECTOR_TLV

  /** Version of the protocol; 1. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code lacp.version}, 8 bits. */
  public Lacp version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Priority of the sender's system; lower values win. */
  public int actorSysPriority() {
    return ACTOR_SYS_PRIORITY.get(this);
  }

  /** Sets {@code lacp.actor.sys_priority}, 16 bits. */
  public Lacp actorSysPriority(int value) {
    ACTOR_SYS_PRIORITY.set(this, value);
    return this;
  }

  /** MAC address of the sender's system. */
  public Address.Mac actorSysid() {
    return ACTOR_SYSID.get(this);
  }

  /** Sets {@code lacp.actor.sysid}. */
  public Lacp actorSysid(Address.Mac address) {
    ACTOR_SYSID.set(this, address);
    return this;
  }

  /** Sets {@code lacp.actor.sysid} from text such as {@code 02:00:00:00:00:01}. */
  public Lacp actorSysid(String address) {
    ACTOR_SYSID.set(this, address);
    return this;
  }

  /** Sets {@code lacp.actor.sysid} from its 6 octets. */
  public Lacp actorSysid(byte[] octets) {
    ACTOR_SYSID.set(this, octets);
    return this;
  }

  /** Key of the sender's port: ports with equal keys can be aggregated. */
  public int actorKey() {
    return ACTOR_KEY.get(this);
  }

  /** Sets {@code lacp.actor.key}, 16 bits. */
  public Lacp actorKey(int value) {
    ACTOR_KEY.set(this, value);
    return this;
  }

  /** Priority of the sender's port; lower values win. */
  public int actorPortPriority() {
    return ACTOR_PORT_PRIORITY.get(this);
  }

  /** Sets {@code lacp.actor.port_priority}, 16 bits. */
  public Lacp actorPortPriority(int value) {
    ACTOR_PORT_PRIORITY.set(this, value);
    return this;
  }

  /** Number of the sender's port. */
  public int actorPort() {
    return ACTOR_PORT.get(this);
  }

  /** Sets {@code lacp.actor.port}, 16 bits. */
  public Lacp actorPort(int value) {
    ACTOR_PORT.set(this, value);
    return this;
  }

  /** All eight state bits of the sender. */
  public int actorState() {
    return ACTOR_STATE.get(this);
  }

  /** Sets {@code lacp.actor.state}, 8 bits. */
  public Lacp actorState(int value) {
    ACTOR_STATE.set(this, value);
    return this;
  }

  /** Priority of the partner's system; lower values win. */
  public int partnerSysPriority() {
    return PARTNER_SYS_PRIORITY.get(this);
  }

  /** Sets {@code lacp.partner.sys_priority}, 16 bits. */
  public Lacp partnerSysPriority(int value) {
    PARTNER_SYS_PRIORITY.set(this, value);
    return this;
  }

  /** MAC address of the partner's system. */
  public Address.Mac partnerSysid() {
    return PARTNER_SYSID.get(this);
  }

  /** Sets {@code lacp.partner.sysid}. */
  public Lacp partnerSysid(Address.Mac address) {
    PARTNER_SYSID.set(this, address);
    return this;
  }

  /** Sets {@code lacp.partner.sysid} from text such as {@code 02:00:00:00:00:01}. */
  public Lacp partnerSysid(String address) {
    PARTNER_SYSID.set(this, address);
    return this;
  }

  /** Sets {@code lacp.partner.sysid} from its 6 octets. */
  public Lacp partnerSysid(byte[] octets) {
    PARTNER_SYSID.set(this, octets);
    return this;
  }

  /** Key of the partner's port: ports with equal keys can be aggregated. */
  public int partnerKey() {
    return PARTNER_KEY.get(this);
  }

  /** Sets {@code lacp.partner.key}, 16 bits. */
  public Lacp partnerKey(int value) {
    PARTNER_KEY.set(this, value);
    return this;
  }

  /** Priority of the partner's port; lower values win. */
  public int partnerPortPriority() {
    return PARTNER_PORT_PRIORITY.get(this);
  }

  /** Sets {@code lacp.partner.port_priority}, 16 bits. */
  public Lacp partnerPortPriority(int value) {
    PARTNER_PORT_PRIORITY.set(this, value);
    return this;
  }

  /** Number of the partner's port. */
  public int partnerPort() {
    return PARTNER_PORT.get(this);
  }

  /** Sets {@code lacp.partner.port}, 16 bits. */
  public Lacp partnerPort(int value) {
    PARTNER_PORT.set(this, value);
    return this;
  }

  /** All eight state bits of the partner, as the sender knows them. */
  public int partnerState() {
    return PARTNER_STATE.get(this);
  }

  /** Sets {@code lacp.partner.state}, 8 bits. */
  public Lacp partnerState(int value) {
    PARTNER_STATE.set(this, value);
    return this;
  }

  /** Longest delay of the frame collector, in tens of microseconds. */
  public int collectorMaxDelay() {
    return COLLECTOR_MAX_DELAY.get(this);
  }

  /** Sets {@code lacp.collector.max_delay}, 16 bits. */
  public Lacp collectorMaxDelay(int value) {
    COLLECTOR_MAX_DELAY.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
