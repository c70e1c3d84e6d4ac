package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  /** The examples of RFC 5952, sections 1 to 5. */
  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:DB8::A, 2001:db8::a",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "0:0:0:0:0:0:0:0, ::",
    "::1, ::1",
    "fe80::, fe80::",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8"
  })
  void ipv6TextIsCanonical(String text, String canonical) {
    assertEquals(canonical, Address.Ipv6.of(text).toString());
  }

  @Test
  void ipv6TextAgreesWithTheJdk() throws UnknownHostException {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      byte[] octets = new byte[16];
      random.nextBytes(octets);
      for (int j = 0; j < 16; j++) {
        octets[j] = random.nextBoolean() ? 0 : octets[j];
      }
      Address.Ipv6 address = Address.Ipv6.of(octets);
      assertArrayEquals(octets, address.toBytes());
      assertEquals(address, Address.Ipv6.of(address.toString()));
      byte[] jdk = InetAddress.getByName("[" + address + "]").getAddress();
      assertArrayEquals(
          jdk.length == 16 ? octets : java.util.Arrays.copyOfRange(octets, 12, 16), jdk);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "1::2::3",
        "1:2:3",
        "g::",
        "12345::",
        "1:2:3:4:5:6:7:8:9",
        "::1.2.3",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4:5:6:7:8::",
        "1.2.3.4::",
        "1.2.3.4::1.2.3.4",
        "::1.2.3.256",
        "localhost"
      })
  void badIpv6TextIsRefused(String text) {
    assertEquals(
        "not an IPv6 address: '" + text + "'",
        assertThrows(IllegalArgumentException.class, () -> Address.Ipv6.of(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "a.b.c.d", "1..2.3", "localhost"})
  void badIpv4TextIsRefused(String text) {
    assertEquals(
        "not an IPv4 address (four numbers from 0 to 255): '" + text + "'",
        assertThrows(IllegalArgumentException.class, () -> Address.Ipv4.of(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00:01:02:03:04", "00:01:02:03:04:05:06", "0:1:2:3:4:5", "zz:01:02:03:04:05"})
  void badMacTextIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Address.Mac.of(text));
  }

  @Test
  void macTakesColonsAndHyphens() {
    Address.Mac mac = Address.Mac.of("00-1B-c0:ff:ee:01");
    assertEquals("00:1b:c0:ff:ee:01", mac.toString());
    assertEquals(mac, Address.Mac.of(mac.toBytes()));
    assertTrue(Address.Mac.BROADCAST.isMulticast());
  }

  @Test
  void addressesCompareAsUnsignedNumbers() {
    assertTrue(Address.Ipv4.of("200.0.0.1").compareTo(Address.Ipv4.of("100.0.0.1")) > 0);
    assertTrue(Address.Ipv6.of("ff02::1").compareTo(Address.Ipv6.of("2001:db8::1")) > 0);
  }
}
