/** Capture files compressed with zstd, lz4 or xz; contains native code for zstd. */
module org.jpacker.io.compress {
  requires org.jpacker.io.pcap;
  requires com.github.luben.zstd_jni;
  requires org.tukaani.xz;

  provides org.jpacker.io.pcap.spi.CompressionProvider with
      org.jpacker.io.compress.ZstdCompression,
      org.jpacker.io.compress.Lz4Compression,
      org.jpacker.io.compress.XzCompression;
}
