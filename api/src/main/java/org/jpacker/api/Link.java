package org.jpacker.api;

/**
 * The origin of packets: an interface of a capture, with the protocols that its packets are read
 * with. All packets of an interface share one link.
 *
 * @param type link type, the number that capture files use
 * @param interfaceId number of the interface in the capture, from 0
 * @param section number of the interface's section, from 0; -1 if the capture has no sections
 * @param idInSection number of the interface in its section, from 0
 * @param registry the protocols
 * @param reader reads the first layer
 */
public record Link(
    int type,
    int interfaceId,
    int section,
    int idInSection,
    ProtocolRegistry registry,
    Reader reader) {

  /** Link type of Ethernet. */
  public static final int ETHERNET = 1;

  /**
   * The link for an interface of {@code type} in a capture without sections, read with {@code
   * registry}.
   */
  public static Link of(int type, int interfaceId, ProtocolRegistry registry) {
    Reader reader = registry.find(DispatchTable.LINK_TYPE, Math.max(0, type));
    return new Link(type, interfaceId, -1, interfaceId, registry, reader);
  }

  /** A copy for another interface, in a section. */
  public Link at(int interfaceId, int section, int idInSection) {
    return new Link(type, interfaceId, section, idInSection, registry, reader);
  }
}
