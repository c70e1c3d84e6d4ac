/** What a module provides that reads capture files through one more compression. */
package org.jpacker.io.pcap.spi;
