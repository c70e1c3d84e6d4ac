package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InternetChecksumTest {

  /** RFC 1071, section 3: "0001 f203 f4f5 f6f7" sums to ddf2. */
  @Test
  void exampleOfRfc1071() {
    byte[] octets = HexFormat.of().parseHex("0001f203f4f5f6f7");
    assertEquals(0xddf2, new InternetChecksum().add(octets, 0, 8).sum());
    assertEquals(0x220d, new InternetChecksum().add(octets, 0, 8).value());
  }

  @Property
  void sumInPiecesIsTheSumOfTheWhole(@ForAll @Size(max = 70) byte[] octets, @ForAll int cut) {
    int at = octets.length == 0 ? 0 : Math.floorMod(cut, octets.length + 1);
    InternetChecksum pieces =
        new InternetChecksum().add(octets, 0, at).add(octets, at, octets.length);
    assertEquals(plain(octets), pieces.sum());
  }

  private static int plain(byte[] octets) {
    int sum = 0;
    for (int i = 0; i < octets.length; i++) {
      sum += (octets[i] & 0xff) << ((i & 1) == 0 ? 8 : 0);
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum;
  }
}
