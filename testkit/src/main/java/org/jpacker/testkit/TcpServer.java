package org.jpacker.testkit;

import java.io.IOException;
import java.net.ServerSocket;

/** Accepts connections and lets go of them. */
final class TcpServer {
  private TcpServer() {}

  /** Listens on {@code PORT} until it is ended. */
  public static void main(String[] words) throws IOException {
    try (ServerSocket server = new ServerSocket(Integer.parseInt(words[0]))) {
      System.out.print('!');
      System.out.flush();
      while (true) {
        server.accept().close();
      }
    }
  }
}
