package org.jpacker.proto.icmp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.InternetChecksum;
import org.jpacker.proto.icmp.IcmpExtension.Label;
import org.jpacker.proto.icmp.IcmpExtension.MplsLabelStack;
import org.jpacker.proto.icmp.IcmpExtension.Unknown;

/**
 * What errors have behind the packet that they quote, <a
 * href="https://www.rfc-editor.org/rfc/rfc4884#section-7">RFC 4884, section 7</a>.
 *
 * <pre>
 * +-------+-------------------------------+-------------------------------+
 * |version|       reserved (12)           |           checksum            |
 * +-------+-------------------------------+---------------+---------------+
 * |            length             |     class     |     type      | data, and so on
 * +-------------------------------+---------------+---------------+
 * </pre>
 */
final class IcmpExtensions {
  /** "the 'original datagram' field MUST contain at least 128 octets" where extensions follow. */
  static final int LEAST_QUOTE = 128;

  private static final int HEADER = 4;
  private static final int OBJECT = 4;
  private static final int VERSION = 2;
  private static final int LABEL = 4;

  private IcmpExtensions() {}

  /**
   * Octets of the quoted packet, padding included.
   *
   * @param body what follows the first eight octets of the message
   * @param length what the message says of it, in octets; 0 if it says nothing
   */
  static int quoteSize(byte[] body, int length) {
    if (length > 0) {
      return Math.min(length, body.length);
    }
    // section 5.5: who does not know the length sends 128 octets; a good checksum tells
    return hasStructure(body, LEAST_QUOTE) ? LEAST_QUOTE : body.length;
  }

  private static boolean hasStructure(byte[] body, int at) {
    return body.length >= at + HEADER + OBJECT
        && (body[at] & 0xff) >>> 4 == VERSION
        && (body[at + 2] | body[at + 3]) != 0
        && new InternetChecksum().add(body, at, body.length).value() == 0;
  }

  /** The objects in what follows the quoted packet, as many as are whole. */
  static List<IcmpExtension> decode(byte[] body, int from) {
    List<IcmpExtension> extensions = new ArrayList<>();
    if (body.length - from < HEADER || (body[from] & 0xff) >>> 4 != VERSION) {
      return List.of();
    }
    ByteBuffer in = ByteBuffer.wrap(body, from + HEADER, body.length - from - HEADER);
    while (in.remaining() >= OBJECT) {
      int length = Short.toUnsignedInt(in.getShort());
      int number = Byte.toUnsignedInt(in.get());
      int type = Byte.toUnsignedInt(in.get());
      if (length < OBJECT || length - OBJECT > in.remaining()) {
        break;
      }
      byte[] octets = new byte[length - OBJECT];
      in.get(octets);
      boolean isStack = number == 1 && type == 1 && octets.length % LABEL == 0;
      extensions.add(isStack ? stack(octets) : new Unknown(number, type, octets));
    }
    return List.copyOf(extensions);
  }

  private static MplsLabelStack stack(byte[] octets) {
    List<Label> labels = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(octets);
    while (in.hasRemaining()) {
      int entry = in.getInt();
      labels.add(new Label(entry >>> 12, entry >>> 9 & 7, (entry >>> 8 & 1) == 1, entry & 0xff));
    }
    return new MplsLabelStack(labels);
  }

  /**
   * The quoted packet, padded, and the objects behind it.
   *
   * @param unit the padded packet is a multiple of so many octets
   */
  static byte[] encode(byte[] quoted, int unit, List<? extends IcmpExtension> extensions) {
    int from = Math.max(LEAST_QUOTE, (quoted.length + unit - 1) / unit * unit);
    int size = HEADER;
    for (IcmpExtension extension : extensions) {
      size += OBJECT + data(extension).length;
    }
    ByteBuffer out = ByteBuffer.allocate(from + size);
    out.put(quoted).position(from);
    out.put((byte) (VERSION << 4)).position(from + HEADER);
    for (IcmpExtension extension : extensions) {
      byte[] data = data(extension);
      out.putShort((short) (OBJECT + data.length));
      out.put((byte) extension.number()).put((byte) extension.type()).put(data);
    }
    byte[] body = out.array();
    int sum = new InternetChecksum().add(body, from, body.length).value();
    out.putShort(from + 2, (short) sum);
    return body;
  }

  private static byte[] data(IcmpExtension extension) {
    if (extension instanceof Unknown unknown) {
      return unknown.octets();
    }
    List<Label> labels = ((MplsLabelStack) extension).labels();
    ByteBuffer out = ByteBuffer.allocate(labels.size() * LABEL);
    for (Label label : labels) {
      out.putInt(
          label.label() << 12 | label.exp() << 9 | (label.bottom() ? 1 << 8 : 0) | label.ttl());
    }
    return Arrays.copyOf(out.array(), out.position());
  }
}
