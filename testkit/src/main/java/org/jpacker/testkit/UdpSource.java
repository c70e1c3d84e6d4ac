package org.jpacker.testkit;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Sends datagrams numbered from 0 with the ordinary sockets of Java. */
final class UdpSource {
  static final int SIZE = 64;

  private UdpSource() {}

  /** Sends {@code COUNT} datagrams to {@code ADDRESS PORT}. */
  public static void main(String[] words) throws IOException {
    InetAddress address = InetAddress.getByName(words[0]);
    int port = Integer.parseInt(words[1]);
    int count = Integer.parseInt(words[2]);
    byte[] data = new byte[SIZE];
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int i = 0; i < count; i++) {
        ByteBuffer.wrap(data).putInt(i);
        socket.send(new DatagramPacket(data, data.length, address, port));
      }
    }
  }
}
