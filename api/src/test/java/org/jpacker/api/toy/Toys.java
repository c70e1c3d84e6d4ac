package org.jpacker.api.toy;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.spi.ProtocolProvider;

/** Made-up protocols, as a plug-in would bring them: api has none of its own. */
public final class Toys implements ProtocolProvider {

  /** The made-up protocols, and no others. */
  public static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new Toys());

  @Override
  public String module() {
    return "toys";
  }

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(ToyLink.PROTOCOL, ToyTag.PROTOCOL, ToyNet.PROTOCOL, ToyTransport.PROTOCOL);
  }

  /** Reads the octets that are written in hexadecimal, spaces allowed. */
  public static Packet read(String hex) {
    return read(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  public static Packet read(byte[] octets) {
    return Packet.read(octets, Link.ETHERNET, REGISTRY);
  }

  /** ToyLink, ToyNet from 1.2.3.4 to 5.6.7.8, ToyTransport from 1000 to 2000, and a text. */
  public static Packet crafted(String text) {
    ToyTransport transport = new ToyTransport().srcPort(1000).dstPort(2000);
    transport.payload(text);
    return Packet.of(new ToyLink(), new ToyNet().src("1.2.3.4").dst("5.6.7.8"), transport);
  }

  /** The same, read from its octets. */
  public static Packet captured(String text) {
    return read(crafted(text).toBytes());
  }

  /** The octets of the same with {@code value} at {@code at}. */
  public static byte[] damaged(String text, int at, int value) {
    byte[] octets = crafted(text).toBytes();
    octets[at] = (byte) value;
    return octets;
  }
}
