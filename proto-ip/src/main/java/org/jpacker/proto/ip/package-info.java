/** The Internet Protocol, versions 4 and 6, with options and extension headers. */
package org.jpacker.proto.ip;
