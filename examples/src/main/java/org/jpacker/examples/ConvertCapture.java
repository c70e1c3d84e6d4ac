package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.files.CaptureFacts;
import org.jpacker.files.Conversion;
import org.jpacker.files.FactsText;
import org.jpacker.files.Omissions;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.WriteSettings;

/** Converts a capture to pcap and describes the new file. */
public final class ConvertCapture {
  private ConvertCapture() {}

  /** Prints what was lost, and the facts of the new file: {@code ConvertCapture IN OUT}. */
  public static void main(String[] args) {
    Path in = Path.of(args[0]);
    Path out = Path.of(args[1]);
    Omissions omissions = Conversion.to(WriteSettings.pcapNanos()).joiningInterfaces().run(in, out);
    omissions.sentences(FileFormat.PCAP_NANOS).forEach(System.out::println);
    StringBuilder text = new StringBuilder();
    FactsText.append(text, CaptureFacts.of(out)); // format, counts, times, hashes, interfaces
    System.out.print(text);
  }
}
