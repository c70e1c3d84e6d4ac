package org.jpacker.proto.ethernet;

import java.util.Map;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.UIntField;

/**
 * Flags and fields of {@link Stp} for the rapid and the multiple protocol, IEEE 802.1D, clause
 * 9.3.3.
 */
public sealed interface RapidStp permits Stp {
  /** The port agrees to a rapid transition. */
  FlagField AGREEMENT =
      FlagField.at(33, "stp.flags.agreement").when("it is rapid or multiple", RapidStp::isRapid);

  /** The port forwards frames. */
  FlagField FORWARDING =
      FlagField.at(34, "stp.flags.forwarding").when("it is rapid or multiple", RapidStp::isRapid);

  /** The port learns addresses. */
  FlagField LEARNING =
      FlagField.at(35, "stp.flags.learning").when("it is rapid or multiple", RapidStp::isRapid);

  /** Role of the port: 1 alternate or backup, 2 root, 3 designated. */
  UIntField PORT_ROLE =
      UIntField.at(36, 2, "stp.flags.port_role")
          .when("it is rapid or multiple", RapidStp::isRapid)
          .valueNames(
              Map.of(0L, "unknown", 1L, "alternate or backup", 2L, "root", 3L, "designated"));

  /** The port proposes to become designated. */
  FlagField PROPOSAL =
      FlagField.at(38, "stp.flags.proposal").when("it is rapid or multiple", RapidStp::isRapid);

  /** Length of the version 1 part; 0. */
  UIntField VERSION_1_LENGTH =
      UIntField.at(280, 8, "stp.version_1_length")
          .when("it is rapid or multiple", RapidStp::isRapid);

  private static boolean isRapid(Header header) {
    return Stp.TYPE.get(header) == 2;
  }

  /** The bridge agrees that the port forwards at once. */
  default boolean agreement() {
    return AGREEMENT.get((Stp) this);
  }

  /** Sets whether the bridge agrees that the port forwards at once. */
  default Stp agreement(boolean set) {
    AGREEMENT.set((Stp) this, set);
    return (Stp) this;
  }

  /** The port forwards frames. */
  default boolean forwarding() {
    return FORWARDING.get((Stp) this);
  }

  /** Sets whether the port forwards frames. */
  default Stp forwarding(boolean set) {
    FORWARDING.set((Stp) this, set);
    return (Stp) this;
  }

  /** The port learns addresses. */
  default boolean learning() {
    return LEARNING.get((Stp) this);
  }

  /** Sets whether the port learns addresses. */
  default Stp learning(boolean set) {
    LEARNING.set((Stp) this, set);
    return (Stp) this;
  }

  /** Role of the port, 2 bits: 1 alternate or backup, 2 root, 3 designated. */
  default int portRole() {
    return PORT_ROLE.get((Stp) this);
  }

  /** Sets the role of the port, 2 bits. */
  default Stp portRole(int value) {
    PORT_ROLE.set((Stp) this, value);
    return (Stp) this;
  }

  /** The bridge proposes to be the designated one. */
  default boolean proposal() {
    return PROPOSAL.get((Stp) this);
  }

  /** Sets whether the bridge proposes to be the designated one. */
  default Stp proposal(boolean set) {
    PROPOSAL.set((Stp) this, set);
    return (Stp) this;
  }

  /** Octets of the part of version 1, which is always empty: 0. */
  default int version1Length() {
    return VERSION_1_LENGTH.get((Stp) this);
  }

  /** Sets the octets of the part of version 1, 8 bits. */
  default Stp version1Length(int value) {
    VERSION_1_LENGTH.set((Stp) this, value);
    return (Stp) this;
  }
}
