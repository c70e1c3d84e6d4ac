/** What was meant by a name that is unknown; not exported. */
package org.jpacker.api.names;
