package org.jpacker.io.raw;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;
import org.jpacker.live.spi.QueuedCapture;

/**
 * Captures and sends through the raw sockets of Linux. Needs the capability CAP_NET_RAW, and
 * libpcap for filters only. The interfaces are those of the network namespace that the process runs
 * in.
 */
public final class RawSockets {
  private static final int MOST_CAPTURES = 256;

  private RawSockets() {}

  /**
   * The interfaces that are there.
   *
   * @throws CaptureException if this is no Linux, or JNA cannot work
   */
  public static List<LiveInterface> interfaces() {
    Failure.unlessUsable("interfaces");
    List<LiveInterface> all = new ArrayList<>();
    for (String name : Device.names()) {
      try {
        all.add(Device.named(name).describe());
      } catch (CaptureException e) {
        // gone since it was listed
      }
    }
    return all;
  }

  /**
   * Captures on an interface, with its link header; on {@code any}, all interfaces, with a Linux
   * cooked header (link type 276), and so where the link header is not known. Packets on loopback
   * pass twice and are captured once, unless the direction is {@code OUT}.
   *
   * <p>VLAN tags that the interface or the kernel took off are put back. Time stamps have
   * nanoseconds. A packet of more than 130,000 octets, as segmentation offload can be told to make
   * them, is cut.
   *
   * <p>The buffer is a ring of blocks of 128 KiB, two at least. A block is handed over when it is
   * full or, with a packet in it, after {@link LiveOptions#readTimeout} but at most 100 ms; after 1
   * ms with {@link LiveOptions#immediate}. So a reader that pauses may miss packets although the
   * buffer is not full of octets: 8 MiB are 64 blocks, hence 64 ms with {@code immediate} and few
   * packets. {@link LiveOptions#queue} helps. Packets are windows on copies of blocks: one that is
   * kept for long holds its block, unless it is a {@link org.jpacker.api.Packet#copy copy}.
   *
   * @throws CaptureException if it cannot be opened; the reason says what to do
   */
  public static LiveCapture open(String name, LiveOptions options, ProtocolRegistry registry) {
    Device device = Device.up(name);
    RingCapture capture =
        RingCapture.open(device, Hardware.of(device.hardware()), options, registry);
    return QueuedCapture.around(capture.listen(), options);
  }

  /** The same with the installed protocols. */
  public static LiveCapture open(String name, LiveOptions options) {
    return open(name, options, ProtocolRegistry.installed());
  }

  /**
   * Opens several captures, for a thread each, that share the packets of an interface: from the
   * moment that this returns, each packet goes to exactly one of them.
   *
   * @param captures their number, up to 256
   * @throws CaptureException as {@link #open}; no capture is left open then
   */
  public static List<LiveCapture> fanout(
      String name, int captures, Fanout by, LiveOptions options, ProtocolRegistry registry) {
    if (captures < 1 || captures > MOST_CAPTURES) {
      throw new IllegalArgumentException(
          "captures are from 1 to " + MOST_CAPTURES + ", not " + captures);
    }
    Device device = Device.up(name);
    Hardware hardware = Hardware.of(device.hardware());
    List<RingCapture> all = new ArrayList<>();
    try {
      int group = -1;
      for (int i = 0; i < captures; i++) {
        RingCapture capture = RingCapture.open(device, hardware, options, registry);
        all.add(capture);
        // a socket has to listen before it may share; until all do, none hears
        capture.listenDeaf();
        group = capture.share(by, group);
      }
      all.forEach(RingCapture::hear);
    } catch (RuntimeException e) {
      all.forEach(RingCapture::close);
      throw e;
    }
    return all.stream().map(capture -> QueuedCapture.around(capture, options)).toList();
  }

  /**
   * Captures IPv4 and IPv6 packets of an interface, or of all for {@code any}, without their link
   * header: link type 101, whatever the interface is.
   *
   * <p>They are taken where the link layer hands them over, before firewall and reassembly. The
   * kernel's raw IP sockets could not give as much: those of IPv4 receive packets of one protocol
   * each, put together from fragments, those of IPv6 no header at all (RFC 3542, section 3).
   *
   * @throws CaptureException as {@link #open}
   */
  public static LiveCapture openIp(String name, LiveOptions options, ProtocolRegistry registry) {
    Hardware networkLayer = new Hardware(Hardware.RAW_IP, true);
    RingCapture capture = RingCapture.open(Device.up(name), networkLayer, options, registry);
    return QueuedCapture.around(capture.listen(), options);
  }

  /**
   * Sends packets with their link header through an interface.
   *
   * @throws CaptureException if it cannot be opened; the reason says what to do
   */
  public static PacketSender sender(String name) {
    return InterfaceSender.open(Device.up(name));
  }

  /**
   * Sends IPv4 and IPv6 packets, link types 101, 228 and 229, wherever the routes lead. The kernel
   * adds the link header. Of IPv4 headers it always fills in total length and checksum, and
   * identification and source where they are zero; IPv6 headers it leaves alone. It does not
   * fragment: a packet that is larger than the interface takes is refused.
   *
   * @throws CaptureException if the privilege is missing
   */
  public static PacketSender ipSender() {
    return IpSender.open(null);
  }

  /**
   * The same through one interface, which link-local IPv6 addresses need.
   *
   * @throws CaptureException if there is no such interface, or the privilege is missing
   */
  public static PacketSender ipSender(String name) {
    return IpSender.open(Device.up(name));
  }
}
