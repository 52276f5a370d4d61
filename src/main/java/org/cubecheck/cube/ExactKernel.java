package org.cubecheck.cube;

/** A kernel on integers, in arithmetic modulo the word size. */
abstract class ExactKernel<A> extends Kernel<A> {

  /** The least b for which all absolute values are less than 2^b. */
  abstract int bits(A a);
}
