package org.jpacker.proto.ethernet;

import java.util.List;
import java.util.function.Supplier;
import org.jpacker.api.Header;
import org.jpacker.api.OctetString;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.testkit.ProviderContract;

class EthernetContractTest extends ProviderContract {

  @Override
  protected ProtocolProvider provider() {
    return new EthernetProvider();
  }

  @Override
  protected List<Supplier<? extends Header>> samples() {
    return List.of(
        () -> new Ethernet().dst("02:00:00:00:00:02").src("02:00:00:00:00:01").type(0x9999),
        () -> new Vlan().id(100).priority(5).dei(true),
        () -> new ServiceTag().id(100).priority(5),
        () -> new Llc().oui(0).type(0x0806),
        () -> Arp.request("02:00:00:00:00:01", "192.0.2.1", "192.0.2.2"),
        () ->
            new Stp()
                .rootPrio(32768)
                .rootHw("02:00:00:00:00:01")
                .rootCost(4)
                .bridgeHw("02:00:00:00:00:02")
                .maxAge(20 * 256),
        () -> new MacControl().pauseTime(0xffff),
        () -> new Slow().subtype(1),
        () ->
            new Lacp()
                .actorSysid("02:00:00:00:00:01")
                .actorKey(17)
                .actorState(0x3d)
                .partnerSysid("02:00:00:00:00:02"),
        () -> new Loop().skipcount(8),
        () -> new WakeOnLan().mac("02:00:00:00:00:02").passwd(OctetString.of(1, 2, 3, 4, 5, 6)),
        () ->
            new Lldp()
                .tlvs(
                    List.of(
                        new LldpTlv.ChassisId(4, OctetString.of(0, 1, 2, 3, 4, 5)),
                        new LldpTlv.TimeToLive(120),
                        new LldpTlv.SystemName("switch"),
                        new LldpTlv.Capabilities(20, 4),
                        new LldpTlv.ManagementAddress(
                            1, OctetString.of(10, 0, 0, 1), 2, 7, OctetString.EMPTY),
                        new LldpOrganizational.PortVlan(1),
                        new LldpOrganizational.VlanName(1, "one"),
                        new LldpOrganizational.MacPhy(3, 0x6c01, 30),
                        new LldpTlv.End())),
        () -> new Eapol().version(1).type(1),
        () -> new Mpls().label(16).exp(5).ttl(63),
        () -> new ControlWord().flags(0x21).sequenceNumber(7),
        () -> new EthernetControlWord().sequenceNumber(7),
        () -> new Null().family(2),
        () -> new Sll().pkttype(4).src("02:00:00:00:00:01"),
        () -> new Sll2().ifindex(3).src("02:00:00:00:00:01"));
  }
}
