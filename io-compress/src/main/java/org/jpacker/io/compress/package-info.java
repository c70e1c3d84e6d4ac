/** Compressions of capture files that take libraries; found through their provider interface. */
package org.jpacker.io.compress;
