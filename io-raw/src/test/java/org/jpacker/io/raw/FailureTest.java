package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.live.LiveOptions;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FailureTest {
  private static final List<String> POWERLESS =
      List.of(
          "setpriv", "--bounding-set=-net_raw,-net_admin", "--inh-caps=-net_raw,-net_admin", "--");

  /** Hides every libpcap that the loader knows behind an empty file, for one process only. */
  private static final List<String> WITHOUT_LIBPCAP =
      List.of(
          "unshare",
          "-m",
          "sh",
          "-c",
          "for f in $(ldconfig -p | sed -n 's/.*libpcap.* => //p'); do"
              + " mount --bind /dev/null $f || exit 1; done; exec \"$0\" \"$@\"");

  @Test
  void whoLacksTheCapabilityIsToldHowToGetIt() throws Exception {
    try (VirtualWire wire = VirtualWire.silent()) {
      assumeTrue(new File("/usr/bin/setpriv").canExecute(), "setpriv is not there");
      String wayOut =
          ": Operation not permitted: this needs the capability CAP_NET_%1$s: run with sudo, or hand"
              + " it on with sudo setpriv --reuid=$(id -u) --regid=$(id -g) --init-groups"
              + " --inh-caps=+net_%2$s --ambient-caps=+net_%2$s COMMAND";
      String raw = wayOut.formatted("RAW", "raw");
      String admin = wayOut.formatted("ADMIN", "admin");
      String here = wire.here();
      assertEquals(here + ": packet socket" + raw, Alone.says(POWERLESS, "capture", here));
      assertEquals(here + ": packet socket" + raw, Alone.says(POWERLESS, "send", here));
      assertEquals("raw IP: raw socket" + raw, Alone.says(POWERLESS, "ip"));
      assertEquals("jptun9: cannot be created" + admin, Alone.says(POWERLESS, "tun", "jptun9"));
    }
  }

  @Test
  void withoutLibpcapOnlyFiltersAreMissed() throws Exception {
    try (VirtualWire wire = VirtualWire.silent()) {
      assertEquals("fine", Alone.says(WITHOUT_LIBPCAP, "capture", wire.here()));
      assertEquals(
          wire.here()
              + ": a filter needs libpcap, which is missing: install it (Debian, Ubuntu:"
              + " apt install libpcap0.8; Fedora: dnf install libpcap), or open without a filter",
          Alone.says(WITHOUT_LIBPCAP, "capture", wire.here(), "udp"));
    }
  }

  @Test
  void anInterfaceThatIsDownOrMissingIsNamed() throws Exception {
    try (VirtualWire wire = VirtualWire.silent()) {
      String here = wire.here();
      CaptureException missing =
          assertThrows(
              CaptureException.class, () -> RawSockets.open("jpnone", LiveOptions.DEFAULTS));
      assertTrue(
          missing.getMessage().matches("jpnone: no such interface, there are: .*lo.*"),
          missing.getMessage());
      assertTrue(missing.getMessage().contains(here), missing.getMessage());
      assertEquals(
          0, new ProcessBuilder("ip", "link", "set", here, "down").inheritIO().start().waitFor());
      for (Runnable opening :
          List.<Runnable>of(
              () -> RawSockets.open(here, LiveOptions.DEFAULTS), () -> RawSockets.sender(here))) {
        CaptureException down = assertThrows(CaptureException.class, opening::run);
        assertEquals(
            here + ": the interface is down: ip link set " + here + " up", down.getMessage());
      }
      for (String name : List.of("", "a-name-that-is-too-long")) {
        CaptureException wrong =
            assertThrows(CaptureException.class, () -> RawSockets.open(name, LiveOptions.DEFAULTS));
        assertTrue(wrong.getMessage().contains("1 to 15 octets"), wrong.getMessage());
      }
    }
  }

  @Test
  void otherSystemsAreToldWhatToUse() {
    assertEquals(
        "raw sockets need Linux, this is Mac OS X: capture with io-libpcap",
        Libc.bind("Mac OS X", "aarch64"));
    assertEquals(
        "raw sockets are supported on [aarch64, amd64, loongarch64, riscv64, s390x, x86_64],"
            + " this is mips: capture with io-libpcap",
        Libc.bind("Linux", "mips"));
  }
}
