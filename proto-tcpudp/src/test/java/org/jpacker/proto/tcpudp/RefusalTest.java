package org.jpacker.proto.tcpudp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit is refused, with a message that says what and why. */
class RefusalTest {
  private static void refused(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  @Test
  void contentsThatDoNotFit() {
    refused(
        "tcp.options: type 1 has no length",
        () -> TcpOptions.encode(List.of(new TcpOption.Unknown(1, OctetString.of(7)))));
    List<DccpOption> many =
        Collections.nCopies(5, new DccpOption.Unknown(127, new OctetString(new byte[250])));
    refused("dccp.options: 1260 octets do not fit into 1008", () -> DccpOptions.encode(many));
  }

  @Test
  void hostNameThatCannotBeSent() {
    refused(
        "sctp.parameter_hostname: ISO-8859-1 has no character U+65E5",
        () -> SctpParameters.ALL.encode(List.of(new SctpParameter.HostName("\u65e5"))));
  }
}
