package org.jpacker.io.pcap;

import org.jpacker.api.CaptureException;

/** A file ends within a record; its offset is where the record begins. */
final class CutException extends CaptureException {
  private static final long serialVersionUID = 1L;

  CutException(String source, long offset, String reason) {
    super(source, offset, reason, null);
  }
}
