package org.jpacker.proto.icmp;

import org.jpacker.api.BytesField;
import org.jpacker.api.Header;
import org.jpacker.api.contents.Contents;

/** The options of RPL messages. */
final class RplOptions {
  static final Contents<Icmpv6, RplOption> OF_ICMPV6 =
      Contents.of(
          "icmpv6.rpl.option",
          Icmpv6.class,
          BytesField.rest(48, "icmpv6.rpl.options").at(RplOptions::place),
          RplOption.ALL);

  private RplOptions() {}

  /** Bits before the options, or -1 for other messages and those with a security section. */
  private static int place(Header icmp) {
    if (Icmpv6.TYPE.get(icmp) != Icmpv6.RPL_CONTROL) {
      return -1;
    }
    return switch (Icmpv6.CODE.get(icmp)) {
      case RplControl.SOLICITATION -> 48;
      case RplControl.INFORMATION -> 224;
      case RplControl.DESTINATION -> RplControl.DAO_D.get(icmp) ? 192 : 64;
      case RplControl.DESTINATION_ACK -> RplControl.DAOACK_D.get(icmp) ? 192 : 64;
      default -> -1;
    };
  }
}
