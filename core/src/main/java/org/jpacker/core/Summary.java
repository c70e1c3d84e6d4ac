package org.jpacker.core;

import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Escape;
import org.jpacker.api.text.FieldText;
import org.jpacker.api.text.Frame;
import org.jpacker.api.text.Times;
import org.jpacker.flow.Endpoints;
import org.jpacker.flow.FlowKey;

/**
 * A packet on one line: number, time, endpoints, innermost protocol, length, and the remarkable
 * values of the innermost header. Shared freely between threads.
 *
 * <pre>
 * 1 0.000000 1.2.3.4:80 &gt; 5.6.7.8:1234 tcp 60 [syn,ack] seq_raw=12 ack_raw=1 len=6
 * </pre>
 *
 * <p>The length is the one on the wire, preceded by the captured length if that is less: {@code
 * 60/1514}.
 */
public final class Summary {

  /** The format of the time. */
  public enum Time {
    /** Seconds since the first packet. */
    RELATIVE,
    /** Seconds since 1970. */
    EPOCH,
    /** Date and time of day, in UTC. */
    UTC
  }

  private static final int PREVIEW = 8;

  private final Time time;
  private final HeaderRemarks remarks;
  private final boolean checksums;

  /** Summaries with this format of time, on lines of any length. */
  public Summary(Time time) {
    this(time, Integer.MAX_VALUE);
  }

  /**
   * Summaries of limited length, for people to skim.
   *
   * @param time the format of the time
   * @param infoWidth approximate number of characters for the innermost header; values that do not
   *     fit are cut or left out
   */
  public Summary(Time time, int infoWidth) {
    this(time, new HeaderRemarks(infoWidth), false);
  }

  private Summary(Time time, HeaderRemarks remarks, boolean checksums) {
    this.time = time;
    this.remarks = remarks;
    this.checksums = checksums;
  }

  /** A copy that marks packets with a bad checksum, naming it and its expected value. */
  public Summary withChecksums() {
    return new Summary(time, remarks, true);
  }

  /** Appends the line, without a line feed. */
  public void append(StringBuilder out, Frame frame) {
    Packet packet = frame.packet();
    out.append(frame.number()).append(' ');
    time(out, frame);
    Header innermost = null;
    Layer last = packet.first();
    for (; last instanceof Header header; last = header.payload()) {
      innermost = header;
    }
    ends(out, Endpoints.of(packet, Endpoints.Kind.ANY));
    out.append(innermost == null ? "raw" : innermost.protocol().name()).append(' ');
    if (packet.capturedLength() != packet.originalLength()) {
      out.append(packet.capturedLength()).append('/');
    }
    out.append(packet.originalLength());
    if (last instanceof Malformed malformed) {
      out.append(" malformed ");
      Escape.text(out, malformed.reason().toString());
    } else if (innermost != null) {
      remarks.append(out, innermost, last.size());
    } else if (last.size() > 0) {
      out.append(' ');
      HexDump.preview(out, last.toBytes(), PREVIEW);
    }
    if (checksums) {
      Checksums.bad(out, packet);
    }
  }

  private void time(StringBuilder out, Frame frame) {
    long nanos = frame.packet().timestampNanos();
    if (nanos == Packet.NO_TIME) {
      out.append('-');
    } else if (time == Time.EPOCH) {
      Times.epoch(out, nanos);
    } else if (time == Time.UTC) {
      Times.utc(out, nanos, ' ');
    } else {
      Times.relative(out, nanos, frame.startNanos());
    }
    out.append(' ');
  }

  private static void ends(StringBuilder out, Endpoints ends) {
    Header addresses = ends.addresses();
    if (addresses == null) {
      return;
    }
    Header ports = ends.ports();
    boolean has = ports != null;
    Address source = Endpoints.address(Endpoints.source(addresses), addresses);
    Address destination = Endpoints.address(Endpoints.destination(addresses), addresses);
    FlowKey.end(out, source, has ? FieldText.number(Endpoints.source(ports), ports) : -1);
    out.append(" > ");
    FlowKey.end(out, destination, has ? FieldText.number(Endpoints.destination(ports), ports) : -1);
    out.append(' ');
  }
}
