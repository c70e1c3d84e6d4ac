/** Linux raw sockets: packets at wire speed, raw IP, and devices of one's own, without libpcap. */
module org.jpacker.io.raw {
  requires transitive org.jpacker.api;
  requires transitive org.jpacker.live;
  requires com.sun.jna;

  exports org.jpacker.io.raw;

  provides org.jpacker.live.spi.LiveProvider with
      org.jpacker.io.raw.RawProvider;
}
