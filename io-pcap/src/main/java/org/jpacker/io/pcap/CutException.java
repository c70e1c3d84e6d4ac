package org.jpacker.io.pcap;

import org.jpacker.api.CaptureException;

/** The file ends within a record; the offset is the start of that record. */
final class CutException extends CaptureException {
  private static final long serialVersionUID = 1L;

  CutException(String source, long offset, String reason) {
    super(source, offset, reason, null);
  }
}
