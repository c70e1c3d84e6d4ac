/** Bulk scans: a few numbers from each of very many packets. */
module org.jpacker.scan {
  requires transitive org.jpacker.api;

  exports org.jpacker.scan;
}
