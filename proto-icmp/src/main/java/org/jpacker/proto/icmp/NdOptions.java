package org.jpacker.proto.icmp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.TextOctets;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Cursor;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.api.contents.Shaped;

/** The options of neighbour discovery, which come in units of eight octets. */
final class NdOptions {
  static final ValueNames TYPES =
      ValueNames.read(() -> NdOptions.class.getResourceAsStream("icmpv6.opt.type.tsv"));

  /** A domain name, such as {@code example.org}. */
  static final Leaf<String> DOMAIN = new Domain();

  static final Series<NdOption> ALL =
      Series.of(
          "icmpv6.opt",
          head -> {
            head.type(8);
            head.lengthOfAll(8, 8, 0);
          },
          Choice.of(
              NdOption.class,
              Shape.of(new NdOption.Unknown(0, OctetString.EMPTY)),
              Shape.of(1, new NdOption.SourceLinkLayer(Address.Mac.ZERO)),
              Shape.of(2, new NdOption.TargetLinkLayer(Address.Mac.ZERO)),
              ignoring(
                  3,
                  new NdOption.PrefixInformation(0, false, false, false, 0, 0, Address.Ipv6.ZERO)),
              ignoring(4, new NdOption.RedirectedHeader(OctetString.EMPTY)),
              ignoring(5, new NdOption.Mtu(0)),
              ignoring(7, new NdOption.AdvertisementInterval(0)),
              ignoring(8, new NdOption.HomeAgent(0, 0)),
              ignoring(9, new NdOption.AddressList(9, List.of())).numbers(9, 10),
              ignoring(12, new NdOption.RsaSignature(OctetString.EMPTY, OctetString.EMPTY)),
              ignoring(13, new NdOption.Timestamp(0)),
              Shape.of(14, new NdOption.Nonce(OctetString.EMPTY)),
              ignoring(24, new NdOption.RouteInformation(0, 0, 0, OctetString.EMPTY)),
              ignoring(25, new NdOption.NameServers(0, List.of())),
              Shape.of(26, new NdOption.MoreFlags(0)),
              ignoring(31, new NdOption.SearchList(0, List.of())),
              ignoring(33, new NdOption.AddressRegistration(0, 0, 0)),
              ignoring(34, new NdOption.Context(0, 0, 0, OctetString.EMPTY)),
              Shape.of(35, new NdOption.BorderRouter(0, 0, Address.Ipv6.ZERO)),
              Shape.of(37, new NdOption.CaptivePortal("")),
              Shape.of(38, new NdOption.Nat64Prefix(0, 0, OctetString.EMPTY))),
          Shape.of(new NdOption.Truncated(OctetString.EMPTY, "")));

  static final Contents<Icmpv6, NdOption> OF_ICMPV6 =
      Contents.of("icmpv6.option", Icmpv6.class, NeighborDiscovery.OPTIONS, ALL);

  private NdOptions() {}

  /** RFC 4861, section 4.6: receivers ignore reserved bits, which need not be zero. */
  private static <T extends Shaped> Shape<T> ignoring(long number, T blank) {
    return Shape.of(number, blank).lenient();
  }

  /** RFC 1035, section 3.1: labels with a length each, an empty one is the last. */
  private static final class Domain extends Leaf<String> {
    @Override
    protected String read(Cursor in) {
      StringBuilder domain = new StringBuilder();
      for (int size = in.u8(); size > 0; size = in.u8()) {
        String label = in.octets(size).text(StandardCharsets.ISO_8859_1);
        domain.append(domain.isEmpty() ? "" : ".").append(label);
      }
      if (domain.isEmpty()) {
        in.fail();
      }
      return domain.toString();
    }

    @Override
    protected void write(Cursor out, String domain) {
      for (String label : domain.split("\\.")) {
        byte[] octets = TextOctets.of(out.part(), label, StandardCharsets.ISO_8859_1);
        out.put(8, octets.length);
        out.put(octets);
      }
      out.put(8, 0);
    }

    @Override
    protected String absent() {
      return "";
    }

    @Override
    protected String ofTree(Object tree) {
      return String.valueOf(tree);
    }
  }
}
