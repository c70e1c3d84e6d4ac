package org.jpacker.proto.icmp;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.proto.icmp.IcmpExtension.InterfaceInformation;
import org.jpacker.proto.icmp.IcmpExtension.Label;

/** The fields that extensions tell; ICMPv6 has them under the names of ICMP. */
final class IcmpExtensionFields<H extends Header> {
  private final Class<H> type;
  private final Function<H, List<IcmpExtension>> extensions;

  private IcmpExtensionFields(Class<H> type, Function<H, List<IcmpExtension>> extensions) {
    this.type = type;
    this.extensions = extensions;
  }

  static <H extends Header> Stream<Field> of(
      Class<H> type, Function<H, List<IcmpExtension>> extensions) {
    return new IcmpExtensionFields<>(type, extensions).fields();
  }

  private Stream<Field> fields() {
    return Stream.of(
        all("icmp.ext.class", IcmpExtension.class, e -> Stream.of(e.number())),
        all("icmp.ext.ctype", IcmpExtension.class, e -> Stream.of(e.type())),
        label("label", Label::label),
        label("exp", Label::exp),
        label("s", label -> label.bottom() ? 1 : 0),
        label("ttl", Label::ttl),
        all("icmp.int_info.role", InterfaceInformation.class, i -> Stream.of(i.role())),
        all("icmp.int_info.index", InterfaceInformation.class, i -> told(i.index())),
        all(
            "icmp.int_info.ipv4",
            InterfaceInformation.class,
            i -> i.addresses().stream().filter(Address.Ipv4.class::isInstance)),
        all(
            "icmp.int_info.ipv6",
            InterfaceInformation.class,
            i -> i.addresses().stream().filter(Address.Ipv6.class::isInstance)),
        all(
            "icmp.int_info.name",
            InterfaceInformation.class,
            i -> Stream.of(i.name()).filter(name -> !name.isEmpty())),
        all("icmp.int_info.mtu", InterfaceInformation.class, i -> told(i.mtu())),
        all("icmp.int_ident.name", IcmpExtension.InterfaceName.class, i -> Stream.of(i.name())),
        all("icmp.int_ident.index", IcmpExtension.InterfaceIndex.class, i -> told(i.index())),
        all(
            "icmp.int_ident.ipv4",
            IcmpExtension.InterfaceAddress.class,
            i -> Stream.of(i.address()).filter(Address.Ipv4.class::isInstance)),
        all(
            "icmp.int_ident.ipv6",
            IcmpExtension.InterfaceAddress.class,
            i -> Stream.of(i.address()).filter(Address.Ipv6.class::isInstance)));
  }

  private static Stream<Long> told(long number) {
    return Stream.of(number).filter(n -> n >= 0);
  }

  private Field label(String name, Function<Label, ?> value) {
    return all(
        "icmp.mpls." + name,
        IcmpExtension.MplsLabelStack.class,
        stack -> stack.labels().stream().map(value));
  }

  private <E extends IcmpExtension> Field all(
      String name, Class<E> kind, Function<E, Stream<?>> values) {
    return ComputedField.list(
        name,
        type,
        header ->
            extensions.apply(header).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .flatMap(values)
                .toList());
  }
}
