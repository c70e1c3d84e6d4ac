/**
 * SLF4J under the module name that pcap4j requires: the automatic name of the SLF4J 1.7 jar.
 * Current versions of SLF4J have a different module name.
 */
module slf4j.api {
  requires transitive org.slf4j;
}
