package org.jpacker.io.pcap;

import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;

/** What capture files of all formats have in common. */
abstract class FileCapture implements Capture {

  /** A record that claims more is damage, not a packet. */
  static final int MOST_CAPTURED = 1 << 26;

  /** What capture programs take for granted, whatever a file says of its snapshot length. */
  static final int USUAL_SNAPLEN = 262_144;

  final Input input;
  private CaptureException damage;

  FileCapture(Input input) {
    this.input = input;
  }

  /** The next packet, or null at the end; damage is remembered: there is no way behind it. */
  @Override
  public final Packet next() {
    if (damage != null) {
      throw damage;
    }
    try {
      return read();
    } catch (CaptureException e) {
      damage = e;
      throw e;
    }
  }

  abstract Packet read();

  @Override
  public final void close() {
    input.close();
  }

  CaptureException damaged(long offset, String reason) {
    return new CaptureException(input.name(), offset, reason, null);
  }

  CaptureException cut(String what, int needed) {
    return damaged(
        input.offset(),
        what + " needs " + needed + " octets, the file ends after " + input.there());
  }

  /** An original length, which takes 32 bits in files; nobody sends packets of two gigabytes. */
  static int length(int inFile) {
    return inFile < 0 ? Integer.MAX_VALUE : inFile;
  }

  /** Link types that some systems number in their own way. */
  static int linkType(int inFile) {
    // DLT_RAW is 12, on OpenBSD 14; in files it should be LINKTYPE_RAW
    return inFile == 12 || inFile == 14 ? 101 : inFile;
  }
}
