package org.jpacker.proto.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit is refused, with a message that says what and why. */
class RefusalTest {
  private static void refused(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  @Test
  void contentsThatDoNotFit() {
    refused(
        "label 1048576 (20 bits), exp 0 (3 bits) or ttl 64 (8 bits) does not fit",
        () -> new IcmpExtension.Label(1 << 20, 0, true, 64));
    refused(
        "label 0 (20 bits), exp 8 (3 bits) or ttl 256 (8 bits) does not fit",
        () -> new IcmpExtension.Label(0, 8, true, 256));
    List<Address> two = List.of(Address.Ipv4.ZERO, Address.Ipv6.of("::1"));
    refused(
        "an interface has at most one address here",
        () -> new IcmpExtension.InterfaceInformation(0, 1, two, "", -1));
    refused(
        "role 4 does not fit into 2 bits",
        () -> new IcmpExtension.InterfaceInformation(4, 1, List.of(), "", -1));
    refused("data: 3 octets where 0 are said", () -> Igmp.report(List.of(record(new byte[3]))));
    refused(
        "words: 256 does not fit into 8 bits", () -> Igmp.report(List.of(record(new byte[1024]))));
    NdOption large = new NdOption.Unknown(99, new OctetString(new byte[2046]));
    refused("icmpv6.opt: " + large + " does not fit", () -> NdOptions.ALL.encode(List.of(large)));
  }

  private static GroupRecord record(byte[] data) {
    return new GroupRecord(1, Address.Ipv4.ZERO, List.of(), new OctetString(data));
  }

  /** A set of 256 characters lacks most: they would be sent as question marks. */
  @Test
  void textThatCannotBeSent() {
    refused(
        "icmpv6.opt.captive_portal: ISO-8859-1 has no character U+65E5",
        () -> NdOptions.ALL.encode(List.of(new NdOption.CaptivePortal("https://\u65e5"))));
    refused(
        "icmpv6.opt.dnssl: ISO-8859-1 has no character U+65E5",
        () -> NdOptions.ALL.encode(List.of(new NdOption.SearchList(1, List.of("\u65e5.example")))));
    refused(
        "icmp.int_ident.name: UTF-8 has no character U+D83D",
        () -> new Icmpv4().extensions(List.of(new IcmpExtension.InterfaceName("\ud83d"))));
    refused("raw: UTF-8 has no character U+D83D", () -> Icmpv6.echoRequest(1, 1, "\ud83d"));
    refused("raw: UTF-8 has no character U+D83D", () -> Icmpv4.echoRequest(1, 1, "\ud83d"));
  }
}
