/** Linux raw sockets without libpcap: fast capture and sending, raw IP, and virtual devices. */
module org.jpacker.io.raw {
  requires transitive org.jpacker.api;
  requires transitive org.jpacker.live;
  requires com.sun.jna;

  exports org.jpacker.io.raw;

  provides org.jpacker.live.spi.LiveProvider with
      org.jpacker.io.raw.RawProvider;
}
