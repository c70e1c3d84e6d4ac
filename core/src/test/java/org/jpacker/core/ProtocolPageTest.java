package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProtocolPageTest {

  @Test
  void fieldsNamesOfValuesAndDiagramAreListed() {
    StringBuilder out = new StringBuilder();
    ProtocolPage.append(out, Net.PROTOCOL);
    String page = out.toString();
    assertEquals(
        """
        FIELD               BIT  BITS  TYPE           DEFAULT  NOTES
        net.hdr_len         0    4     number         40       derived, in steps of 4
        net.flags           4    4     number         0x00
          net.flags.urgent  4    1     flag           0
          net.flags.more    5    1     flag           0
        net.kind            8    8     number         0
        net.len             16   16    number         0        derived
        net.ttl             32   8     number         64
        net.skew            40   8     signed number  0
        net.proto           48   16    number         0        derived, selects net.proto
        net.src             64   32    IPv4 address            source
        net.dst             96   32    IPv4 address            destination
        net.via             128  128   IPv6 address
        net.cookie          256  64    number         0
        net.options         320  -     octets

        net.kind
          0  data
          1  ping (request)
        """,
        page.substring(0, page.indexOf("\n 0  ")));
    assertEquals("\n" + Net.LAYOUT.diagram(), page.substring(page.indexOf("\n 0  ")));
  }
}
