package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class IcmpExtensionContractTest extends ContentsContract<IcmpExtension> {
  private static final Address HERE = Address.Ipv4.of("192.0.2.1");
  private static final Address THERE = Address.Ipv6.of("2001:db8::1");

  @Override
  protected Class<IcmpExtension> type() {
    return IcmpExtension.class;
  }

  @Override
  protected Series<IcmpExtension> series() {
    return IcmpExtensions.ALL;
  }

  @Override
  protected List<IcmpExtension> samples() {
    return List.of(
        new IcmpExtension.MplsLabelStack(
            List.of(
                new IcmpExtension.Label(16, 7, false, 1),
                new IcmpExtension.Label(0xfffff, 0, true, 255))),
        new IcmpExtension.InterfaceInformation(3, -1, List.of(), "", -1),
        new IcmpExtension.InterfaceInformation(1, 0xffff_ffffL, List.of(HERE), "eth0", 1500),
        new IcmpExtension.InterfaceInformation(2, -1, List.of(THERE), "lo0", -1),
        new IcmpExtension.InterfaceName("eth10"),
        new IcmpExtension.InterfaceIndex(7),
        new IcmpExtension.InterfaceAddress(HERE),
        new IcmpExtension.InterfaceAddress(THERE),
        new IcmpExtension.InterfaceAddress(Address.Mac.of("02:00:00:00:00:01")),
        new IcmpExtension.Unknown(9, 1, OctetString.of(1, 2, 3, 4)));
  }
}
