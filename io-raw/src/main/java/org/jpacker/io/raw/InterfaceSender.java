package org.jpacker.io.raw;

/** Sends packets, link header included, through an interface. */
final class InterfaceSender extends Sender {
  private final Route route;

  private InterfaceSender(PacketSocket socket, SendBatch batch, int linkType) {
    super(
        socket.device().name(),
        linkType,
        () -> {
          batch.close();
          socket.close();
        });
    route = new Route(batch, SendBatch.NO_NAME);
  }

  static InterfaceSender open(Device device) {
    String name = device.name();
    Hardware hardware = Hardware.of(device.hardware());
    if (hardware.isCooked()) {
      throw Failure.of(
          name, "can be captured on, but not sent through: its link header is unknown");
    }
    PacketSocket socket = PacketSocket.open(device, true);
    try {
      socket.send();
    } catch (RuntimeException e) {
      socket.close();
      throw e;
    }
    return new InterfaceSender(
        socket, new SendBatch(name, socket.descriptor()), hardware.linkType());
  }

  @Override
  Route route(byte[] octets, int length) {
    return route;
  }
}
