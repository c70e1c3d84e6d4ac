package org.jpacker.api;

import java.util.ArrayList;
import java.util.List;

/** Collects the results of comparing derived fields with the values that follow from the packet. */
final class Findings {
  final List<Discrepancy> discrepancies = new ArrayList<>();
  final List<Checksum> checksums = new ArrayList<>();

  void value(Header header, Field field, long value, long there) {
    if (there != value) {
      discrepancies.add(new Discrepancy(header, field, value, there, true));
    }
  }

  void checksum(
      Header header, Field field, long value, long there, boolean whole, boolean offloaded) {
    long expected = whole ? value : -1;
    if (there != expected) {
      discrepancies.add(new Discrepancy(header, field, expected, there, whole));
    }
    Checksum.Status status =
        there == expected
            ? Checksum.Status.GOOD
            : whole && !offloaded ? Checksum.Status.BAD : Checksum.Status.UNVERIFIED;
    checksums.add(new Checksum(header, field, status, expected, there));
  }

  void noChecksum(Header header, Field field) {
    checksums.add(new Checksum(header, field, Checksum.Status.NOT_PRESENT, -1, 0));
  }
}
