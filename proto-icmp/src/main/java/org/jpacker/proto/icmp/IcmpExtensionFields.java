package org.jpacker.proto.icmp;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.contents.RecordFields;
import org.jpacker.proto.icmp.IcmpExtension.InterfaceAddress;
import org.jpacker.proto.icmp.IcmpExtension.InterfaceIndex;
import org.jpacker.proto.icmp.IcmpExtension.InterfaceInformation;
import org.jpacker.proto.icmp.IcmpExtension.InterfaceName;
import org.jpacker.proto.icmp.IcmpExtension.Label;
import org.jpacker.proto.icmp.IcmpExtension.MplsLabelStack;

/** The fields of extensions; ICMPv6 has them with the names of ICMP. */
final class IcmpExtensionFields {
  private IcmpExtensionFields() {}

  static <H extends Header> Stream<Field> of(
      Class<H> type, Function<H, List<IcmpExtension>> extensions) {
    RecordFields<H, IcmpExtension> records = RecordFields.of("icmp.", type, extensions);
    return Stream.of(
        records.each("ext.class", IcmpExtension.class, IcmpExtension::number),
        records.each("ext.ctype", IcmpExtension.class, IcmpExtension::type),
        records.all("mpls.label", MplsLabelStack.class, mpls -> labels(mpls, Label::label)),
        records.all("mpls.exp", MplsLabelStack.class, mpls -> labels(mpls, Label::exp)),
        records.all("mpls.s", MplsLabelStack.class, mpls -> labels(mpls, l -> l.bottom() ? 1 : 0)),
        records.all("mpls.ttl", MplsLabelStack.class, mpls -> labels(mpls, Label::ttl)),
        records.each("int_info.role", InterfaceInformation.class, InterfaceInformation::role),
        records.each("int_info.index", InterfaceInformation.class, i -> told(i.index())),
        records.all(
            "int_info.ipv4",
            InterfaceInformation.class,
            i -> i.addresses().stream().filter(Address.Ipv4.class::isInstance)),
        records.all(
            "int_info.ipv6",
            InterfaceInformation.class,
            i -> i.addresses().stream().filter(Address.Ipv6.class::isInstance)),
        records.each(
            "int_info.name", InterfaceInformation.class, i -> i.name().isEmpty() ? null : i.name()),
        records.each("int_info.mtu", InterfaceInformation.class, i -> told(i.mtu())),
        records.each("int_ident.name", InterfaceName.class, InterfaceName::name),
        records.each("int_ident.index", InterfaceIndex.class, i -> told(i.index())),
        records.each(
            "int_ident.ipv4",
            InterfaceAddress.class,
            i -> i.address() instanceof Address.Ipv4 ? i.address() : null),
        records.each(
            "int_ident.ipv6",
            InterfaceAddress.class,
            i -> i.address() instanceof Address.Ipv6 ? i.address() : null));
  }

  private static Stream<?> labels(MplsLabelStack stack, Function<Label, ?> value) {
    return stack.labels().stream().map(value);
  }

  private static Long told(long number) {
    return number >= 0 ? number : null;
  }
}
