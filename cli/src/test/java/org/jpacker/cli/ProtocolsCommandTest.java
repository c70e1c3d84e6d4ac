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
    assertTrue(udp.contains("ip.proto==17 (UDP)"), udp);
  }

  @Test
  void protocolIsShownWithFieldsAndDiagram() {
    Shell.Result result = Shell.run("protocols", "udp");
    assertEquals(0, result.status());
    assertTrue(result.lines().get(0).endsWith(" (udp)"), result.out());
    assertTrue(result.out().contains("\nCarried by\n  ip.proto==17 (UDP)  in "), result.out());
    assertTrue(result.out().contains("\n  new Udp().srcPort(49152).dstPort(80)\n"), result.out());
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
      String fields = result.out().substring(result.out().indexOf("\nFIELD "));
      fields = fields.substring(0, (fields + "\n\n").indexOf("\n\n"));
      assertFalse(fields.matches("(?s).*[ ,]null[ ,\\n].*"), fields);
    }
  }

  @Test
  void listsThatAreCutAreWholeOnRequest() {
    String some = Shell.run("protocols", "udp").out();
    assertTrue(some.contains(" numbers have names, see --all\n"), some);
    String all = Shell.run("protocols", "udp", "--all").out();
    assertTrue(all.contains("\n  53     domain"), all);
    assertFalse(all.contains("--all"), all);
  }

  @Test
  void schemaIsALineForEachProtocol() {
    String udp = Shell.run("protocols", "udp", "--json-schema").out();
    assertTrue(udp.contains("\"protocol\":{\"const\":\"udp\"}"), udp);
    assertEquals(1, udp.lines().count());
    assertEquals(
        Shell.run("protocols", "--json").lines().size(),
        Shell.run("protocols", "--json-schema").lines().size());
    assertEquals(2, Shell.run("protocols", "--json", "--json-schema").status());
  }

  @Test
  void jsonIsALineForEachProtocol() {
    Shell.Result one = Shell.run("protocols", "udp", "--json");
    assertEquals(0, one.status());
    assertEquals(1, one.lines().size());
    assertTrue(one.out().startsWith("{\"protocol\":\"udp\",\"title\":"), one.out());
    assertTrue(one.out().contains("{\"number\":53,\"name\":\"domain\"}"), one.out());
    assertEquals(
        ProtocolRegistry.installed().protocols().size(),
        Shell.run("protocols", "--json").lines().size());
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
