package org.jpacker.proto.ethernet;

import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * Bridge protocol data units of the Spanning Tree Protocol, with its rapid and multiple variants,
 * IEEE 802.1D and 802.1Q.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           protocol            |    version    |     type      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>Times are in units of 1/256 second. A topology change message has only four octets. The part
 * of multiple spanning trees is the payload.
 */
public final class Stp extends Header implements RapidStp {
  private static final int TOPOLOGY_CHANGE = 0x80;
  private static final int RAPID = 2;

  /** Organisation and protocol number of Cisco's spanning tree per VLAN under SNAP. */
  private static final long PER_VLAN = 0x00000c_010bL;

  /** Protocol identifier; 0. */
  public static final UIntField PROTOCOL_ID = UIntField.at(0, 16, "stp.protocol").hex();

  /** Version: 0 for the first, 2 for the rapid, 3 for the multiple protocol. */
  public static final UIntField VERSION =
      UIntField.at(16, 8, "stp.version")
          .valueNames(Map.of(0L, "STP", 2L, "RSTP", 3L, "MSTP", 4L, "SPB"));

  /** Kind of message: 0 for a configuration, 2 for a rapid one, 0x80 for a topology change. */
  public static final UIntField TYPE =
      UIntField.at(24, 8, "stp.type")
          .hex()
          .valueNames(
              Map.of(0L, "configuration", 2L, "rapid or multiple", 128L, "topology change"));

  /** All eight flag bits. */
  public static final UIntField FLAGS =
      UIntField.at(32, 8, "stp.flags")
          .hex()
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Topology change acknowledgement. */
  public static final FlagField TCACK =
      FlagField.at(32, "stp.flags.tcack")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Topology change. */
  public static final FlagField TC =
      FlagField.at(39, "stp.flags.tc")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Priority of the root bridge, in steps of 4096; lower values win. */
  public static final UIntField ROOT_PRIO =
      UIntField.at(40, 4, "stp.root.prio")
          .times(4096)
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** System identifier extension of the root bridge: the VLAN. */
  public static final UIntField ROOT_EXT =
      UIntField.at(44, 12, "stp.root.ext")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** MAC address of the root bridge. */
  public static final MacField ROOT_HW =
      MacField.at(56, "stp.root.hw")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Cost of the path to the root. */
  public static final ULongField ROOT_COST =
      ULongField.at(104, 32, "stp.root.cost")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Priority of the sending bridge, in steps of 4096; lower values win. */
  public static final UIntField BRIDGE_PRIO =
      UIntField.at(136, 4, "stp.bridge.prio")
          .times(4096)
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** System identifier extension of the sending bridge: the VLAN. */
  public static final UIntField BRIDGE_EXT =
      UIntField.at(140, 12, "stp.bridge.ext")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** MAC address of the sending bridge. */
  public static final MacField BRIDGE_HW =
      MacField.at(152, "stp.bridge.hw")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Priority and number of the sending port. */
  public static final UIntField PORT =
      UIntField.at(200, 16, "stp.port")
          .hex()
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Age of the information, in 1/256 second. */
  public static final UIntField MSG_AGE =
      UIntField.at(216, 16, "stp.msg_age")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Age at which the information expires, in 1/256 second. */
  public static final UIntField MAX_AGE =
      UIntField.at(232, 16, "stp.max_age")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Interval of configuration messages, in 1/256 second. */
  public static final UIntField HELLO =
      UIntField.at(248, 16, "stp.hello")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  /** Delay before a port forwards frames, in 1/256 second. */
  public static final UIntField FORWARD =
      UIntField.at(264, 16, "stp.forward")
          .when("it is not a topology change", h -> TYPE.get(h) != TOPOLOGY_CHANGE);

  public static final Layout LAYOUT =
      Layout.of(
          PROTOCOL_ID,
          VERSION,
          TYPE,
          FLAGS,
          TCACK,
          AGREEMENT,
          FORWARDING,
          LEARNING,
          PORT_ROLE,
          PROPOSAL,
          TC,
          ROOT_PRIO,
          ROOT_EXT,
          ROOT_HW,
          ROOT_COST,
          BRIDGE_PRIO,
          BRIDGE_EXT,
          BRIDGE_HW,
          PORT,
          MSG_AGE,
          MAX_AGE,
          HELLO,
          FORWARD,
          VERSION_1_LENGTH);

  public static final Protocol<Stp> PROTOCOL =
      Protocol.of(
              "stp",
              LAYOUT,
              Stp.class,
              Stp::new,
              Stp::new,
              Llc.SAPS.key(0x42),
              Llc.ORGANISATIONS.key(PER_VLAN))
          .titled("Spanning Tree Protocol", "https://standards.ieee.org/ieee/802.1Q/10323/");

  /** A new configuration message. */
  public Stp() {
    super(PROTOCOL);
    replaceHeader(new byte[35]);
  }

  Stp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(type() == TOPOLOGY_CHANGE ? 4 : type() == RAPID ? 36 : 35);
  }

  // --- accessors: generated from the fields above ---
  // without: PROTOCOL_ID

  /** Version: 0 for the first, 2 for the rapid, 3 for the multiple protocol. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code stp.version}, 8 bits. */
  public Stp version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Kind of message: 0 for a configuration, 2 for a rapid one, 0x80 for a topology change. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code stp.type}, 8 bits. */
  public Stp type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** All eight flag bits. */
  public int flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code stp.flags}, 8 bits. */
  public Stp flags(int value) {
    FLAGS.set(this, value);
    return this;
  }

  /** Topology change acknowledgement. */
  public boolean tcack() {
    return TCACK.get(this);
  }

  /** Sets or clears {@code stp.flags.tcack}. */
  public Stp tcack(boolean value) {
    TCACK.set(this, value);
    return this;
  }

  /** Topology change. */
  public boolean tc() {
    return TC.get(this);
  }

  /** Sets or clears {@code stp.flags.tc}. */
  public Stp tc(boolean value) {
    TC.set(this, value);
    return this;
  }

  /** Priority of the root bridge, in steps of 4096; lower values win. */
  public int rootPrio() {
    return ROOT_PRIO.get(this);
  }

  /** Sets {@code stp.root.prio}, a multiple of 4096 in 4 bits. */
  public Stp rootPrio(int value) {
    ROOT_PRIO.set(this, value);
    return this;
  }

  /** System identifier extension of the root bridge: the VLAN. */
  public int rootExt() {
    return ROOT_EXT.get(this);
  }

  /** Sets {@code stp.root.ext}, 12 bits. */
  public Stp rootExt(int value) {
    ROOT_EXT.set(this, value);
    return this;
  }

  /** MAC address of the root bridge. */
  public Address.Mac rootHw() {
    return ROOT_HW.get(this);
  }

  /** Sets {@code stp.root.hw}. */
  public Stp rootHw(Address.Mac address) {
    ROOT_HW.set(this, address);
    return this;
  }

  /** Sets {@code stp.root.hw} from text such as {@code 02:00:00:00:00:01}. */
  public Stp rootHw(String address) {
    ROOT_HW.set(this, address);
    return this;
  }

  /** Sets {@code stp.root.hw} from its 6 octets. */
  public Stp rootHw(byte[] octets) {
    ROOT_HW.set(this, octets);
    return this;
  }

  /** Cost of the path to the root. */
  public long rootCost() {
    return ROOT_COST.get(this);
  }

  /** Sets {@code stp.root.cost}, 32 bits. */
  public Stp rootCost(long value) {
    ROOT_COST.set(this, value);
    return this;
  }

  /** Priority of the sending bridge, in steps of 4096; lower values win. */
  public int bridgePrio() {
    return BRIDGE_PRIO.get(this);
  }

  /** Sets {@code stp.bridge.prio}, a multiple of 4096 in 4 bits. */
  public Stp bridgePrio(int value) {
    BRIDGE_PRIO.set(this, value);
    return this;
  }

  /** System identifier extension of the sending bridge: the VLAN. */
  public int bridgeExt() {
    return BRIDGE_EXT.get(this);
  }

  /** Sets {@code stp.bridge.ext}, 12 bits. */
  public Stp bridgeExt(int value) {
    BRIDGE_EXT.set(this, value);
    return this;
  }

  /** MAC address of the sending bridge. */
  public Address.Mac bridgeHw() {
    return BRIDGE_HW.get(this);
  }

  /** Sets {@code stp.bridge.hw}. */
  public Stp bridgeHw(Address.Mac address) {
    BRIDGE_HW.set(this, address);
    return this;
  }

  /** Sets {@code stp.bridge.hw} from text such as {@code 02:00:00:00:00:01}. */
  public Stp bridgeHw(String address) {
    BRIDGE_HW.set(this, address);
    return this;
  }

  /** Sets {@code stp.bridge.hw} from its 6 octets. */
  public Stp bridgeHw(byte[] octets) {
    BRIDGE_HW.set(this, octets);
    return this;
  }

  /** Priority and number of the sending port. */
  public int port() {
    return PORT.get(this);
  }

  /** Sets {@code stp.port}, 16 bits. */
  public Stp port(int value) {
    PORT.set(this, value);
    return this;
  }

  /** Age of the information, in 1/256 second. */
  public int msgAge() {
    return MSG_AGE.get(this);
  }

  /** Sets {@code stp.msg_age}, 16 bits. */
  public Stp msgAge(int value) {
    MSG_AGE.set(this, value);
    return this;
  }

  /** Age at which the information expires, in 1/256 second. */
  public int maxAge() {
    return MAX_AGE.get(this);
  }

  /** Sets {@code stp.max_age}, 16 bits. */
  public Stp maxAge(int value) {
    MAX_AGE.set(this, value);
    return this;
  }

  /** Interval of configuration messages, in 1/256 second. */
  public int hello() {
    return HELLO.get(this);
  }

  /** Sets {@code stp.hello}, 16 bits. */
  public Stp hello(int value) {
    HELLO.set(this, value);
    return this;
  }

  /** Delay before a port forwards frames, in 1/256 second. */
  public int forward() {
    return FORWARD.get(this);
  }

  /** Sets {@code stp.forward}, 16 bits. */
  public Stp forward(int value) {
    FORWARD.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
