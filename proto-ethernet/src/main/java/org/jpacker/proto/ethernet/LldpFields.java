package org.jpacker.proto.ethernet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.RecordFields;
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

  private static final RecordFields<Lldp, LldpTlv> TLVS =
      RecordFields.of("lldp.", Lldp.class, Lldp::tlvs);

  static final List<Field> ALL =
      List.of(
          ComputedField.list("lldp.tlv", Lldp.class, Lldp::tlvs),
          TLVS.each("tlv.type", LldpTlv.class, tlv -> tlv.type() >= 0 ? tlv.type() : null)
              .valueNames(TYPES),
          TLVS.each("chassis.subtype", ChassisId.class, ChassisId::subtype),
          TLVS.each(
              "chassis.id.mac", ChassisId.class, id -> mac(id.id(), id.subtype() == CHASSIS_MAC)),
          TLVS.each("port.subtype", PortId.class, PortId::subtype),
          TLVS.each("port.id.mac", PortId.class, id -> mac(id.id(), id.subtype() == PORT_MAC)),
          TLVS.each(
              "port.id",
              PortId.class,
              id ->
                  id.subtype() == PORT_MAC || id.subtype() == PORT_ADDRESS
                      ? null
                      : id.id().text(StandardCharsets.UTF_8)),
          TLVS.each("time_to_live", LldpTlv.TimeToLive.class, LldpTlv.TimeToLive::seconds),
          TLVS.each("port.desc", LldpTlv.PortDescription.class, LldpTlv.PortDescription::text),
          TLVS.each("tlv.system.name", LldpTlv.SystemName.class, LldpTlv.SystemName::text),
          TLVS.each(
              "tlv.system.desc", LldpTlv.SystemDescription.class, LldpTlv.SystemDescription::text),
          TLVS.each("tlv.system_cap", Capabilities.class, Capabilities::available).hex(4),
          TLVS.each("tlv.enable_system_cap", Capabilities.class, Capabilities::enabled).hex(4),
          TLVS.each("mgn.address.subtype", ManagementAddress.class, ManagementAddress::family),
          TLVS.each(
              "mgn.addr.ip4",
              ManagementAddress.class,
              m ->
                  m.family() == 1 && m.address().size() == 4
                      ? Address.Ipv4.of(m.address().octets())
                      : null),
          TLVS.each(
              "mgn.addr.ip6",
              ManagementAddress.class,
              m ->
                  m.family() == 2 && m.address().size() == 16
                      ? Address.Ipv6.of(m.address().octets())
                      : null),
          TLVS.each(
              "mgn.interface.subtype", ManagementAddress.class, ManagementAddress::interfaceKind),
          TLVS.each(
              "mgn.interface.number", ManagementAddress.class, ManagementAddress::interfaceNumber),
          TLVS.each("orgtlv.oui", LldpOrganizational.class, LldpOrganizational::oui),
          subtype("ieee.802_1.subtype", LldpOrganizationals.IEEE_802_1),
          TLVS.each(
              "ieee.802_1.port_vlan.id",
              LldpOrganizational.PortVlan.class,
              LldpOrganizational.PortVlan::vlan),
          TLVS.each(
              "ieee.802_1.port_proto_vlan.id",
              LldpOrganizational.ProtocolVlan.class,
              LldpOrganizational.ProtocolVlan::vlan),
          TLVS.each(
              "ieee.802_1.vlan.id",
              LldpOrganizational.VlanName.class,
              LldpOrganizational.VlanName::vlan),
          TLVS.each(
              "ieee.802_1.vlan.name",
              LldpOrganizational.VlanName.class,
              LldpOrganizational.VlanName::name),
          TLVS.each(
              "ieee.802_1.proto.id",
              LldpOrganizational.ProtocolIdentity.class,
              LldpOrganizational.ProtocolIdentity::identity),
          subtype("ieee.802_3.subtype", LldpOrganizationals.IEEE_802_3),
          TLVS.each(
                  "ieee.802_3.pmd_mau_type",
                  LldpOrganizational.MacPhy.class,
                  LldpOrganizational.MacPhy::mauType)
              .hex(4),
          TLVS.each(
              "ieee.802_3.max_frame_size",
              LldpOrganizational.MaximumFrameSize.class,
              LldpOrganizational.MaximumFrameSize::octets));

  private LldpFields() {}

  private static Address.Mac mac(OctetString id, boolean isMac) {
    return isMac && id.size() == 6 ? Address.Mac.of(id.octets()) : null;
  }

  private static ComputedField subtype(String name, int oui) {
    return TLVS.each(name, LldpOrganizational.class, tlv -> tlv.oui() == oui ? tlv.subtype() : null)
        .hex(2);
  }
}
