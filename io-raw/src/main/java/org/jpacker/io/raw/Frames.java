package org.jpacker.io.raw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;

/**
 * The packets of a block that was copied from the ring. They are windows on the copy, created one
 * at a time. Octets that the kernel removed from a packet are put back in front of it; they
 * overwrite its descriptor, which has been read by then.
 */
final class Frames {
  /** Octets of the Linux cooked header, version 2. */
  static final int SLL2_HEADER = 20;

  // struct tpacket3_hdr: next one at 4, seconds 4, nanoseconds 4, captured 4, original 4, status 4,
  // link layer at 2, network layer at 2, hash 4, VLAN tag 4, VLAN type 2, padding 10
  private static final int SECONDS_AT = 4;
  private static final int NANOS_AT = 8;
  private static final int CAPTURED_AT = 12;
  private static final int ORIGINAL_AT = 16;
  private static final int STATUS_AT = 20;
  private static final int OCTETS_AT = 24;
  private static final int TAG_AT = 32;
  private static final int TAG_TYPE_AT = 36;

  // followed by struct sockaddr_ll: family 2, protocol 2, interface 4, hardware 2, packet type 1,
  // address length 1, address 8
  private static final int PROTOCOL_AT = 50;
  private static final int INTERFACE_AT = 52;
  private static final int HARDWARE_AT = 56;
  private static final int PACKET_TYPE_AT = 58;
  private static final int ADDRESS_AT = 60;

  private static final int HAS_TAG = 0x10;
  private static final int HAS_TAG_TYPE = 0x40;
  private static final int USUAL_TAG_TYPE = 0x8100;
  private static final int TAG = 4;
  private static final int MAC_ADDRESSES = 12;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
  private static final VarHandle WIRE_INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle WIRE_SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final Link link;
  private final int snaplen;
  private byte[] block;
  private int at;
  private int left;

  /**
   * Starts without packets.
   *
   * @param link the link that packets get
   * @param snaplen maximum octets of a packet, including those put back
   */
  Frames(Link link, int snaplen) {
    this.link = link;
    this.snaplen = snaplen;
  }

  /** Begins a block and returns the number of its packets. */
  int start(byte[] copy) {
    block = copy;
    at = (int) INT.get(copy, Ring.FIRST_AT);
    left = (int) INT.get(copy, Ring.PACKETS_AT);
    return left;
  }

  /** The next packet of the block, or null at its end. */
  Packet next() {
    if (left == 0) {
      // packets keep the block alive while they are in use; this field must not
      block = null;
      return null;
    }
    byte[] octets = block;
    int record = at;
    long nanos =
        ((int) INT.get(octets, record + SECONDS_AT) & 0xffffffffL) * 1_000_000_000L
            + (int) INT.get(octets, record + NANOS_AT);
    int captured = (int) INT.get(octets, record + CAPTURED_AT);
    int original = (int) INT.get(octets, record + ORIGINAL_AT);
    int from = record + u16(octets, record + OCTETS_AT);
    left--;
    at = record + (int) INT.get(octets, record);
    int type = link.type();
    int back = 0;
    if (type == Hardware.ETHERNET) {
      int status = (int) INT.get(octets, record + STATUS_AT);
      if ((status & HAS_TAG) != 0 && captured >= MAC_ADDRESSES) {
        putTag(octets, record, from, status);
        back = TAG;
      }
    } else if (type == Hardware.SLL2) {
      putCooked(octets, record, from - SLL2_HEADER);
      back = SLL2_HEADER;
    }
    return new Packet(
        octets, from - back, Math.min(captured + back, snaplen), original + back, nanos, link);
  }

  /** Moves the addresses to the front and puts the tag between them and the rest. */
  private static void putTag(byte[] octets, int record, int from, int status) {
    int tag = (int) INT.get(octets, record + TAG_AT);
    int tagType = (status & HAS_TAG_TYPE) != 0 ? u16(octets, record + TAG_TYPE_AT) : USUAL_TAG_TYPE;
    System.arraycopy(octets, from, octets, from - TAG, MAC_ADDRESSES);
    WIRE_INT.set(octets, from - TAG + MAC_ADDRESSES, tagType << 16 | tag & 0xffff);
  }

  /**
   * Writes a cooked header: protocol 2, reserved 2, interface 4, hardware 2, packet type 1, address
   * length 1, address 8.
   */
  private static void putCooked(byte[] octets, int record, int to) {
    int protocol = u16(octets, record + PROTOCOL_AT);
    int index = (int) INT.get(octets, record + INTERFACE_AT);
    int hardware = u16(octets, record + HARDWARE_AT);
    int typeAndLength = u16(octets, record + PACKET_TYPE_AT);
    long address = (long) LONG.get(octets, record + ADDRESS_AT);
    // the protocol is already in network byte order, and so are adjacent single octets
    SHORT.set(octets, to, (short) protocol);
    SHORT.set(octets, to + 2, (short) 0);
    WIRE_INT.set(octets, to + 4, index);
    WIRE_SHORT.set(octets, to + 8, (short) hardware);
    SHORT.set(octets, to + 10, (short) typeAndLength);
    LONG.set(octets, to + 12, address);
  }

  private static int u16(byte[] octets, int at) {
    return (short) SHORT.get(octets, at) & 0xffff;
  }
}
