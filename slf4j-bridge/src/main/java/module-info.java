/**
 * SLF4J under the name that pcap4j requires: the one that the file of SLF4J 1.7 had when modules
 * were new. No SLF4J of today answers to it.
 */
module slf4j.api {
  requires transitive org.slf4j;
}
