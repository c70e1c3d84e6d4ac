package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class IgmpContractTest extends ProtocolContract<Igmp> {
  @Override
  protected Protocol<Igmp> protocol() {
    return Igmp.PROTOCOL;
  }

  @Override
  protected Igmp sample() {
    return Igmp.report(List.of(GroupRecord.of(4, org.jpacker.api.Address.Ipv4.of("224.0.0.251"))));
  }
}
