package org.jpacker.api;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Reads one packet ahead. */
final class PacketIterator implements Iterator<Packet> {
  private final Capture capture;
  private Packet ahead;
  private boolean atEnd;

  PacketIterator(Capture capture) {
    this.capture = capture;
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && !atEnd) {
      ahead = capture.next();
      atEnd = ahead == null;
    }
    return ahead != null;
  }

  @Override
  public Packet next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the capture is at its end");
    }
    Packet packet = ahead;
    ahead = null;
    return packet;
  }
}
