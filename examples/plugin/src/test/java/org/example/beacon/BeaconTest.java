package org.example.beacon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;
import org.junit.jupiter.api.Test;

class BeaconTest extends ProtocolContract<Beacon> {

  @Override
  protected Protocol<Beacon> protocol() {
    return Beacon.PROTOCOL;
  }

  @Override
  protected Beacon sample() {
    return new Beacon()
        .kind(1)
        .station(7)
        .tlvs(List.of(new BeaconTlv.Name("north"), new BeaconTlv.Kinds(List.of(0, 1))));
  }

  /** The last TLV claims nine octets and has one; the payload is not among the TLVs. */
  @Test
  void tlvsAreReadAndWrittenBack() {
    byte[] octets =
        HexFormat.ofDelimiter(" ")
            .parseHex(
                "be ac 01 20 18 07"
                    + " 01 02 4e 31"
                    + " 02 08 ff ff ff fe 00 00 00 03"
                    + " 03 02 00 01"
                    + " 09 01 ff"
                    + " 01 09 4e"
                    + " 68 69");
    Beacon read = Beacon.PROTOCOL.header(octets);
    List<BeaconTlv> tlvs =
        List.of(
            new BeaconTlv.Name("N1"),
            new BeaconTlv.Position(-2, 3),
            new BeaconTlv.Kinds(List.of(0, 1)),
            new BeaconTlv.Unknown(9, OctetString.of(0xff)),
            new BeaconTlv.Truncated(OctetString.of(1, 9, 0x4e), "length 9, 1 octet is left"));
    assertEquals(tlvs, read.tlvs());
    assertEquals(2, read.payload().size());

    Beacon made = new Beacon().kind(1).station(7).tlvs(tlvs);
    made.payload("hi");
    assertArrayEquals(octets, made.toBytes());
  }
}
