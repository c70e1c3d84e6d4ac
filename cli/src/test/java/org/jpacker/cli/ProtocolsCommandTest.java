package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Test;

class ProtocolsCommandTest {

  @Test
  void eachProtocolHasARow() {
    Shell.Result result = Shell.run("protocols");
    assertEquals(0, result.status());
    assertEquals("", result.err());
    List<String> lines = result.lines();
    assertTrue(lines.get(0).matches("NAME +TITLE +MODULE +VERSION +ORIGIN +SELECTED BY"));
    assertEquals(ProtocolRegistry.installed().protocols().size() + 1, lines.size());
    String udp = lines.stream().filter(line -> line.startsWith("udp ")).findFirst().orElseThrow();
    assertTrue(udp.contains(" org.jpacker.proto.tcpudp "), udp);
    assertTrue(udp.contains("  built in  "), udp);
    assertTrue(udp.contains("ip.proto==17"), udp);
  }

  @Test
  void protocolIsShownWithFieldsAndDiagram() {
    Shell.Result result = Shell.run("protocols", "udp");
    assertEquals(0, result.status());
    assertTrue(result.lines().get(0).endsWith(" (udp)"), result.out());
    assertTrue(result.out().contains("\nselected by: ip.proto==17"), result.out());
    assertTrue(result.out().contains("\nudp.checksum "), result.out());
    assertTrue(result.out().contains("derived"), result.out());
    assertTrue(result.out().contains("+-+-+-+"), result.out());
  }

  @Test
  void eachProtocolCanBeShown() {
    for (Protocol<?> protocol : ProtocolRegistry.installed().protocols()) {
      Shell.Result result = Shell.run("protocols", protocol.name());
      assertEquals(0, result.status(), protocol.name());
      protocol
          .layout()
          .fields()
          .forEach(field -> assertTrue(result.out().contains(field.name()), field.name()));
      assertFalse(result.out().matches("(?s).*[ ,]null[ ,\\n].*"), result.out());
    }
  }

  @Test
  void unknownProtocolIsWrongUsageWithSuggestions() {
    Shell.Result result = Shell.run("protocols", "udq");
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertTrue(
        result.err().startsWith("jpacker: unknown protocol 'udq'; did you mean udp"), result.err());
  }
}
