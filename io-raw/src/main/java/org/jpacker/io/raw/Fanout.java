package org.jpacker.io.raw;

/** How several captures share the packets of an interface: each packet goes to one of them. */
public enum Fanout {
  // in the kernel's order: the ordinal is its number
  /** Packets of one flow go to the same capture, both directions alike. */
  FLOW,
  /** In turn. */
  ROUND_ROBIN,
  /** By the processor that the packet came in on. */
  PROCESSOR,
  /** The first capture takes all until its ring is full, then the next. */
  OVERFLOW,
  /** At random. */
  RANDOM,
  /** By the interface's queue that the packet came in on. */
  QUEUE
}
