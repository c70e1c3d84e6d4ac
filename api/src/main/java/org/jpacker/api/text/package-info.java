/**
 * The text of values and names, the same in every output.
 *
 * <p>{@link org.jpacker.api.text.FieldText} appends the value of a field and its name, {@link
 * org.jpacker.api.text.Times} a time stamp. A {@link org.jpacker.api.text.Frame} is a packet with
 * its position in a capture; {@link org.jpacker.api.text.FrameFields} are the fields that depend on
 * that position rather than on a protocol. {@link org.jpacker.api.text.UnknownNameException}
 * suggests similar names for an unknown one.
 *
 * <p>Everything that originates in a packet may be hostile and passes through {@link
 * org.jpacker.api.text.Escape}. Methods append to a {@link StringBuilder} of the caller's, so that
 * an output needs no string per value. A function of a plug-in that fails leaves a message in place
 * of its own value and nothing else.
 */
package org.jpacker.api.text;
