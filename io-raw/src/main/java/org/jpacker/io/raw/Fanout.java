package org.jpacker.io.raw;

/**
 * How several captures share the packets of an interface; each packet goes to exactly one of them.
 * The modes are those of PACKET_FANOUT in packet(7).
 */
public enum Fanout {
  // in the kernel's order: the ordinal is the kernel's number
  /** All packets of a flow go to the same capture, in both directions. */
  FLOW,
  /** Packets go to the captures in turn. */
  ROUND_ROBIN,
  /** Packets are assigned by the processor on which they arrived. */
  PROCESSOR,
  /** One capture receives all packets until its ring is full, then the next one does. */
  OVERFLOW,
  /** Packets are assigned at random. */
  RANDOM,
  /** Packets are assigned by the receive queue of the interface. */
  QUEUE
}
