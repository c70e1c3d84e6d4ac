/** Reference pages of protocols, as text and as JSON: fields, tables, examples. */
package org.jpacker.core.reference;
