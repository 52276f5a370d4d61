/**
 * Networks trained on tasks like the paper's, with gates that were fixed before the runs, and what is measured on them.
 * The only importer of the network library.
 *
 * <p>Every array of a training run has the seed as its leading axis: several independent networks, each with its own
 * data, tasks and initial weights, advance together by batched matrix products. All random numbers are drawn on this
 * side of the library from the experiment's seeds, so that a device changes the rounding and nothing else.
 *
 * <p>A measurement neither proves nor refutes a theorem about ideal learners; it is reported beside it.
 */
package org.cubecheck.experiment;
