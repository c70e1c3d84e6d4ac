/** The protocol beacon, which is made up: a plug-in for jpacker, built outside of it. */
module org.example.beacon {
  requires transitive org.jpacker.api;

  exports org.example.beacon;

  provides org.jpacker.api.spi.ProtocolProvider with
      org.example.beacon.BeaconProvider;
}
