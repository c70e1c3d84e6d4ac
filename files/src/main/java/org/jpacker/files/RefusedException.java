package org.jpacker.files;

import org.jpacker.api.CaptureException;

/** The format of the new file cannot hold the packets; nothing of it is kept. */
public final class RefusedException extends CaptureException {
  private static final long serialVersionUID = 1L;

  RefusedException(String source, String reason) {
    super(source, -1, reason, null);
  }
}
