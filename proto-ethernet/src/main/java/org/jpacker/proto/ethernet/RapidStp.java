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

  default boolean agreement() {
    return AGREEMENT.get((Stp) this);
  }

  default Stp agreement(boolean set) {
    AGREEMENT.set((Stp) this, set);
    return (Stp) this;
  }

  default boolean forwarding() {
    return FORWARDING.get((Stp) this);
  }

  default Stp forwarding(boolean set) {
    FORWARDING.set((Stp) this, set);
    return (Stp) this;
  }

  default boolean learning() {
    return LEARNING.get((Stp) this);
  }

  default Stp learning(boolean set) {
    LEARNING.set((Stp) this, set);
    return (Stp) this;
  }

  default int portRole() {
    return PORT_ROLE.get((Stp) this);
  }

  default Stp portRole(int value) {
    PORT_ROLE.set((Stp) this, value);
    return (Stp) this;
  }

  default boolean proposal() {
    return PROPOSAL.get((Stp) this);
  }

  default Stp proposal(boolean set) {
    PROPOSAL.set((Stp) this, set);
    return (Stp) this;
  }

  default int version1Length() {
    return VERSION_1_LENGTH.get((Stp) this);
  }

  default Stp version1Length(int value) {
    VERSION_1_LENGTH.set((Stp) this, value);
    return (Stp) this;
  }
}
