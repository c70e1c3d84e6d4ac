package org.jpacker.live;

/**
 * The counters of a {@link LiveCapture}. For a capture that was stopped and read to its end, {@code
 * received} is the sum of {@code delivered}, {@code droppedByKernel} and {@code droppedByQueue}.
 * The counters are read one after the other: they need not add up while packets arrive, and a
 * packet that arrives at the moment of the stop may be counted but not delivered. If a back end
 * applies {@link LiveOptions#direction}, or removes the duplicates of a loopback interface, only
 * after the filter, as libpcap does on Linux, {@code received} includes those packets.
 *
 * @param received packets that passed the filter, including those dropped after it
 * @param delivered packets handed to the caller
 * @param droppedByKernel packets dropped because the kernel's buffer was full
 * @param droppedByInterface packets dropped by the interface or its driver, if known; not included
 *     in {@code received}
 * @param droppedByQueue packets dropped because the queue was full
 */
public record LiveStatistics(
    long received,
    long delivered,
    long droppedByKernel,
    long droppedByInterface,
    long droppedByQueue) {

  /** All dropped packets: by kernel, interface and queue. */
  public long dropped() {
    return droppedByKernel + droppedByInterface + droppedByQueue;
  }
}
