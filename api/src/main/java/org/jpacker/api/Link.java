package org.jpacker.api;

/**
 * Where packets come from: an interface of a capture, with the protocols that its packets are read
 * with. One object serves all packets of an interface.
 *
 * @param type link type, the number that capture files use
 * @param interfaceId the interface's number in the capture, from 0
 * @param section number of the section that the interface is of, from 0; -1 where there are none
 * @param idInSection the interface's number in its section, from 0
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

  /** The link of {@code type} of a capture without sections, read with {@code registry}. */
  public static Link of(int type, int interfaceId, ProtocolRegistry registry) {
    Reader reader = registry.find(DispatchTable.LINK_TYPE, Math.max(0, type));
    return new Link(type, interfaceId, -1, interfaceId, registry, reader);
  }

  /** The same link, of an interface that has another number and is of a section. */
  public Link at(int interfaceId, int section, int idInSection) {
    return new Link(type, interfaceId, section, idInSection, registry, reader);
  }
}
