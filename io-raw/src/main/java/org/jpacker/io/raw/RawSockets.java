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
 * Captures and sends through Linux raw sockets. Requires the capability CAP_NET_RAW; libpcap is
 * needed for filters only. Interfaces are those of the process's network namespace.
 */
public final class RawSockets {
  private static final int MOST_CAPTURES = 256;

  private RawSockets() {}

  /**
   * Lists the interfaces in the network namespace of the process.
   *
   * @throws CaptureException if the system is not Linux or JNA does not work
   */
  public static List<LiveInterface> interfaces() {
    Failure.unlessUsable("interfaces");
    List<LiveInterface> all = new ArrayList<>();
    for (String name : Device.names()) {
      try {
        all.add(Device.named(name).describe());
      } catch (CaptureException e) {
        // disappeared since it was listed
      }
    }
    return all;
  }

  /**
   * Captures packets with their link header on an interface. On {@code any}, and if the link header
   * is unknown, packets get a Linux cooked header (link type 276) instead. Each packet on the
   * loopback interface passes twice and is captured once, unless the direction is {@code OUT}.
   *
   * <p>VLAN tags removed by the interface or the kernel are put back. Time stamps have nanoseconds.
   * Packets of more than 130,000 octets, which segmentation offload may produce, are truncated.
   *
   * <p>The buffer is a ring of at least two blocks of 128 KiB. A block is handed over when it is
   * full or, if it contains a packet, after {@link LiveOptions#readTimeout}, at most 100 ms; with
   * {@link LiveOptions#immediate}, after 1 ms. A reader that pauses may therefore miss packets
   * although the buffer is not full of octets: 8 MiB are 64 blocks, or 64 ms with {@code immediate}
   * and few packets. {@link LiveOptions#queue} helps in this case. Packets are windows on copies of
   * blocks, so a packet that is kept for long keeps its block in memory, unless it is a {@link
   * org.jpacker.api.Packet#copy copy}.
   *
   * @throws CaptureException if the interface cannot be opened; the message says what to do
   */
  public static LiveCapture open(String name, LiveOptions options, ProtocolRegistry registry) {
    Device device = Device.up(name);
    RingCapture capture =
        RingCapture.open(device, Hardware.of(device.hardware()), options, registry);
    return QueuedCapture.around(capture.listen(), options);
  }

  /**
   * Captures on an interface like {@link #open(String, LiveOptions, ProtocolRegistry)}, with the
   * installed protocols.
   *
   * @throws CaptureException if the interface cannot be opened; the message says what to do
   */
  public static LiveCapture open(String name, LiveOptions options) {
    return open(name, options, ProtocolRegistry.installed());
  }

  /**
   * Opens several captures, one for each thread, that share the packets of an interface. From the
   * return of this call on, each packet goes to exactly one of them.
   *
   * @param captures number of captures, up to 256
   * @throws CaptureException as {@link #open}; no capture is left open in this case
   */
  public static List<LiveCapture> fanout(
      String name, int captures, Fanout by, LiveOptions options, ProtocolRegistry registry) {
    if (captures < 1 || captures > MOST_CAPTURES) {
      throw new IllegalArgumentException(
          "the number of captures is from 1 to " + MOST_CAPTURES + ", not " + captures);
    }
    Device device = Device.up(name);
    Hardware hardware = Hardware.of(device.hardware());
    List<RingCapture> all = new ArrayList<>();
    try {
      int group = -1;
      for (int i = 0; i < captures; i++) {
        RingCapture capture = RingCapture.open(device, hardware, options, registry);
        all.add(capture);
        // a socket must listen before it can join; until all have joined, they reject all packets
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
   * Captures the IPv4 and IPv6 packets of an interface, or of all interfaces for {@code any},
   * without their link header: the link type is always 101, raw IP.
   *
   * <p>Packets are captured as they leave the link layer, before firewall and reassembly. The
   * kernel's raw IP sockets are not sufficient: those of IPv4 receive a single protocol each, after
   * reassembly, and those of IPv6 do not provide the header (RFC 3542, section 3).
   *
   * @throws CaptureException as {@link #open}
   */
  public static LiveCapture openIp(String name, LiveOptions options, ProtocolRegistry registry) {
    Hardware networkLayer = new Hardware(Hardware.RAW_IP, true);
    RingCapture capture = RingCapture.open(Device.up(name), networkLayer, options, registry);
    return QueuedCapture.around(capture.listen(), options);
  }

  /**
   * Opens an interface for sending packets that include their link header.
   *
   * @throws CaptureException if the interface cannot be opened; the message says what to do
   */
  public static PacketSender sender(String name) {
    return InterfaceSender.open(Device.up(name));
  }

  /**
   * Sends IPv4 and IPv6 packets, link types 101, 228 and 229, along the system's routes. The kernel
   * adds the link header. In IPv4 headers it always fills in total length and checksum, and also
   * identification and source address if they are zero; IPv6 headers are unchanged. It does not
   * fragment: a packet larger than the interface's MTU is refused.
   *
   * @throws CaptureException if the privilege is missing
   */
  public static PacketSender ipSender() {
    return IpSender.open(null);
  }

  /**
   * Sends IPv4 and IPv6 packets like {@link #ipSender()}, but through one interface, which
   * link-local IPv6 addresses require.
   *
   * @throws CaptureException if the interface does not exist or the privilege is missing
   */
  public static PacketSender ipSender(String name) {
    return IpSender.open(Device.up(name));
  }
}
