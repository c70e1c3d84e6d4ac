package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Series;
import org.jpacker.testkit.ContentsContract;

class TcpOptionContractTest extends ContentsContract<TcpOption> {
  private static final OctetString OCTETS = OctetString.of(1, 2, 3);

  @Override
  protected Class<TcpOption> type() {
    return TcpOption.class;
  }

  @Override
  protected Series<TcpOption> series() {
    return TcpOptions.ALL;
  }

  @Override
  protected int unit() {
    return 4;
  }

  @Override
  protected List<TcpOption> samples() {
    return List.of(
        new TcpOption.End(),
        new TcpOption.Nop(),
        new TcpOption.MaximumSegmentSize(1460),
        new TcpOption.WindowScale(7),
        new TcpOption.SackPermitted(),
        new TcpOption.Sack(List.of(new TcpOption.Sack.Block(1, 2))),
        new TcpOption.Echo(7, 5),
        new TcpOption.Timestamps(1, 2),
        new TcpOption.PartialOrderPermitted(),
        new TcpOption.PartialOrderProfile(true, false),
        new TcpOption.ConnectionCount(12, 1),
        new TcpOption.AlternateChecksum(1),
        new TcpOption.Md5Signature(new OctetString(new byte[16])),
        new TcpOption.ScpsCapabilities(1, 2),
        new TcpOption.SelectiveNegativeAck(1, 2),
        new TcpOption.RecordBoundary(),
        new TcpOption.CorruptionExperienced(),
        new TcpOption.QuickStart(1, 2, 3),
        new TcpOption.UserTimeout(true, 5),
        new TcpOption.Authentication(1, 2, OCTETS),
        new TcpOption.Mptcp(new MptcpMessage.JoinRequest(1, 2, 3, 4)),
        new TcpOption.FastOpen(OCTETS),
        new TcpOption.EncryptionNegotiation(OCTETS),
        new TcpOption.AccurateEcn(172, List.of(1, 2, 3)),
        new TcpOption.Experimental(254, 1, OCTETS),
        new TcpOption.Unknown(99, OCTETS),
        new TcpOption.Truncated(OctetString.of(99, 0, 0, 0), "length 0, 4 octets are left"));
  }
}
