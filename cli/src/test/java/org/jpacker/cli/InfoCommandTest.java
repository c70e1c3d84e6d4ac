package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Link;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.NameRecord;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.TimeResolution;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {
  @TempDir Path folder;

  @Test
  void pcapIsDescribed() throws IOException {
    String file = PcapBytes.sample().in(folder);
    Shell.Result result = Shell.run("info", file);
    assertEquals(0, result.status());
    String text = result.out().replaceAll("sha(256|1): .*\n", "");
    int octets = PcapBytes.sample().toBytes().length;
    int data = octets - 24 - 3 * 16;
    assertEquals(
        String.format(
            """
            file:               %s
            format:             pcap
            byte order:         big-endian
            link type:          1 ETHERNET
            size:               %d octets
            packets:            3
            data:               %d octets
            captured:           %d octets
            packet length:      16 to 76 octets, %.2f on average
            first packet:       1970-01-01T00:16:40Z
            last packet:        1970-01-01T00:16:41.500Z
            duration:           1.500000000 s
            rate:               2.00 packets/s, %.2f octets/s, %.2f bit/s
            order:              by time
            interface 0:        ETHERNET, snapshot length 65535, time unit 10^-6 s, 3 packets
            """,
            file, octets, data, data, data / 3.0, data / 1.5, data * 8 / 1.5),
        text);
  }

  private Path pcapng() {
    Path file = folder.resolve("a.pcapng");
    WriteSettings settings =
        WriteSettings.pcapng()
            .sectionOptions(
                new BlockOption.Text(OptionType.SHB_OS, "Li\u001bnux"),
                BlockOption.comment("a section"));
    try (CaptureWriter writer = Pcap.create(file, settings)) {
      writer.declare(
          new CaptureInterface(
              0,
              0,
              1,
              0,
              TimeResolution.NANOSECONDS,
              List.of(
                  new BlockOption.Text(OptionType.IF_NAME, "eth0"),
                  new BlockOption.Number(OptionType.IF_SPEED, 1_000_000_000))));
      Link link = Link.of(1, 0, ProtocolRegistry.installed());
      byte[] octets = PcapBytes.udp("x");
      writer.write(
          new Packet(octets, 0, octets.length, 1500, 1_000_000_001L, link),
          List.of(BlockOption.comment("look\nhere")));
      writer.write(
          new Block.NameResolution(
              List.of(new NameRecord.Names(Address.Ipv4.of("1.2.3.4"), List.of("a.example"))),
              List.of()));
      writer.write(
          new Block.InterfaceStatistics(
              0,
              2_000_000_000L,
              List.of(
                  new BlockOption.Time(OptionType.ISB_STARTTIME, 1_000_000_000L),
                  new BlockOption.Number(OptionType.ISB_IFDROP, 7))));
      writer.write(
          new Block.DecryptionSecrets(0x544c534b, new OctetString(new byte[8]), List.of()));
      writer.write(new Block.Custom(false, 32473, new OctetString(new byte[4])));
    }
    return file;
  }

  @Test
  void pcapngIsDescribedWithAllThatItSays() {
    String out = Shell.run("info", pcapng().toString()).out();
    for (String line :
        List.of(
            "comments:           1 on packets",
            "  packet 1:         look\\x0ahere",
            "  shb_os:           Li\\x1bnux",
            "  opt_comment:      a section",
            "interface 0:        ETHERNET, no snapshot length, time unit 10^-9 s, 1 packets",
            "  if_name:          eth0",
            "  if_speed:         1000000000",
            "statistics:         interface 0 at 1970-01-01T00:00:02Z",
            "  isb_starttime:    1970-01-01T00:00:01Z",
            "  isb_ifdrop:       7",
            "names:              1 addresses",
            "  1.2.3.4:          a.example",
            "secrets:            type 0x544c534b, 8 octets",
            "custom block:       enterprise 32473, 4 octets, not to be copied")) {
      assertTrue(out.contains("\n" + line + "\n"), () -> line + " is missing in\n" + out);
    }
    assertTrue(out.contains("\ncaptured:           43 octets, 1 packets cut short\n"), out);
    out.chars().filter(c -> c != '\n').forEach(c -> assertFalse(Character.isISOControl(c)));
  }

  @Test
  void jsonIsOneObjectForEachFile() throws IOException {
    String pcap = PcapBytes.sample().in(folder);
    List<String> lines = Shell.run("info", "--json", pcap, pcapng().toString()).lines();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("\"packets\":3,"), lines.get(0));
    String json = lines.get(1);
    for (String member :
        List.of(
            "\"first\":\"1.000000001\"",
            "{\"name\":\"if_name\",\"value\":\"eth0\"}",
            "{\"name\":\"isb_ifdrop\",\"value\":7}",
            "\"comments\":[{\"packet\":1,\"text\":\"look\\u000ahere\"}]",
            "\"names\":[{\"address\":\"1.2.3.4\",\"names\":[\"a.example\"]}]")) {
      assertTrue(json.contains(member), () -> member + " is missing in\n" + json);
    }
  }

  /** A number that a JSON reader cannot hold is text; only the offset of time stamps has a sign. */
  @Test
  void numbersOf64BitsHaveNoSignButForTheOffsetOfTimes() throws IOException {
    Path file = folder.resolve("b.pcapng");
    String section = "0a0d0d0a 1c000000 4d3c2b1a 01000000 ffffffffffffffff 1c000000";
    String speed = "0800 0800 ffffffffffffffff";
    String offset = "0e00 0800 f0f1ffffffffffff";
    String described =
        "01000000 30000000 0100 0000 00000000" + speed + offset + "00000000 30000000";
    Files.write(file, HexFormat.of().parseHex((section + described).replace(" ", "")));
    String out = Shell.run("info", file.toString()).out();
    assertTrue(out.contains("\n  if_speed:         18446744073709551615\n"), out);
    assertTrue(out.contains("\n  if_tsoffset:      -3600\n"), out);
    String json = Shell.run("info", "--json", file.toString()).out();
    assertTrue(json.contains("{\"name\":\"if_speed\",\"value\":\"18446744073709551615\"}"), json);
    assertTrue(json.contains("{\"name\":\"if_tsoffset\",\"value\":-3600}"), json);
  }

  @Test
  void tableHasOneLineForEachFile() throws IOException {
    String pcap = PcapBytes.sample().in(folder);
    List<String> lines = Shell.run("info", "--table", pcap, pcapng().toString()).lines();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).startsWith("FILE "), lines.get(0));
    assertTrue(lines.get(1).matches(".* pcap +1 ETHERNET +3 .*"), lines.get(1));
    assertTrue(lines.get(2).matches(".* pcapng +1 ETHERNET +1 .*"), lines.get(2));
    assertEquals(2, Shell.run("info", "--table", "--json", pcap).status());
  }

  @Test
  void damageIsSaidBehindWhatWasWhole() throws IOException {
    String cut = PcapBytes.sample().cutIn(folder, 1);
    Shell.Result result = Shell.run("info", cut, "none.pcap", pcapng().toString());
    assertEquals(1, result.status());
    assertTrue(result.out().contains("packets:            2\n"), result.out());
    assertTrue(result.out().contains("a.pcapng\n"), result.out());
    List<String> errors = result.err().lines().toList();
    assertEquals(2, errors.size(), result.err());
    assertTrue(errors.get(0).startsWith("jpacker: " + cut + ": offset "), result.err());
    assertEquals("jpacker: none.pcap: no such file", errors.get(1));
  }

  @Test
  void standardInputIsCalledDash() {
    Shell.Result result = Shell.runOn(PcapBytes.sample().toBytes(), "info", "-");
    assertEquals(0, result.status());
    assertTrue(result.out().startsWith("file:               standard input\n"), result.out());
    assertFalse(result.out().contains("sha256"), "nothing to read a second time");
  }
}
