package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.api.Capture;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;

/** Walks all layers and fields without knowing any protocol. */
public final class FieldsByName {
  private FieldsByName() {}

  /** Prints each field of each packet by its display-filter name: {@code FieldsByName FILE}. */
  public static void main(String[] args) {
    try (Capture capture = Pcap.open(Path.of(args[0]))) {
      for (Packet packet : capture) {
        for (Layer layer : packet.layers()) {
          if (layer instanceof Header header) {
            for (Field field : header.protocol().layout().fields()) {
              System.out.println(field.name() + " = " + field.text(header));
            }
          }
        }
      }
    }
  }
}
