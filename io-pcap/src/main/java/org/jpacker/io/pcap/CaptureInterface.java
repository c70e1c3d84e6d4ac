package org.jpacker.io.pcap;

import java.util.List;

/**
 * An interface that packets of a file were captured on. A pcap file has exactly one, of which
 * little is known.
 *
 * @param id the number used by packets, from 0, counted through all sections
 * @param section number of the section, from 0
 * @param linkType link type of the packets
 * @param snapLength maximum octets captured of each packet; 0 for no limit
 * @param resolution the unit of time stamps in the file
 * @param options the options of the interface description, in file order
 */
public record CaptureInterface(
    int id,
    int section,
    int linkType,
    long snapLength,
    TimeResolution resolution,
    List<BlockOption> options) {

  /** Copies the list. */
  public CaptureInterface {
    options = List.copyOf(options);
  }

  /** The same interface under another number, for another file. */
  CaptureInterface as(int number) {
    return new CaptureInterface(number, 0, linkType, snapLength, resolution, options);
  }

  /** The value of the first text option of this type, or null if there is none. */
  public String text(OptionType type) {
    for (BlockOption option : options) {
      if (option instanceof BlockOption.Text text && text.type() == type) {
        return text.text();
      }
    }
    return null;
  }
}
