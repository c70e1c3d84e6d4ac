package org.jpacker.io.raw;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Sends datagrams numbered from 0, from several ports in turn. */
final class Flows {
  private Flows() {}

  /** Usage: {@code ADDRESS PORT COUNT FLOWS}. */
  public static void main(String[] words) throws IOException {
    InetAddress address = InetAddress.getByName(words[0]);
    DatagramSocket[] sockets = new DatagramSocket[Integer.parseInt(words[3])];
    for (int i = 0; i < sockets.length; i++) {
      sockets[i] = new DatagramSocket();
    }
    for (int i = 0; i < Integer.parseInt(words[2]); i++) {
      byte[] data = String.valueOf(i).getBytes();
      sockets[i % sockets.length].send(
          new DatagramPacket(data, data.length, address, Integer.parseInt(words[1])));
    }
  }
}
