/** What a module implements to bring protocols, or a way to capture and send live. */
package org.jpacker.api.spi;
