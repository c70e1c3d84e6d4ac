package org.jpacker.proto.ethernet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.proto.ethernet.LldpTlv.Capabilities;
import org.jpacker.proto.ethernet.LldpTlv.ChassisId;
import org.jpacker.proto.ethernet.LldpTlv.ManagementAddress;
import org.jpacker.proto.ethernet.LldpTlv.PortId;

/** The fields of LLDP. */
final class LldpFields {
  private static final int CHASSIS_MAC = 4;
  private static final int PORT_MAC = 3;
  private static final int PORT_ADDRESS = 4;

  private static final ValueNames TYPES =
      ValueNames.of(
          Map.of(
              0L, "end",
              1L, "chassis",
              2L, "port",
              3L, "time to live",
              4L, "port description",
              5L, "system name",
              6L, "system description",
              7L, "system capabilities",
              8L, "management address",
              127L, "organization specific"));

  static final List<Field> ALL =
      List.of(
          ComputedField.list("lldp.tlv", Lldp.class, Lldp::tlvs),
          all("tlv.type", LldpTlv.class, tlv -> Stream.of(tlv.type()).filter(type -> type >= 0))
              .valueNames(TYPES),
          each("chassis.subtype", ChassisId.class, ChassisId::subtype),
          all("chassis.id.mac", ChassisId.class, id -> mac(id.id(), id.subtype() == CHASSIS_MAC)),
          each("port.subtype", PortId.class, PortId::subtype),
          all("port.id.mac", PortId.class, id -> mac(id.id(), id.subtype() == PORT_MAC)),
          all(
              "port.id",
              PortId.class,
              id ->
                  id.subtype() == PORT_MAC || id.subtype() == PORT_ADDRESS
                      ? Stream.empty()
                      : Stream.of(id.id().text(StandardCharsets.UTF_8))),
          each("time_to_live", LldpTlv.TimeToLive.class, LldpTlv.TimeToLive::seconds),
          each("port.desc", LldpTlv.PortDescription.class, LldpTlv.PortDescription::text),
          each("tlv.system.name", LldpTlv.SystemName.class, LldpTlv.SystemName::text),
          each("tlv.system.desc", LldpTlv.SystemDescription.class, LldpTlv.SystemDescription::text),
          each("tlv.system_cap", Capabilities.class, can -> hex(can.available())),
          each("tlv.enable_system_cap", Capabilities.class, can -> hex(can.enabled())),
          each("mgn.address.subtype", ManagementAddress.class, ManagementAddress::family),
          all(
              "mgn.addr.ip4",
              ManagementAddress.class,
              m ->
                  m.family() == 1 && m.address().size() == 4
                      ? Stream.of(Address.Ipv4.of(m.address().octets()))
                      : Stream.empty()),
          all(
              "mgn.addr.ip6",
              ManagementAddress.class,
              m ->
                  m.family() == 2 && m.address().size() == 16
                      ? Stream.of(Address.Ipv6.of(m.address().octets()))
                      : Stream.empty()),
          each("mgn.interface.subtype", ManagementAddress.class, ManagementAddress::interfaceKind),
          each("mgn.interface.number", ManagementAddress.class, ManagementAddress::interfaceNumber),
          each("orgtlv.oui", LldpOrganizational.class, LldpOrganizational::oui),
          all(
              "ieee.802_1.subtype",
              LldpOrganizational.class,
              tlv -> subtype(tlv, LldpOrganizationals.IEEE_802_1)),
          each(
              "ieee.802_1.port_vlan.id",
              LldpOrganizational.PortVlan.class,
              LldpOrganizational.PortVlan::vlan),
          each(
              "ieee.802_1.port_proto_vlan.id",
              LldpOrganizational.ProtocolVlan.class,
              LldpOrganizational.ProtocolVlan::vlan),
          each(
              "ieee.802_1.vlan.id",
              LldpOrganizational.VlanName.class,
              LldpOrganizational.VlanName::vlan),
          each(
              "ieee.802_1.vlan.name",
              LldpOrganizational.VlanName.class,
              LldpOrganizational.VlanName::name),
          each(
              "ieee.802_1.proto.id",
              LldpOrganizational.ProtocolIdentity.class,
              LldpOrganizational.ProtocolIdentity::identity),
          all(
              "ieee.802_3.subtype",
              LldpOrganizational.class,
              tlv -> subtype(tlv, LldpOrganizationals.IEEE_802_3)),
          each(
              "ieee.802_3.pmd_mau_type",
              LldpOrganizational.MacPhy.class,
              phy -> hex(phy.mauType())),
          each(
              "ieee.802_3.max_frame_size",
              LldpOrganizational.MaximumFrameSize.class,
              LldpOrganizational.MaximumFrameSize::octets));

  private LldpFields() {}

  private static <T extends LldpTlv> ComputedField each(
      String name, Class<T> type, Function<T, ?> value) {
    return all(name, type, tlv -> Stream.of(value.apply(tlv)));
  }

  private static <T extends LldpTlv> ComputedField all(
      String name, Class<T> type, Function<T, Stream<?>> values) {
    return ComputedField.list(
        "lldp." + name,
        Lldp.class,
        lldp ->
            lldp.tlvs().stream().filter(type::isInstance).map(type::cast).flatMap(values).toList());
  }

  private static Stream<?> mac(OctetString id, boolean isMac) {
    return isMac && id.size() == 6 ? Stream.of(Address.Mac.of(id.octets())) : Stream.empty();
  }

  private static Stream<String> subtype(LldpOrganizational tlv, int oui) {
    return tlv.oui() == oui ? Stream.of("0x%02x".formatted(tlv.subtype())) : Stream.empty();
  }

  private static String hex(int bits) {
    return "0x%04x".formatted(bits);
  }
}
