package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.testkit.ContentsContract;

class IgmpRecordContractTest extends ContentsContract<GroupRecord> {
  private static final Address GROUP = Address.Ipv4.of("233.252.0.1");
  private static final Address SOURCE = Address.Ipv4.of("192.0.2.1");

  @Override
  protected Class<GroupRecord> type() {
    return GroupRecord.class;
  }

  /** Records have no heads. */
  @Override
  protected Series<GroupRecord> series() {
    GroupRecord blank = GroupRecord.of(0, Address.Ipv4.ZERO);
    return Series.of("group", head -> {}, Choice.of(GroupRecord.class, Shape.of(blank)));
  }

  @Override
  protected List<GroupRecord> samples() {
    return List.of(
        GroupRecord.of(4, GROUP),
        new GroupRecord(1, GROUP, List.of(SOURCE, SOURCE), OctetString.of(1, 2, 3, 4)));
  }
}
