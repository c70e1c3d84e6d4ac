package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Frame;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void addressesPortsFlagsAndValuesStandInOneLine() {
    assertEquals(
        "1 0.000000 1.2.3.4:80 > 5.6.7.8:1234 port 72 [syn,ack] seq=4000000000 len=6",
        line(Samples.segment()));
  }

  @Test
  void portsOfTheOtherProtocolAreTexts() {
    assertEquals(
        "1 0.000000 1.2.3.4:7 > 5.6.7.8:40000 chat 79 hello there count=2",
        line(Samples.chat("hello there")));
  }

  @Test
  void linkAddressesAreShownIfThereAreNoOthers() {
    assertEquals(
        "1 0.000000 06:07:08:09:0a:ff > 00:01:02:03:04:05 wire 17 type=0x1234 len=3",
        line(wire("1234 616263")));
  }

  @Test
  void valuesAreShownByName() {
    Net net = Samples.net();
    Net.KIND.set(net, 1);
    Net.TTL.set(net, 3);
    Net.SKEW.set(net, -2);
    assertEquals(
        "1 0.000000 1.2.3.4 > 5.6.7.8 net 54 ping (request) ttl=3 skew=-2",
        line(Samples.read(Samples.wire(), net)));
  }

  @Test
  void longTextIsCutToAGivenWidth() {
    String before = "1 0.000000 1.2.3.4:7 > 5.6.7.8:40000 chat 168 ";
    Packet packet = Samples.chat("x".repeat(100));
    StringBuilder out = new StringBuilder();
    new Summary(Summary.Time.RELATIVE, 60).append(out, Frame.of(packet));
    assertEquals(before + "x".repeat(56) + "...", out.toString());
    assertEquals(before + "x".repeat(100) + " count=1", line(packet));
  }

  @Test
  void textCannotLeaveItsLine() {
    assertEquals(
        "1 0.000000 1.2.3.4:7 > 5.6.7.8:40000 chat 75 a\\x0a\\x1b[2Jb count=1",
        line(Samples.chat("a\n\u001b[2Jb")));
  }

  @Test
  void capturedLengthIsShownIfItIsLess() {
    byte[] octets = Samples.segment().toBytes();
    Packet snapped = Samples.read(Arrays.copyOf(octets, 70), 1514, Samples.TIME);
    assertEquals(
        "1 0.000000 1.2.3.4:80 > 5.6.7.8:1234 port 70/1514 [syn,ack] seq=4000000000 len=4",
        line(snapped));
  }

  @Test
  void refusedOctetsAreNotedWithTheReason() {
    byte[] octets = Samples.segment().toBytes();
    Packet cut = Samples.read(Arrays.copyOf(octets, 57));
    assertEquals(
        "1 0.000000 1.2.3.4 > 5.6.7.8 net 57 malformed port: header needs 12 octets, found 3"
            + " (limited by captured length) at offset 54",
        line(cut));
  }

  @Test
  void octetsWithoutAnyHeaderArePreviewed() {
    Packet packet = Packet.read(new byte[] {0x41, 0x0a, 0x42}, 9999, Samples.REGISTRY);
    assertEquals("1 - raw 3 3 octets: 41 0a 42 'A.B'", line(packet));
  }

  @Test
  void emptyPacketIsShownToo() {
    assertEquals("1 - raw 0", line(Packet.read(new byte[0], 9999, Samples.REGISTRY)));
  }

  @Test
  void timeIsShownInTheRequestedFormat() {
    Frame frame = new Frame(12, Samples.TIME - 1_500_000_000L, wire("0000"));
    assertEquals("12 1.500000 06", start(Summary.Time.RELATIVE, frame, 14));
    assertEquals("12 1417577703.821897000 06", start(Summary.Time.EPOCH, frame, 26));
    assertEquals("12 2014-12-03 03:35:03.821897 06", start(Summary.Time.UTC, frame, 32));
  }

  private static Packet wire(String hex) {
    byte[] head = Arrays.copyOf(Samples.read(Samples.wire()).toBytes(), 12);
    String rest = hex.replace(" ", "");
    byte[] octets = Arrays.copyOf(head, 12 + rest.length() / 2);
    for (int i = 12; i < octets.length; i++) {
      octets[i] = (byte) Integer.parseInt(rest.substring(2 * i - 24, 2 * i - 22), 16);
    }
    return Samples.read(octets);
  }

  private static String start(Summary.Time time, Frame frame, int length) {
    StringBuilder out = new StringBuilder();
    new Summary(time).append(out, frame);
    return out.substring(0, length);
  }

  private static String line(Packet packet) {
    StringBuilder out = new StringBuilder();
    new Summary(Summary.Time.RELATIVE).append(out, Frame.of(packet));
    return out.toString();
  }
}
