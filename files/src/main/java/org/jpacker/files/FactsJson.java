package org.jpacker.files;

import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.core.json.JsonWriter;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.NameRecord;
import org.jpacker.io.pcap.TimeResolution;

/**
 * The facts of a capture file as one JSON object without line feeds. Times are strings, because a
 * double cannot hold them exactly: {@code first} and {@code last} in seconds since 1970, those of
 * blocks and options in the unit of their interface, as in the file.
 */
public final class FactsJson {
  private final JsonWriter json;
  private final CaptureFacts facts;

  private FactsJson(StringBuilder out, CaptureFacts facts) {
    json = new JsonWriter(out);
    this.facts = facts;
  }

  /** Appends the object. */
  public static void append(StringBuilder out, CaptureFacts facts) {
    new FactsJson(out, facts).write();
  }

  private void write() {
    json.open('{').name("file").string(facts.name()).name("format").string(facts.format().title());
    if (facts.compression() != null) {
      json.name("compression").string(facts.compression());
    }
    json.name("byte_order").string(order(facts.byteOrders().get(0)));
    if (facts.byteOrders().size() > 1) {
      json.name("byte_orders").open('[');
      facts.byteOrders().forEach(order -> json.string(order(order)));
      json.close(']');
    }
    if (facts.digest() != null) {
      json.name("size")
          .number(facts.digest().size())
          .name("sha256")
          .string(facts.digest().sha256());
      json.name("sha1").string(facts.digest().sha1());
    }
    json.name("packets").number(facts.packets().count());
    json.name("data")
        .number(facts.packets().original())
        .name("captured")
        .number(facts.packets().captured());
    json.name("cut_short").number(facts.packets().truncated());
    if (facts.packets().count() > 0) {
      json.name("least_length")
          .number(facts.packets().shortest())
          .name("most_length")
          .number(facts.packets().longest());
    }
    if (facts.times().first() != Packet.NO_TIME) {
      json.name("first")
          .string(seconds(facts.times().first()))
          .name("last")
          .string(seconds(facts.times().last()));
      json.name("backwards").number(facts.times().backwards());
    }
    json.name("without_time").number(facts.times().missing());
    json.name("times_rounded").number(facts.times().rounded());
    json.name("times_beyond").number(facts.times().outOfRange());
    interfaces();
    blocks();
    comments();
    json.close('}');
  }

  private static String order(ByteOrder order) {
    return order == ByteOrder.BIG_ENDIAN ? "big" : "little";
  }

  private void interfaces() {
    json.name("interfaces").open('[');
    for (CaptureInterface source : facts.interfaces()) {
      json.open('{').name("id").number(source.id()).name("section").number(source.section());
      json.name("link_type").number(source.linkType());
      json.name("snap_length").number(source.snapLength());
      json.name("time_unit").string(source.resolution().toString());
      json.name("packets").number(facts.packetsOf(source));
      options(source.options(), source.resolution());
      json.close('}');
    }
    json.close(']');
  }

  private void blocks() {
    json.name("blocks").open('[');
    for (Block block : facts.blocks()) {
      if (block instanceof Block.InterfaceDescription) {
        continue;
      }
      json.open('{').name("block").string(block.name());
      if (block instanceof Block.InterfaceStatistics statistics) {
        json.name("interface").number(statistics.interfaceId());
        json.name("units").string(Long.toUnsignedString(statistics.units()));
      } else if (block instanceof Block.NameResolution names) {
        names(names);
      } else if (block instanceof Block.DecryptionSecrets secrets) {
        json.name("secrets_type").number(secrets.secretsType() & 0xffffffffL);
        json.name("octets").number(secrets.octets().size());
      } else if (block instanceof Block.Custom custom) {
        json.name("enterprise").number(custom.enterprise());
        json.name("octets").number(custom.octets().size());
      } else if (block instanceof Block.Unknown unknown) {
        json.name("octets").number(unknown.octets().size());
      } else if (block instanceof Block.Malformed malformed) {
        json.name("malformed").string(malformed.reason());
      }
      options(block.options(), TimeResolution.MICROSECONDS);
      json.close('}');
    }
    json.close(']').name("blocks_left_out").number(facts.blocksLeftOut());
  }

  private void names(Block.NameResolution block) {
    json.name("names").open('[');
    for (NameRecord entry : block.records()) {
      if (entry instanceof NameRecord.Names names) {
        json.open('{').name("address").string(names.address().toString());
        json.name("names").open('[');
        names.names().forEach(json::string);
        json.close(']').close('}');
      }
    }
    json.close(']');
  }

  private void comments() {
    json.name("packet_comments").number(facts.commentCount()).name("comments").open('[');
    for (CaptureFacts.Comment comment : facts.comments()) {
      json.open('{').name("packet").number(comment.packet());
      json.name("text").string(comment.text()).close('}');
    }
    json.close(']');
  }

  private void options(List<BlockOption> options, TimeResolution resolution) {
    if (options.isEmpty()) {
      return;
    }
    json.name("options").open('[');
    for (BlockOption option : options) {
      json.open('{').name("name").string(option.name()).name("value");
      if (option instanceof BlockOption.Text text) {
        json.string(text.text());
      } else if (option instanceof BlockOption.Number number
          && number.text().equals(Long.toString(number.value()))) {
        json.number(number.value());
      } else if (option instanceof BlockOption.Time time) {
        json.string(Long.toUnsignedString(time.units()));
      } else {
        json.string(OptionText.of(option, resolution, 0));
      }
      json.close('}');
    }
    json.close(']');
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).toPlainString();
  }
}
