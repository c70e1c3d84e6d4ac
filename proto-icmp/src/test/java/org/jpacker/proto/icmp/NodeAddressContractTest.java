package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.testkit.ContentsContract;

class NodeAddressContractTest extends ContentsContract<NodeAddress> {
  @Override
  protected Class<NodeAddress> type() {
    return NodeAddress.class;
  }

  /** Addresses have no heads. */
  @Override
  protected Series<NodeAddress> series() {
    NodeAddress blank = new NodeAddress(0, Address.Ipv6.ZERO);
    return Series.of("address", head -> {}, Choice.of(NodeAddress.class, Shape.of(blank)));
  }

  @Override
  protected List<NodeAddress> samples() {
    return List.of(new NodeAddress(60, Address.Ipv6.of("2001:db8::1")));
  }
}
