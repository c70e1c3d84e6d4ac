/**
 * How values and names are written, the same in every output: the text of a value ({@link
 * org.jpacker.api.text.FieldText}), of a time ({@link org.jpacker.api.text.Times}), of what may be
 * hostile ({@link org.jpacker.api.text.Escape}); the fields that packets of every protocol have
 * ({@link org.jpacker.api.text.FrameFields}); and the refusal of a name that suggests near ones
 * ({@link org.jpacker.api.text.UnknownNameException}).
 */
package org.jpacker.api.text;
