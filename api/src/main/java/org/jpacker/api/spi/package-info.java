/** What a module implements to bring protocols of its own. */
package org.jpacker.api.spi;
