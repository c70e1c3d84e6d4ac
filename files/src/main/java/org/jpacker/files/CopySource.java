package org.jpacker.files;

import java.math.BigDecimal;
import java.util.List;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.MergedCapture;

/** One file or several merged ones, as the source of a {@link CaptureCopy}. */
interface CopySource {
  /** The interfaces so far. */
  List<CaptureInterface> interfaces();

  /** Options of the packet that was read last. */
  List<BlockOption> packetOptions();

  /** Time of the packet that was read last, in seconds, if the packet cannot hold it; or null. */
  BigDecimal exactTime();

  /** The files that are read. */
  List<FileCapture> files();

  /** The number that packets have for an interface of a file. */
  int interfaceId(int file, int id);

  static CopySource of(FileCapture capture) {
    return new CopySource() {
      @Override
      public List<CaptureInterface> interfaces() {
        return capture.interfaces();
      }

      @Override
      public List<BlockOption> packetOptions() {
        return capture.packetOptions();
      }

      @Override
      public BigDecimal exactTime() {
        return capture.exactTime();
      }

      @Override
      public List<FileCapture> files() {
        return List.of(capture);
      }

      @Override
      public int interfaceId(int file, int id) {
        return id;
      }
    };
  }

  static CopySource of(MergedCapture merged, List<FileCapture> files) {
    return new CopySource() {
      @Override
      public List<CaptureInterface> interfaces() {
        return merged.interfaces();
      }

      @Override
      public List<BlockOption> packetOptions() {
        return merged.packetOptions();
      }

      @Override
      public BigDecimal exactTime() {
        return merged.exactTime();
      }

      @Override
      public List<FileCapture> files() {
        return files;
      }

      @Override
      public int interfaceId(int file, int id) {
        return merged.interfaceId(file, id);
      }
    };
  }
}
