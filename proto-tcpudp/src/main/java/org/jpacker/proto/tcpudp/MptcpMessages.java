package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/** The contents of multipath TCP options; the size tells the three forms of a join. */
final class MptcpMessages {
  static final Series<MptcpMessage> ALL =
      Series.of(
          "tcp.options.mptcp",
          head -> head.type(4),
          Choice.of(
              MptcpMessage.class,
              null,
              Shape.of(0, new MptcpMessage.Capable(0, 0, List.of(), OctetString.EMPTY)),
              Shape.of(1, new MptcpMessage.JoinRequest(0, 0, 0, 0)),
              Shape.of(1, new MptcpMessage.JoinAnswer(0, 0, 0, 0)),
              Shape.of(1, new MptcpMessage.JoinConfirmation(OctetString.EMPTY)),
              Shape.of(2, new MptcpMessage.DataSequence(0, 0, 0, 0, 0, 0)),
              Shape.of(
                  3, new MptcpMessage.AddAddress(0, 0, Address.Ipv4.ZERO, 0, OctetString.EMPTY)),
              Shape.of(4, new MptcpMessage.RemoveAddress(List.of())),
              Shape.of(5, new MptcpMessage.Priority(false, 0)),
              Shape.of(6, new MptcpMessage.Fail(0)),
              Shape.of(7, new MptcpMessage.FastClose(0)),
              Shape.of(8, new MptcpMessage.Reset(0, 0))),
          Shape.of(new MptcpMessage.Unknown(OctetString.EMPTY)));

  private MptcpMessages() {}
}
