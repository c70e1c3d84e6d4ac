package org.jpacker.testkit;

import java.io.IOException;
import java.net.ServerSocket;

/** Accepts TCP connections and closes them. */
final class TcpServer {
  private TcpServer() {}

  /** Listens on {@code PORT} until the process is terminated. */
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
