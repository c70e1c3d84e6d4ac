package org.jpacker.io.compress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.spi.CompressionProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** Reading captures that other encoders have compressed. */
class CompressionTest {
  private static final ProtocolRegistry NOTHING = ProtocolRegistry.of();
  private static final byte[] CAPTURE = capture(3000);
  private static final byte[] SMALL = capture(12);

  @TempDir Path folder;

  /** A pcap file with octets that compress well and octets that do not. */
  private static byte[] capture(int packets) {
    ByteBuffer out = ByteBuffer.allocate(24 + packets * 1100).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0xa1b2c3d4)
        .putShort((short) 2)
        .putShort((short) 4)
        .putLong(0)
        .putInt(65535)
        .putInt(1);
    Random random = new Random(11);
    for (int i = 0; i < packets; i++) {
      byte[] packet = new byte[random.nextInt(1000)];
      if (i % 3 == 0) {
        random.nextBytes(packet);
      } else {
        Arrays.fill(packet, (byte) i);
      }
      out.putInt(1_700_000_000 + i).putInt(i).putInt(packet.length).putInt(packet.length);
      out.put(packet);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private interface Encoder {
    OutputStream on(OutputStream out) throws IOException;
  }

  private static byte[] encoded(byte[] plain, Encoder encoder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = encoder.on(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  /** The encoders of the libraries, by name. */
  private static Map<String, Encoder> encoders() {
    Map<String, Encoder> encoders = new LinkedHashMap<>();
    for (int level : new int[] {1, 3, 19}) {
      encoders.put("zstd " + level, out -> new ZstdOutputStreamNoFinalizer(out, level));
    }
    encoders.put("zstd checked", out -> new ZstdOutputStreamNoFinalizer(out).setChecksum(true));
    for (BLOCKSIZE size : BLOCKSIZE.values()) {
      encoders.put(
          "lz4 " + size, out -> new LZ4FrameOutputStream(out, size, FLG.Bits.BLOCK_INDEPENDENCE));
      encoders.put(
          "lz4 checked " + size,
          out ->
              new LZ4FrameOutputStream(
                  out,
                  size,
                  FLG.Bits.BLOCK_INDEPENDENCE,
                  FLG.Bits.BLOCK_CHECKSUM,
                  FLG.Bits.CONTENT_CHECKSUM));
    }
    // smallest window: each reader allocates the size stated in the file
    for (int check : new int[] {XZ.CHECK_NONE, XZ.CHECK_CRC32, XZ.CHECK_CRC64, XZ.CHECK_SHA256}) {
      encoders.put("xz " + check, out -> new XZOutputStream(out, new LZMA2Options(0), check));
    }
    return encoders;
  }

  private record Contents(List<Packet> packets, String damage) {}

  private static Contents read(byte[] file) {
    return read(new ByteArrayInputStream(file));
  }

  private static Contents read(InputStream file) {
    List<Packet> packets = new ArrayList<>();
    try (Capture capture = Pcap.open(file, NOTHING)) {
      capture.forEach(packets::add);
    } catch (CaptureException e) {
      return new Contents(packets, e.getMessage());
    }
    return new Contents(packets, null);
  }

  private static void assertSame(byte[] plain, Contents contents, String what) {
    assertEquals(null, contents.damage, what);
    assertEquals(read(plain).packets, contents.packets, what);
  }

  @Test
  void capturesAreRead() throws IOException {
    for (var encoder : encoders().entrySet()) {
      assertSame(CAPTURE, read(encoded(CAPTURE, encoder.getValue())), encoder.getKey());
    }
  }

  @Test
  void severalOneAfterTheOtherCountAsOne() throws IOException {
    for (var encoder : encoders().entrySet()) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int from = 0; from < CAPTURE.length; from += 400_001) {
        byte[] part = Arrays.copyOfRange(CAPTURE, from, Math.min(CAPTURE.length, from + 400_001));
        all.writeBytes(encoded(part, encoder.getValue()));
      }
      assertSame(CAPTURE, read(all.toByteArray()), encoder.getKey());
      // a pipe that returns single octets and reports none as available
      InputStream slow =
          new ByteArrayInputStream(all.toByteArray()) {
            @Override
            public int read(byte[] into, int from, int count) {
              return super.read(into, from, Math.min(1, count));
            }

            @Override
            public int available() {
              return 0;
            }
          };
      assertSame(CAPTURE, read(slow), encoder.getKey());
    }
  }

  @Test
  void cutAnywhereWhatWasWholeIsThereAndThenAMessage() throws IOException {
    List<Packet> whole = read(SMALL).packets;
    for (var encoder : encoders().entrySet()) {
      byte[] file = encoded(SMALL, encoder.getValue());
      int before = 0;
      for (int length = 1; length < file.length; length++) {
        Contents contents = read(Arrays.copyOf(file, length));
        String what = encoder.getKey() + " cut at " + length + ": " + contents.damage;
        assertTrue(contents.damage != null, what);
        assertTrue(
            length < 6 && contents.damage.contains("is not a capture file")
                || contents.damage.contains("data end early"),
            what);
        assertEquals(whole.subList(0, contents.packets.size()), contents.packets, what);
        assertTrue(contents.packets.size() >= before, what);
        before = contents.packets.size();
      }
    }
  }

  @Test
  void damageIsAMessageAndNothingElse() throws IOException {
    Random random = new Random(2);
    for (var encoder : encoders().entrySet()) {
      byte[] file = encoded(SMALL, encoder.getValue());
      for (int i = 0; i < 500; i++) {
        byte[] damaged = file.clone();
        for (int n = random.nextInt(3); n >= 0; n--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        // without a checksum, the packets may differ; any exception but CaptureException fails here
        read(damaged);
      }
    }
  }

  @Test
  void octetsBehindTheEndAreNoSilence() throws IOException {
    for (var encoder : encoders().entrySet()) {
      byte[] file = encoded(SMALL, encoder.getValue());
      byte[] more = Arrays.copyOf(file, file.length + 5);
      Arrays.fill(more, file.length, more.length, (byte) 'x');
      Contents contents = read(more);
      assertEquals(12, contents.packets.size(), encoder.getKey());
      assertTrue(contents.damage != null, encoder.getKey());
    }
  }

  @Test
  void claimsOfMuchMemoryAreRefused() throws IOException {
    byte[] xz = encoded(SMALL, out -> new XZOutputStream(out, new LZMA2Options(0), XZ.CHECK_NONE));
    // the block header: size, flags, filter 0x21, one octet of properties (the dictionary size)
    assertEquals(0x21, xz[14]);
    xz[16] = 36;
    var crc = new java.util.zip.CRC32();
    crc.update(xz, 12, 8);
    ByteBuffer.wrap(xz).order(ByteOrder.LITTLE_ENDIAN).putInt(20, (int) crc.getValue());
    assertEquals(
        "stream (uncompressed): offset 0: cannot be read: the xz data are damaged: they need 1024 MiB"
            + " of memory, at most 128 are used; decompress the file with xz first",
        read(xz).damage);
    // a frame header without a content size, and a window of 2^31
    byte[] zstd = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) (21 << 3), 1, 0, 0};
    String damage = read(zstd).damage;
    assertTrue(damage.contains("too much memory"), damage);
  }

  @Test
  void whatIsWrittenIsRecognisedAndRead() throws IOException {
    for (CompressionProvider provider : List.of(new ZstdCompression(), new XzCompression())) {
      assertTrue(provider.canCompress());
      byte[] file = encoded(CAPTURE, provider::compress);
      assertTrue(provider.recognises(Arrays.copyOf(file, CompressionProvider.FIRST_OCTETS)));
      assertSame(CAPTURE, read(file), provider.name());
    }
  }

  @Test
  void filesOfTheProgramsAreRead() throws Exception {
    Path plain = Files.write(folder.resolve("a.pcap"), CAPTURE);
    for (String options :
        List.of(
            "zstd -1",
            "zstd -19 --long=27",
            "zstd --ultra -22",
            "zstd --no-check",
            "xz -0",
            "xz -9e",
            "xz --check=none",
            "xz -T2 --block-size=100KiB",
            "lz4 -1",
            "lz4 -9",
            "lz4 -B4 -BD",
            "lz4 -B7 -BD",
            "lz4 -BX",
            "lz4 --content-size -BD",
            "lz4 --no-frame-crc",
            "lz4 -l")) {
      byte[] file = run((options + " -c -k " + plain).split(" "));
      assertSame(CAPTURE, read(file), options);
    }
  }

  @Test
  void namesTellOfCompressions() {
    for (CompressionProvider provider :
        List.of(new ZstdCompression(), new XzCompression(), new Lz4Compression())) {
      for (String suffix : provider.suffixes()) {
        assertEquals(provider.name(), Pcap.compressionOf("a.pcap" + suffix));
      }
    }
  }

  @Test
  void filesAreReadByThePrograms() throws Exception {
    Map<String, CompressionProvider> providers =
        Map.of("zstd", new ZstdCompression(), "xz", new XzCompression());
    for (var provider : providers.entrySet()) {
      Path file = folder.resolve("b" + provider.getValue().suffixes().get(0));
      Files.write(file, encoded(CAPTURE, provider.getValue()::compress));
      assertArrayEquals(CAPTURE, run(provider.getKey(), "-d", "-c", file.toString()));
    }
  }

  private byte[] run(String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Process process;
    try {
      process =
          new ProcessBuilder(words)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      Assumptions.abort(words[0] + " is not installed");
      throw e;
    }
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), () -> "still running: " + words[0]);
    assertEquals(0, process.exitValue(), () -> String.join(" ", words));
    return Files.readAllBytes(out);
  }
}
