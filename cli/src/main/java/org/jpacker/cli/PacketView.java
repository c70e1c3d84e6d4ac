package org.jpacker.cli;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jpacker.api.text.Frame;
import org.jpacker.core.HexDump;
import org.jpacker.core.Summary;
import org.jpacker.core.TextTree;
import org.jpacker.core.json.FrameDetails;
import org.jpacker.core.json.PacketJson;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.OptionType;

/**
 * How packets are shown.
 *
 * @param octets whether a dump of the octets follows, except with JSON
 * @param checksums whether checksums are verified
 * @param time of the lines
 */
record PacketView(Form form, boolean octets, boolean checksums, Summary.Time time) {
  /** Length at which summaries are cut on a terminal; pipes and files get them whole. */
  private static final int INFO_WIDTH = 60;

  /** The text of one packet. */
  enum Form {
    /** A summary of one line. */
    LINE,
    /** All layers and fields, a line each. */
    TREE,
    /** A JSON object in one line. */
    JSON
  }

  /** Shows each packet on {@code out}. */
  Consumer<Frame> on(Output out) {
    return form == Form.JSON ? json(out, frame -> FrameDetails.NONE) : text(out);
  }

  /** Shows each packet of {@code capture} on {@code out}, when it is the last that was read. */
  Consumer<Frame> on(Output out, FileCapture capture) {
    return form == Form.JSON ? json(out, frame -> details(capture, frame)) : text(out);
  }

  private static FrameDetails details(FileCapture capture, Frame frame) {
    CaptureInterface source = capture.interfaces().get(frame.packet().interfaceId());
    return new FrameDetails(
        capture.exactTime(),
        source.text(OptionType.IF_NAME),
        source.snapLength(),
        BlockOption.comments(capture.packetOptions()));
  }

  private Consumer<Frame> json(Output out, Function<Frame, FrameDetails> details) {
    PacketJson plain = new PacketJson();
    PacketJson packets = checksums ? plain.withChecksums() : plain;
    return frame -> {
      packets.append(out.text(), frame, details.apply(frame));
      out.endLine();
    };
  }

  private Consumer<Frame> text(Output out) {
    Summary summary = Terminal.here().cuts() ? new Summary(time, INFO_WIDTH) : new Summary(time);
    Summary lines = checksums ? summary.withChecksums() : summary;
    TextTree trees = checksums ? new TextTree().withChecksums() : new TextTree();
    boolean isTree = form == Form.TREE;
    return frame -> {
      if (isTree) {
        trees.append(out.text(), frame);
      } else {
        lines.append(out.text(), frame);
        out.text().append('\n');
      }
      if (octets) {
        HexDump.append(out.text(), frame.packet());
      }
      if (isTree || octets) {
        out.text().append('\n');
      }
      out.endLines();
    };
  }
}
