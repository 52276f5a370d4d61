/**
 * Files that appear whole or not at all, and finished parts of a long computation kept in them, so that whatever ends a
 * run, the next one takes up what was finished. Needs the JDK only.
 */
package org.cubecheck.store;
