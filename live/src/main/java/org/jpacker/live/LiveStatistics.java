package org.jpacker.live;

/**
 * What a {@link LiveCapture} counted. Of a capture that was stopped and read to its end, {@code
 * received} is the sum of {@code delivered}, {@code droppedByKernel} and {@code droppedByQueue}.
 * The counts are taken one after the other, so while packets come they need not fit, and a packet
 * that comes in the moment of the stop may be counted and not delivered. Where a back end drops
 * what {@link LiveOptions#direction} or loopback's seeing everything twice excludes only after the
 * filter, as libpcap does on Linux, {@code received} counts that too.
 *
 * @param received packets that passed the filter, those that were dropped behind it included
 * @param delivered packets that were handed out
 * @param droppedByKernel packets that found the kernel's buffer full
 * @param droppedByInterface packets that the interface or its driver dropped, as far as it tells;
 *     not in {@code received}
 * @param droppedByQueue packets that found the queue full
 */
public record LiveStatistics(
    long received,
    long delivered,
    long droppedByKernel,
    long droppedByInterface,
    long droppedByQueue) {

  /** All that was dropped, wherever. */
  public long dropped() {
    return droppedByKernel + droppedByInterface + droppedByQueue;
  }
}
