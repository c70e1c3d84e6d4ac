package org.jpacker.cli;

import java.util.function.Consumer;
import org.jpacker.api.text.Frame;
import org.jpacker.core.HexDump;
import org.jpacker.core.Summary;
import org.jpacker.core.TextTree;
import org.jpacker.core.json.PacketJson;

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
    return form == Form.JSON ? json(out) : text(out);
  }

  private Consumer<Frame> json(Output out) {
    PacketJson plain = new PacketJson();
    PacketJson packets = checksums ? plain.withChecksums() : plain;
    return frame -> {
      packets.append(out.text(), frame);
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
