package org.jpacker.api.contents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;

class OctetReaderTest {
  private static final byte[] EACH =
      new OctetWriter("test")
          .u8(0xff)
          .u16(0xfffe)
          .u24(0xfffefd)
          .u32(0xfffefdfcL)
          .u48(0xfffefdfcfbfaL)
          .u64(-2)
          .address(Address.Ipv4.of("192.0.2.1"))
          .addresses(List.of(Address.Ipv6.of("2001:db8::1"), Address.Mac.of("02:00:00:00:00:01")))
          .octets(OctetString.of(7, 8))
          .padTo(8)
          .octets();

  @Test
  void writtenValuesAreReadBack() {
    OctetReader in = new OctetReader(EACH);
    assertEquals(0xff, in.u8());
    assertEquals(0xfffe, in.u16());
    assertEquals(0xfffefd, in.u24());
    assertEquals(0xfffefdfcL, in.u32());
    assertEquals(0xfffefdfcfbfaL, in.u48());
    assertEquals(-2, in.u64());
    assertEquals("192.0.2.1", in.ipv4().toString());
    assertEquals("2001:db8::1", in.ipv6().toString());
    assertEquals("02:00:00:00:00:01", in.mac().toString());
    assertEquals(OctetString.of(7, 8), in.take(2));
    assertEquals(0, EACH.length % 8);
    assertEquals(EACH.length - 52, in.left());
    in.rest();
    assertFalse(in.hasMore() || in.isShort());
  }

  @Test
  void zerosFollowTheEnd() {
    OctetReader in = new OctetReader(new byte[] {1, 2, 3}, 1, 1);
    assertEquals(0x0200, in.u16());
    assertTrue(in.isShort());
    assertEquals(0, in.u64());
    assertEquals("0.0.0.0", in.ipv4().toString());
    assertEquals(OctetString.EMPTY, in.take(Integer.MAX_VALUE));
    assertEquals(OctetString.EMPTY, new OctetReader(EACH).take(-1));
  }

  @Test
  void readerContinuesAfterItsSlice() {
    OctetReader in = new OctetReader(new byte[] {1, 2, 3});
    OctetReader slice = in.slice(2);
    assertEquals(OctetString.of(1, 2), slice.rest());
    assertEquals(3, in.u8());
    assertFalse(in.isShort());
    assertEquals(0, in.slice(1).left());
    assertTrue(in.isShort());
  }

  @Test
  void numberThatDoesNotFitIsRefused() {
    assertEquals(
        "test: 65536 does not fit into 16 bits",
        assertThrows(IllegalArgumentException.class, () -> new OctetWriter("test").u16(65536))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new OctetWriter("test").u8(-1));
    assertThrows(IllegalArgumentException.class, () -> new OctetWriter("test").u32(1L << 32));
    assertArrayEquals(new byte[8], new OctetWriter("test").u64(0).octets());
  }
}
