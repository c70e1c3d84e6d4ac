package org.jpacker.io.pcap;

import java.nio.file.Path;
import java.util.List;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;

/**
 * The packets in some extents of a plain file. The file is opened when the first packet is
 * requested.
 */
final class PartCapture implements Capture {
  private final Path file;
  private final List<Extent> extents;
  private final ProtocolRegistry registry;
  private final CaptureRecord record = new CaptureRecord();
  private Capture capture;
  private boolean isClosed;

  /**
   * The packets in {@code extents}.
   *
   * @param extents the context needed to interpret records, followed by the records
   */
  PartCapture(Path file, List<Extent> extents, ProtocolRegistry registry) {
    this.file = file;
    this.extents = extents;
    this.registry = registry;
  }

  @Override
  public Packet next() {
    return next(record) ? record.packet() : null;
  }

  @Override
  public boolean next(CaptureRecord record) {
    if (isClosed) {
      throw new CaptureException(file.toString(), -1, "is closed", null);
    }
    Extent records = extents.get(extents.size() - 1);
    if (records.from() >= records.to()) {
      return false;
    }
    try {
      if (capture == null) {
        Cursor input = Cursor.of(file.toString(), new ExtentStream(file, extents));
        capture = Formats.open(input, registry);
      }
      return capture.next(record);
    } catch (CaptureException e) {
      throw inFile(e);
    }
  }

  /** Translates the offset of the damage from the stream to the file. */
  private CaptureException inFile(CaptureException e) {
    if (e.offset() < 0) {
      return e;
    }
    long place = ExtentStream.place(extents, e.offset());
    long end = extents.get(extents.size() - 1).to();
    try (RecordChain records = RecordChain.open(file)) {
      if (place < end && records instanceof PcapRecords && records.next(place) > end) {
        return new CaptureException(
            e.source(),
            place,
            "a record extends beyond offset "
                + end
                + ", where the next part begins: the packets look more like records than the"
                + " records themselves do; use CaptureIndex.split for this file",
            e);
      }
    }
    return new CaptureException(e.source(), place, e.reason(), e);
  }

  @Override
  public void close() {
    isClosed = true;
    if (capture != null) {
      capture.close();
    }
  }
}
