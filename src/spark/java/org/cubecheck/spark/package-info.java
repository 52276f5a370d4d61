/**
 * Sweeps on Apache Spark; the only importer of Spark and Hadoop. It is compiled in the Maven profile {@code spark} and
 * found through {@link java.util.ServiceLoader}, so that nobody else downloads or sees them.
 */
package org.cubecheck.spark;
