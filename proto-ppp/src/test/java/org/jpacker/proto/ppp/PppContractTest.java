package org.jpacker.proto.ppp;

import java.util.List;
import java.util.function.Supplier;
import org.jpacker.api.Header;
import org.jpacker.api.OctetString;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.testkit.ProviderContract;

class PppContractTest extends ProviderContract {

  @Override
  protected ProtocolProvider provider() {
    return new PppProvider();
  }

  @Override
  protected List<Supplier<? extends Header>> samples() {
    return List.of(
        () ->
            new PppoeDiscovery()
                .tags(
                    List.of(
                        new PppoeTag(PppoeTag.SERVICE_NAME, OctetString.EMPTY),
                        new PppoeTag(PppoeTag.HOST_UNIQ, OctetString.of(1, 2)))),
        () -> new PppoeSession().sessionId(0x1234),
        () -> Ppp.PROTOCOL.header(new byte[] {(byte) 0xff, 3, 0, 0x21}),
        () -> new Lcp().code(9).identifier(7),
        () -> new Ipcp().code(1).identifier(7),
        () -> new Ccp().code(14).identifier(7),
        () -> new Ipv6cp().code(2).identifier(7),
        () -> new Pap().code(2).identifier(7),
        () -> new Chap().code(3).identifier(7),
        () -> new CiscoHdlc().address(0x8f).protocolNumber(0x0800),
        () -> new Slarp().address("192.0.2.1").netmask("255.255.255.0"),
        () -> new FrameRelay().dlci(100).nlpid(0xcc));
  }
}
