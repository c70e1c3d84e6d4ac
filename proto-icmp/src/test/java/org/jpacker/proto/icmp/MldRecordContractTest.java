package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.testkit.ContentsContract;

class MldRecordContractTest extends ContentsContract<GroupRecord> {
  private static final Address GROUP = Address.Ipv6.of("ff3e::1");
  private static final Address SOURCE = Address.Ipv6.of("2001:db8::1");

  @Override
  protected Class<GroupRecord> type() {
    return GroupRecord.class;
  }

  /** Records have no heads. */
  @Override
  protected Series<GroupRecord> series() {
    GroupRecord blank = GroupRecord.of(0, Address.Ipv6.ZERO);
    return Series.of("group", head -> {}, Choice.of(GroupRecord.class, Shape.of(blank)));
  }

  @Override
  protected List<GroupRecord> samples() {
    return List.of(
        GroupRecord.of(4, GROUP),
        new GroupRecord(1, GROUP, List.of(SOURCE, SOURCE), OctetString.of(1, 2, 3, 4)));
  }
}
