package org.jpacker.proto.tcpudp;

import java.util.List;
import java.util.function.Supplier;
import org.jpacker.api.Header;
import org.jpacker.api.OctetString;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.testkit.ProviderContract;

class TcpUdpContractTest extends ProviderContract {

  @Override
  protected ProtocolProvider provider() {
    return new TcpUdpProvider();
  }

  @Override
  protected List<Supplier<? extends Header>> samples() {
    return List.of(
        () ->
            new Tcp()
                .srcPort(4000)
                .dstPort(80)
                .seq(1000)
                .syn(true)
                .options(
                    List.of(
                        new TcpOption.MaximumSegmentSize(1460),
                        new TcpOption.SackPermitted(),
                        new TcpOption.Mptcp(
                            new MptcpMessage.Capable(1, 0x81, List.of(1L), OctetString.EMPTY)))),
        () -> new Udp().srcPort(4000).dstPort(53),
        () -> new UdpLite().srcPort(4000).dstPort(4001).coverage(8),
        () ->
            new Sctp()
                .srcPort(1)
                .dstPort(2)
                .chunks(
                    List.of(
                        new SctpChunk.Data(3, 5, 1, 2, 0, OctetString.of(1, 2, 3)),
                        new SctpChunk.CookieAck(0))),
        () ->
            Dccp.of(1)
                .srcPort(4000)
                .dstPort(4001)
                .seq(100)
                .ack(99)
                .serviceCode(5)
                .options(
                    List.of(
                        new DccpOption.Feature(32, 1, OctetString.of(2)),
                        new DccpOption.Timestamp(7))));
  }
}
