package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.BlockReader;
import org.jpacker.io.pcap.BlockWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Test;

/** Reads and writes each pcapng file of the corpus block by block. */
class CorpusBlocksTest {
  /** Files with octets that a block does not represent, with reasons. */
  private static final Map<String, String> NOT_AS_THE_DRAFT_SAYS =
      Map.of("test102.pcapng", "the remainder of a truncated packet is in the place of options");

  private static List<Corpus.Entry> files() throws IOException {
    return Corpus.captures().stream()
        .filter(entry -> entry.isPlain() && entry.format().startsWith("pcapng"))
        .toList();
  }

  @Test
  void generatedFilesHoldTheBlocksThatTheirTextsName() throws IOException {
    int files = 0;
    for (Corpus.Entry entry : files()) {
      Path text = Path.of(entry.path().toString().replaceFirst("\\.pcapng$", ".txt"));
      if (!entry.file().startsWith("pcapng-test-generator/")) {
        continue;
      }
      files++;
      List<String> sequence = new ArrayList<>();
      Map<String, Integer> counts = new TreeMap<>();
      for (Block block : blocks(entry)) {
        sequence.add(block.name());
        counts.merge(block.name(), 1, Integer::sum);
        assertTrue(!(block instanceof Block.Malformed), () -> entry + ": " + block);
      }
      String wanted = Files.readString(text);
      assertTrue(
          wanted.contains("Block sequence: " + String.join(", ", sequence) + "\n"),
          () -> entry + ": " + sequence + ", not\n" + wanted);
      StringBuilder table = new StringBuilder("Block counts:\n");
      counts.forEach((name, count) -> table.append("\t" + name + ": " + count + "\n"));
      assertTrue(wanted.contains(table), () -> entry + ": " + table + ", not\n" + wanted);
      assertEquals(entry.packets(), packets(entry), entry.file());
    }
    assertEquals(48, files);
  }

  private static int packets(Corpus.Entry entry) {
    int packets = 0;
    try (FileCapture capture = Pcap.open(entry.path())) {
      while (capture.next() != null) {
        packets++;
      }
    }
    return packets;
  }

  private static List<Block> blocks(Corpus.Entry entry) {
    List<Block> blocks = new ArrayList<>();
    try (BlockReader reader = BlockReader.open(entry.path())) {
      reader.forEach(blocks::add);
    }
    return blocks;
  }

  /** Copies the file both ways: octet by octet, and by decoding and encoding. */
  @Test
  void copiesAreEqualInEveryOctet() throws IOException {
    int blocks = 0;
    for (Corpus.Entry entry : files()) {
      byte[] file = Files.readAllBytes(entry.path());
      ByteArrayOutputStream copied = new ByteArrayOutputStream();
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      try (BlockReader reader = BlockReader.open(new ByteArrayInputStream(file));
          BlockWriter copy = BlockWriter.create(copied, WriteSettings.pcapng());
          BlockWriter write = BlockWriter.create(written, WriteSettings.pcapng())) {
        for (Block block : reader) {
          blocks++;
          copy.copy(reader);
          write.write(block);
        }
      }
      assertArrayEquals(file, copied.toByteArray(), entry.file());
      if (!NOT_AS_THE_DRAFT_SAYS.containsKey(entry.file().replaceFirst(".*/", ""))) {
        assertArrayEquals(file, written.toByteArray(), entry.file());
      }
      assertEquals(read(file), read(written.toByteArray()), () -> entry + " means something else");
    }
    assertTrue(blocks > 7_000, blocks + " blocks");
  }

  private static List<Block> read(byte[] file) {
    List<Block> blocks = new ArrayList<>();
    try (BlockReader reader = BlockReader.open(new ByteArrayInputStream(file))) {
      reader.forEach(blocks::add);
    }
    return blocks;
  }

  @Test
  void packetsComeWithTheOptionsOfTheirBlocks() throws IOException {
    int options = 0;
    for (Corpus.Entry entry : files()) {
      List<List<BlockOption>> wanted = new ArrayList<>();
      List<Block> others = new ArrayList<>();
      for (Block block : blocks(entry)) {
        boolean isPacket =
            block instanceof Block.EnhancedPacket
                || block instanceof Block.SimplePacket
                || block instanceof Block.OldPacket;
        if (isPacket) {
          wanted.add(block.options());
        } else {
          others.add(block);
        }
      }
      try (FileCapture capture = Pcap.open(entry.path())) {
        assertEquals(FileFormat.PCAPNG, capture.format());
        for (List<BlockOption> of : wanted) {
          assertTrue(capture.next() != null, entry::file);
          assertEquals(of, capture.packetOptions(), entry::file);
          options += of.size();
        }
        assertEquals(null, capture.next(), entry::file);
        assertEquals(others, capture.blocks(), entry::file);
        assertEquals(
            capture.blocks(Block.InterfaceDescription.class).stream()
                .map(Block.InterfaceDescription::options)
                .toList(),
            capture.interfaces().stream().map(source -> source.options()).toList());
      }
    }
    assertTrue(options > 300, options + " options of packets");
  }
}
