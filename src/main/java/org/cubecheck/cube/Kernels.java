package org.cubecheck.cube;

import jdk.incubator.vector.VectorShape;

/** The kernels in use: vectors of 256 or 512 bits where the JVM was started with the module for them, scalars otherwise. */
record Kernels(String name, Kernel<double[]> doubles, Kernel<float[]> floats, ExactKernel<int[]> ints, ExactKernel<long[]> longs) {

  private static final String MODULE = "jdk.incubator.vector";

  /** Chosen once, when the first transform asks. */
  static final Kernels CHOSEN = ModuleLayer.boot().findModule(MODULE).isPresent() && Vectors.bits() >= 256 && Vectors.bits() <= 512
      ? Vectors.kernels()
      : scalar();

  static Kernels scalar() {
    return new Kernels("scalars", new ScalarDoubles(), new ScalarFloats(), new ScalarInts(), new ScalarLongs());
  }

  /** All that names a class of the module, in a class of its own, which is not loaded where the module is not there. */
  private static final class Vectors {

    static int bits() {
      return VectorShape.preferredShape().vectorBitSize();
    }

    static Kernels kernels() {
      return new Kernels("vectors of " + bits() + " bits", new VectorDoubles(), new VectorFloats(), new VectorInts(), new VectorLongs());
    }
  }
}
