package org.jpacker.api;

/**
 * Where packets come from: an interface of a capture, with the protocols that its packets are read
 * with. One object serves all packets of an interface.
 *
 * @param type link type, the number that capture files use
 * @param interfaceId the interface's number in the capture, from 0
 * @param registry the protocols
 * @param reader reads the first layer
 */
public record Link(int type, int interfaceId, ProtocolRegistry registry, Reader reader) {

  /** Link type of Ethernet. */
  public static final int ETHERNET = 1;

  /** The link of {@code type} read with {@code registry}. */
  public static Link of(int type, int interfaceId, ProtocolRegistry registry) {
    return new Link(
        type, interfaceId, registry, registry.find(DispatchTable.LINK_TYPE, Math.max(0, type)));
  }
}
