package org.jpacker.io.pcap;

import java.util.List;

/**
 * Where packets of a file were captured. A pcap file has one, of which little is known.
 *
 * @param id the number that packets have, from 0 through all sections
 * @param section number of the section, from 0
 * @param linkType link type, as packets have it
 * @param snapLength octets that are captured of each packet at most; 0 for no limit
 * @param resolution the unit of time stamps in the file
 * @param options what else is said of it
 */
public record CaptureInterface(
    int id,
    int section,
    int linkType,
    long snapLength,
    TimeResolution resolution,
    List<BlockOption> options) {

  /** Takes a copy of the list. */
  public CaptureInterface {
    options = List.copyOf(options);
  }

  /** The same interface, under another number in another file. */
  CaptureInterface as(int number) {
    return new CaptureInterface(number, 0, linkType, snapLength, resolution, options);
  }

  /** The text of an option, or null for none. */
  public String text(OptionType type) {
    for (BlockOption option : options) {
      if (option instanceof BlockOption.Text text && text.type() == type) {
        return text.text();
      }
    }
    return null;
  }
}
