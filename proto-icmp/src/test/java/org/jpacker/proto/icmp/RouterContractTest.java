package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.proto.icmp.RouterDiscovery.Router;
import org.jpacker.testkit.ContentsContract;

class RouterContractTest extends ContentsContract<Router> {
  @Override
  protected Class<Router> type() {
    return Router.class;
  }

  /** Entries have no heads. */
  @Override
  protected Series<Router> series() {
    Router blank = new Router(Address.Ipv4.ZERO, 0);
    return Series.of("router", head -> {}, Choice.of(Router.class, Shape.of(blank)));
  }

  @Override
  protected List<Router> samples() {
    return List.of(
        new Router(Address.Ipv4.of("192.0.2.1"), 1),
        new Router(Address.Ipv4.of("192.0.2.2"), Integer.MIN_VALUE));
  }
}
