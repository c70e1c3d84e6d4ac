package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import java.util.Map;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * MAC control of IEEE 802.3, annex 31: pause, and priority-based flow control of IEEE 802.1Q.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            opcode             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class MacControl extends Header {
  private static final int PAUSE = 1;
  private static final int PRIORITIES = 0x0101;

  /** Kind of message: 1 for pause, 0x0101 for priority-based flow control. */
  public static final UIntField OPCODE =
      UIntField.at(0, 16, "macc.opcode")
          .hex()
          .orElse(1)
          .valueNames(Map.of(1L, "pause", 257L, "priority-based flow control"));

  /** Length of the pause in units of 512 bit times; 0 ends it. */
  public static final UIntField PAUSE_TIME =
      UIntField.at(16, 16, "macc.pause_time").when("it is a pause", h -> OPCODE.get(h) == PAUSE);

  /** Classes whose pause times are valid: one bit each, the lowest for class 0. */
  public static final UIntField ENBV =
      UIntField.at(16, 16, "macc.cbfc.enbv")
          .hex()
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  /** Pause of class 0, in units of 512 bit times. */
  public static final UIntField PAUSE_TIME_C0 =
      UIntField.at(32, 16, "macc.cbfc.pause_time.c0")
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  /** Pause of class 1, in units of 512 bit times. */
  public static final UIntField PAUSE_TIME_C1 =
      UIntField.at(48, 16, "macc.cbfc.pause_time.c1")
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  /** Pause of class 2, in units of 512 bit times. */
  public static final UIntField PAUSE_TIME_C2 =
      UIntField.at(64, 16, "macc.cbfc.pause_time.c2")
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  /** Pause of class 3, in units of 512 bit times. */
  public static final UIntField PAUSE_TIME_C3 =
      UIntField.at(80, 16, "macc.cbfc.pause_time.c3")
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  /** Pause of class 4, in units of 512 bit times. */
  public static final UIntField PAUSE_TIME_C4 =
      UIntField.at(96, 16, "macc.cbfc.pause_time.c4")
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  /** Pause of class 5, in units of 512 bit times. */
  public static final UIntField PAUSE_TIME_C5 =
      UIntField.at(112, 16, "macc.cbfc.pause_time.c5")
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  /** Pause of class 6, in units of 512 bit times. */
  public static final UIntField PAUSE_TIME_C6 =
      UIntField.at(128, 16, "macc.cbfc.pause_time.c6")
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  /** Pause of class 7, in units of 512 bit times. */
  public static final UIntField PAUSE_TIME_C7 =
      UIntField.at(144, 16, "macc.cbfc.pause_time.c7")
          .when("it is priority-based", h -> OPCODE.get(h) == PRIORITIES);

  public static final Layout LAYOUT =
      Layout.of(
          OPCODE,
          PAUSE_TIME,
          ENBV,
          PAUSE_TIME_C0,
          PAUSE_TIME_C1,
          PAUSE_TIME_C2,
          PAUSE_TIME_C3,
          PAUSE_TIME_C4,
          PAUSE_TIME_C5,
          PAUSE_TIME_C6,
          PAUSE_TIME_C7);

  public static final Protocol<MacControl> PROTOCOL =
      Protocol.of(
              "macc",
              LAYOUT,
              MacControl.class,
              MacControl::new,
              MacControl::new,
              ETHERTYPE.key(0x8808))
          .titled("MAC Control", "https://standards.ieee.org/ieee/802.3/10422/");

  /** A new pause of length 0. */
  public MacControl() {
    super(PROTOCOL);
    replaceHeader(new byte[] {0, PAUSE, 0, 0});
  }

  MacControl(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(opcode() == PRIORITIES ? 20 : opcode() == PAUSE ? 4 : 2);
  }

  // --- accessors: generated from the fields above ---
  // without: PAUSE_TIME_C0, PAUSE_TIME_C1, PAUSE_TIME_C2, PAUSE_TIME_C3, PAUSE_TIME_C4,
  // PAUSE_TIME_C5, PAUSE_TIME_C6, PAUSE_TIME_C7

  /** Kind of message: 1 for pause, 0x0101 for priority-based flow control. */
  public int opcode() {
    return OPCODE.get(this);
  }

  /** Sets {@code macc.opcode}, 16 bits. */
  public MacControl opcode(int value) {
    OPCODE.set(this, value);
    return this;
  }

  /** Length of the pause in units of 512 bit times; 0 ends it. */
  public int pauseTime() {
    return PAUSE_TIME.get(this);
  }

  /** Sets {@code macc.pause_time}, 16 bits. */
  public MacControl pauseTime(int value) {
    PAUSE_TIME.set(this, value);
    return this;
  }

  /** Classes whose pause times are valid: one bit each, the lowest for class 0. */
  public int enbv() {
    return ENBV.get(this);
  }

  /** Sets {@code macc.cbfc.enbv}, 16 bits. */
  public MacControl enbv(int value) {
    ENBV.set(this, value);
    return this;
  }

  // --- end of accessors ---

  private static final UIntField[] TIMES = {
    PAUSE_TIME_C0,
    PAUSE_TIME_C1,
    PAUSE_TIME_C2,
    PAUSE_TIME_C3,
    PAUSE_TIME_C4,
    PAUSE_TIME_C5,
    PAUSE_TIME_C6,
    PAUSE_TIME_C7
  };

  /** A new message of priority-based flow control without any pause. */
  public static MacControl priorities() {
    MacControl message = new MacControl();
    message.replaceHeader(new byte[20]);
    return message.opcode(PRIORITIES);
  }

  /** The pause of a class from 0 to 7, in units of 512 bit times. */
  public int classPauseTime(int trafficClass) {
    return TIMES[trafficClass].get(this);
  }

  /** Sets the pause of a class from 0 to 7, and marks it as valid. */
  public MacControl classPauseTime(int trafficClass, int time) {
    TIMES[trafficClass].set(this, time);
    return enbv(enbv() | 1 << trafficClass);
  }
}
