package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.core.reference.ProtocolJson;
import org.jpacker.core.reference.ProtocolPage;
import org.junit.jupiter.api.Test;

class ProtocolPageTest {
  private static final ProtocolRegistry REGISTRY = Samples.REGISTRY;

  @Test
  void pageContainsEverythingKnown() {
    StringBuilder out = new StringBuilder();
    new ProtocolPage(REGISTRY, ProtocolPage.SOME).append(out, Net.PROTOCOL);
    assertEquals(
        """
        Carried by
          wire.type==0x0801 (made-up net)  in wire
          net.proto==4                     in net

        Carries
          by net.proto
            4  net
            6  port

        In Java, class org.jpacker.core.Net

        Header, 40 octets
        %s
        Fields
        FIELD               BIT  BITS  TYPE           DEFAULT  JAVA  NOTES
        net.hdr_len         0    4     number         40             derived, in steps of 4
        net.flags           4    4     number         0x00
          net.flags.urgent  4    1     flag           0
          net.flags.more    5    1     flag           0
        net.kind            8    8     number         0
        net.len             16   16    number         0              derived
        net.ttl             32   8     number         64
        net.skew            40   8     signed number  0
        net.proto           48   16    number         0              derived, selects by net.proto
        net.src             64   32    IPv4 address                  source
        net.dst             96   32    IPv4 address                  destination
        net.via             128  128   IPv6 address
        net.cookie          256  64    number         0
        net.options         320  -     octets

        Values of net.kind
          0  data
          1  ping (request)
        """
            .formatted(Net.LAYOUT.diagram()),
        out.toString());
  }

  @Test
  void longListsOfNamesAreCutUnlessAllAreRequested() {
    StringBuilder few = new StringBuilder();
    new ProtocolPage(REGISTRY, 1).append(few, Net.PROTOCOL);
    assertTrue(few.toString().endsWith("  0  data\n  ... 1 more, see --all\n"), few.toString());
    StringBuilder all = new StringBuilder();
    new ProtocolPage(REGISTRY, Integer.MAX_VALUE).append(all, Net.PROTOCOL);
    assertFalse(all.toString().contains("--all"), all.toString());
  }

  @Test
  void namesOfARegistryAreCountedNotListed() {
    StringBuilder out = new StringBuilder();
    new ProtocolPage(REGISTRY, 1).append(out, Kinds.PROTOCOL);
    assertTrue(
        out.toString()
            .contains(
                "Values of kinds.ethertype\n  "
                    + DispatchTable.ETHERTYPE.names().entries().size()
                    + " numbers have names, see --all\n  EtherTypes: https://"),
        out.toString());
  }

  @Test
  void namesThatDependOnAnotherFieldSaySo() {
    StringBuilder out = new StringBuilder();
    new ProtocolPage(REGISTRY, ProtocolPage.SOME).append(out, Kinds.PROTOCOL);
    assertTrue(
        out.toString()
            .contains(
                """
                Values of kinds.code, behind the value of kinds.type
                  3/0  no net    RFC 1
                  3/1  no host
                  5/1  for host
                  Codes

                Values of kinds.broken: failed: the file of names is missing
                """),
        out.toString());
  }

  @Test
  void namedNumbersAreShownAsTheFieldShowsThem() {
    StringBuilder out = new StringBuilder();
    new ProtocolPage(REGISTRY, ProtocolPage.SOME).append(out, Kinds.PROTOCOL);
    assertTrue(out.toString().contains("Values of kinds.ethertypes\n  0x0800  IPv4\n"));
  }

  @Test
  void jsonHasTheContentsOfThePageAndAllNames() {
    StringBuilder out = new StringBuilder();
    new ProtocolJson(REGISTRY).append(out, Net.PROTOCOL);
    Map<?, ?> page = (Map<?, ?>) JsonReader.read(out.toString());
    assertEquals("net", page.get("protocol"));
    assertEquals("org.jpacker.core.Net", page.get("class"));
    assertEquals(
        List.of(
            Map.of("table", "wire.type", "number", new BigDecimal(2049), "name", "made-up net"),
            Map.of("table", "net.proto", "number", new BigDecimal(4))),
        page.get("selected_by"));
    assertEquals(
        Map.of("table", "net.proto", "number", new BigDecimal(6), "protocol", "port"),
        ((List<?>) page.get("selects")).get(1));
    List<?> fields = (List<?>) page.get("fields");
    assertEquals(Net.LAYOUT.fields().size(), fields.size());
    assertEquals(
        Map.of(
            "name",
            "net.hdr_len",
            "bit",
            new BigDecimal(0),
            "bits",
            new BigDecimal(4),
            "type",
            "number",
            "default",
            new BigDecimal(40),
            "times",
            new BigDecimal(4),
            "derived",
            true),
        fields.get(0));
    assertEquals(
        List.of(
            Map.of("number", new BigDecimal(0), "name", "data"),
            Map.of("number", new BigDecimal(1), "name", "ping (request)")),
        ((Map<?, ?>) fields.get(4)).get("names"));
    assertEquals(Net.LAYOUT.diagram(), page.get("diagram"));
  }
}
