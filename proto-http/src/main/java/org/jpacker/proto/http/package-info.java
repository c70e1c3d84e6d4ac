/** HTTP/1 messages. */
package org.jpacker.proto.http;
