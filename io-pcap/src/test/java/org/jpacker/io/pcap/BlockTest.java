package org.jpacker.io.pcap;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.CaptureException;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;

/** Encoding of blocks and options, octet by octet according to the draft. */
class BlockTest {

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static OctetString string(String hex) {
    return new OctetString(hex(hex));
  }

  private static void encodes(Block block, ByteOrder order, String octets) {
    assertEquals(
        octets.replace(" ", ""), HexFormat.of().formatHex(BlockCodec.encode(block, order)));
    assertEquals(block, BlockCodec.decode(block.type(), hex(octets), order, 0));
  }

  private static void encodes(int block, BlockOption option, String big, String little) {
    for (ByteOrder order : List.of(BIG_ENDIAN, LITTLE_ENDIAN)) {
      String octets = (order == BIG_ENDIAN ? big : little).replace(" ", "") + "00000000";
      byte[] encoded = OptionCodec.encode(List.of(option), order);
      assertEquals(octets, HexFormat.of().formatHex(encoded), option::toString);
      ByteBuffer in = ByteBuffer.wrap(encoded).order(order);
      assertEquals(List.of(option), OptionCodec.decode(block, in));
    }
  }

  @Test
  void optionsHaveTheOctetsThatTheDraftGives() {
    int idb = Block.INTERFACE;
    int epb = Block.ENHANCED_PACKET;
    int isb = Block.INTERFACE_STATISTICS;
    encodes(
        idb,
        BlockOption.comment("abcde"),
        "0001 0005 6162636465000000",
        "0100 0500 6162636465000000");
    encodes(
        idb,
        new BlockOption.Ipv4Network(
            Address.Ipv4.of("192.168.1.1"), Address.Ipv4.of("255.255.255.0")),
        "0004 0008 c0a80101ffffff00",
        "0400 0800 c0a80101ffffff00");
    encodes(
        idb,
        new BlockOption.Ipv6Network(Address.Ipv6.of("2001:db8::1"), 64),
        "0005 0011 20010db8000000000000000000000001 40000000",
        "0500 1100 20010db8000000000000000000000001 40000000");
    encodes(
        idb,
        new BlockOption.Mac(Address.Mac.of("00:01:02:03:04:05")),
        "0006 0006 0001020304050000",
        "0600 0600 0001020304050000");
    encodes(
        idb,
        new BlockOption.Eui64(0x0234_56ff_fe78_9abcL),
        "0007 0008 023456fffe789abc",
        "0700 0800 023456fffe789abc");
    encodes(
        idb,
        new BlockOption.Number(OptionType.IF_SPEED, 100_000_000),
        "0008 0008 0000000005f5e100",
        "0800 0800 00e1f50500000000");
    encodes(
        idb,
        new BlockOption.Resolution(new TimeResolution(0x8a)),
        "0009 0001 8a000000",
        "0900 0100 8a000000");
    encodes(
        idb,
        new BlockOption.Tagged(OptionType.IF_FILTER, 0, string("746370")),
        "000b 0004 00746370",
        "0b00 0400 00746370");
    encodes(
        idb,
        new BlockOption.Number(OptionType.IF_TSOFFSET, -1),
        "000e 0008 ffffffffffffffff",
        "0e00 0800 ffffffffffffffff");
    encodes(epb, new BlockOption.Flags(0x0102_0005), "0002 0004 01020005", "0200 0400 05000201");
    encodes(
        epb,
        new BlockOption.Tagged(OptionType.EPB_HASH, 2, string("01020304")),
        "0003 0005 0201020304000000",
        "0300 0500 0201020304000000");
    encodes(
        epb,
        new BlockOption.Number(OptionType.EPB_QUEUE, 0xffff_fffeL),
        "0006 0004 fffffffe",
        "0600 0400 feffffff");
    // the upper half of a time comes first in both byte orders
    encodes(
        isb,
        new BlockOption.Time(OptionType.ISB_STARTTIME, 0x0004_c39d_2098_7654L),
        "0002 0008 0004c39d 20987654",
        "0200 0800 9dc30400 54769820");
    encodes(
        epb,
        new BlockOption.Custom(2988, 32473, string("6162")),
        "0bac 0006 00007ed9 61620000",
        "ac0b 0600 d97e0000 61620000");
    encodes(
        epb,
        new BlockOption.Unknown(999, string("01")),
        "03e7 0001 01000000",
        "e703 0100 01000000");
    encodes(
        Block.NAME_RESOLUTION,
        new BlockOption.NameServer(Address.Ipv4.of("8.8.4.4")),
        "0003 0004 08080404",
        "0300 0400 08080404");
  }

  @Test
  void optionsThatAreNotWhatTheirTypesSayKeepTheirOctets() {
    // if_speed of one octet; a comment that is not UTF-8; a truncated option
    ByteBuffer in =
        ByteBuffer.wrap(hex("0008 0001 02000000 0001 0001 ff000000 0009 0100 06"))
            .order(BIG_ENDIAN);
    List<BlockOption> options = OptionCodec.decode(Block.INTERFACE, in);
    assertEquals(new BlockOption.Unknown(8, string("02")), options.get(0));
    assertEquals(new BlockOption.Unknown(1, string("ff")), options.get(1));
    assertEquals(
        "option 9 claims 256 octets, its block has 1 left",
        ((BlockOption.Malformed) options.get(2)).reason());
  }

  @Test
  void zeroOctetEndsText() {
    // "ab", its end, and octets that are not UTF-8
    BlockOption.Text comment = new BlockOption.Text(OptionType.OPT_COMMENT, "ab", string("0087ff"));
    encodes(
        Block.ENHANCED_PACKET,
        comment,
        "0001 0005 61620087 ff000000",
        "0100 0500 61620087 ff000000");
  }

  @Test
  void blocksHaveTheOctetsThatTheDraftGives() {
    List<BlockOption> comment = List.of(BlockOption.comment("x"));
    String text = "0001 0001 78000000 00000000";
    encodes(
        new Block.SectionHeader(BIG_ENDIAN, comment),
        BIG_ENDIAN,
        "1a2b3c4d 0001 0000 ffffffffffffffff" + text);
    encodes(
        new Block.InterfaceDescription(1, 96, comment), BIG_ENDIAN, "0001 0000 00000060" + text);
    encodes(
        new Block.EnhancedPacket(1, 0x0004_c39d_2098_7654L, 60, string("010203"), comment),
        BIG_ENDIAN,
        "00000001 0004c39d 20987654 00000003 0000003c 01020300" + text);
    encodes(
        new Block.OldPacket(1, 0xffff, 0x0004_c39d_2098_7654L, 60, string("010203"), List.of()),
        LITTLE_ENDIAN,
        "0100 ffff 9dc30400 54769820 03000000 3c000000 01020300");
    encodes(new Block.SimplePacket(3, string("010203")), BIG_ENDIAN, "00000003 01020300");
    encodes(
        new Block.NameResolution(
            List.of(
                new NameRecord.Names(Address.Ipv4.of("1.2.3.4"), List.of("ab", "c")),
                new NameRecord.Unknown(9, string("05"))),
            comment),
        BIG_ENDIAN,
        "0001 0009 01020304 61620063 00000000 0009 0001 05000000 00000000" + text);
    encodes(
        new Block.InterfaceStatistics(2, 0x0004_c39d_2098_7654L, comment),
        BIG_ENDIAN,
        "00000002 0004c39d 20987654" + text);
    encodes(
        new Block.DecryptionSecrets(0x544c_534b, string("0102030405"), comment),
        BIG_ENDIAN,
        "544c534b 00000005 01020304 05000000" + text);
    encodes(new Block.Custom(true, 32473, string("01020304")), BIG_ENDIAN, "00007ed9 01020304");
    encodes(new Block.Custom(false, 32473, string("01020304")), LITTLE_ENDIAN, "d97e0000 01020304");
    encodes(new Block.Unknown(0x7777, string("01020304")), BIG_ENDIAN, "01020304");
  }

  @Test
  void contentsThatDoNotFitAreMalformedWithTheReason() {
    assertEquals(
        "9 octets are claimed, there is room for 4",
        reason(Block.SIMPLE_PACKET, "00000009 01020304"));
    assertEquals(
        "contents of 4 octets are too few for this block",
        reason(Block.INTERFACE_STATISTICS, "00000000"));
    assertEquals(
        "4294967295 octets are claimed, there is room for 0",
        reason(Block.DECRYPTION_SECRETS, "544c534b ffffffff"));
  }

  private static String reason(int type, String octets) {
    Block block = BlockCodec.decode(type, hex(octets), BIG_ENDIAN, 0);
    return ((Block.Malformed) block).reason();
  }

  @Test
  void everyBlockOfMixedSectionsIsReadAndCopied() {
    byte[] file =
        CaptureFile.pcapng(BIG_ENDIAN)
            .networkInterface(1, 4)
            .block(3, ByteBuffer.allocate(8).putInt(6))
            .order(LITTLE_ENDIAN)
            .section()
            .networkInterface(101, 0)
            .enhanced(0, 5, new byte[] {1, 2, 3}, 3)
            .block(0x99, ByteBuffer.allocate(4))
            .toBytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> names = new ArrayList<>();
    try (BlockReader reader = BlockReader.open(new ByteArrayInputStream(file));
        BlockWriter writer = BlockWriter.create(out, WriteSettings.pcapng())) {
      for (Block block : reader) {
        names.add(block.name() + "@" + reader.offset());
        writer.copy(reader);
        if (block instanceof Block.SimplePacket packet) {
          // the interface's snapshot length is four octets
          assertEquals(4, packet.octets().size());
        }
      }
      assertNull(reader.next());
    }
    assertEquals(
        List.of("SHB@0", "IDB@28", "SPB@48", "SHB@68", "IDB@96", "EPB@116", "0x99@152"), names);
    assertEquals(HexFormat.of().formatHex(file), HexFormat.of().formatHex(out.toByteArray()));
    CaptureFile.Contents contents = CaptureFile.read(file);
    assertNull(contents.damage());
    assertEquals(2, contents.packets().size());
  }

  @Test
  void blockReaderTakesOverFreshCaptures() {
    byte[] file = CaptureFile.pcapng(BIG_ENDIAN).networkInterface(1, 0).toBytes();
    try (FileCapture capture = Pcap.open(new ByteArrayInputStream(file), CaptureFile.NOTHING)) {
      BlockReader reader = BlockReader.of(capture);
      assertEquals("SHB", reader.next().name());
      assertEquals("IDB", reader.next().name());
      assertNull(reader.next());
      assertThrows(IllegalStateException.class, () -> BlockReader.of(capture));
    }
    byte[] pcap = CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1).toBytes();
    assertEquals(
        "stream: offset 0: is not a pcapng file",
        assertThrows(CaptureException.class, () -> BlockReader.open(new ByteArrayInputStream(pcap)))
            .getMessage());
  }

  @Test
  void writerRefusesWhatIsNoPcapng() {
    BlockWriter writer = BlockWriter.create(new ByteArrayOutputStream(), WriteSettings.pcapng());
    Block custom = new Block.Custom(true, 1, string("00"));
    assertThrows(IllegalStateException.class, () -> writer.write(custom));
    writer.write(new Block.SectionHeader(BIG_ENDIAN, List.of()));
    Block tooLong =
        new Block.InterfaceDescription(1, 0, List.of(BlockOption.comment("x".repeat(65_536))));
    String message =
        assertThrows(IllegalArgumentException.class, () -> writer.write(tooLong)).getMessage();
    assertEquals("opt_comment has 65536 octets, an option at most 65535", message);
    assertThrows(
        IllegalArgumentException.class, () -> new BlockOption.Text(OptionType.IF_SPEED, "fast"));
    assertThrows(
        IllegalArgumentException.class, () -> new BlockOption.Number(OptionType.EPB_QUEUE, -1));
  }

  @Test
  void secretsStayOutOfLogs() {
    assertTrue(
        !new Block.DecryptionSecrets(1, string("deadbeef"), List.of()).toString().contains("dead"));
  }

  @Test
  void namesFollowTheDraft() {
    assertEquals("if_tsresol", OptionType.IF_TSRESOL.label());
    assertEquals("10^-6 s", TimeResolution.MICROSECONDS.toString());
    assertEquals("2^-10 s", new TimeResolution(0x8a).toString());
  }

  /** Section 4.2 of the draft: the offset of time stamps is the only signed number. */
  @Test
  void numbersHaveNoSignButForTheOffsetOfTimes() {
    String most = "18446744073709551615";
    BlockOption.Number speed = new BlockOption.Number(OptionType.IF_SPEED, -1);
    assertEquals(most, speed.text());
    assertEquals("Number[type=IF_SPEED, value=" + most + "]", speed.toString());
    assertEquals("-1", new BlockOption.Number(OptionType.IF_TSOFFSET, -1).text());
    assertEquals(
        "Time[type=ISB_STARTTIME, units=" + most + "]",
        new BlockOption.Time(OptionType.ISB_STARTTIME, -1).toString());
  }
}
