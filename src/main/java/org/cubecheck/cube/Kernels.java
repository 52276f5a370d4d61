package org.cubecheck.cube;

import jdk.incubator.vector.VectorShape;

/** One kernel for each element type. */
record Kernels(String name, Kernel<double[]> doubles, Kernel<float[]> floats, ExactKernel<int[]> ints, ExactKernel<long[]> longs) {

  static final Kernels SCALARS = new Kernels("scalars", new ScalarDoubles(), new ScalarFloats(), new ScalarInts(), new ScalarLongs());

  private static final String MODULE = "jdk.incubator.vector";

  /** Until its loops are compiled the Vector API is slower by far. It takes about as long to start as scalars take for so many elements. */
  private static final long WORTH_STARTING = 1 << 25;

  private static final Work WORK = new Work();

  /** The kernels for a transform of so many elements. All give the same bits. */
  static Kernels of(int elements) {
    if (WORK.elements >= WORTH_STARTING) return Fastest.KERNELS;
    WORK.elements += elements;
    return SCALARS;
  }

  /** How many elements have been transformed, about: threads may overwrite each other's counts. No result depends on it. */
  private static final class Work {
    private long elements;
  }

  /** Those on vectors of 256 or 512 bits where the JVM was started with the module for them, those on scalars otherwise. */
  static Kernels fastest() {
    return Fastest.KERNELS;
  }

  /** Chosen when first asked for. */
  private static final class Fastest {
    static final Kernels KERNELS = ModuleLayer.boot().findModule(MODULE).isPresent() && Vectors.bits() >= 256 && Vectors.bits() <= 512
        ? Vectors.kernels()
        : SCALARS;
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
