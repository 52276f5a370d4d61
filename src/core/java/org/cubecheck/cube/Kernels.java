package org.cubecheck.cube;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import jdk.incubator.vector.VectorShape;

/** One kernel for each element type. */
record Kernels(
        String name,
        Kernel<double[]> doubles,
        Kernel<float[]> floats,
        ExactKernel<int[]> ints,
        ExactKernel<long[]> longs) {

    static final Kernels SCALARS =
            new Kernels("scalars", new ScalarDoubles(), new ScalarFloats(), new ScalarInts(), new ScalarLongs());

    private static final String MODULE = "jdk.incubator.vector";

    /**
     * Until its loops are compiled the Vector API is slower by far. It takes about as long to start as scalars take for
     * so many elements.
     */
    private static final long WORTH_STARTING = 1 << 25;

    private static final Choice CHOICE = new Choice();
    private static final MethodHandle CHOSEN = CHOICE.dynamicInvoker();

    /** The kernels for a transform of so many elements. All give the same bits. */
    static Kernels of(int elements) {
        try {
            return (Kernels) CHOSEN.invokeExact(elements);
        } catch (Error error) {
            throw error;
        } catch (Throwable never) {
            throw new AssertionError(never);
        }
    }

    /**
     * Scalars until there was work enough, then the fastest for good. A call site, so that compiled code takes the
     * choice for a constant. Threads may overwrite each other's counts and see the change late. No result depends on
     * it.
     */
    private static final class Choice extends MutableCallSite {

        /** How many have been transformed, about. */
        private long elements;

        Choice() {
            super(MethodType.methodType(Kernels.class, int.class));
            try {
                setTarget(MethodHandles.lookup()
                        .findVirtual(Choice.class, "scalars", type())
                        .bindTo(this));
            } catch (ReflectiveOperationException never) {
                throw new AssertionError(never);
            }
        }

        private Kernels scalars(int more) {
            elements += more;
            if (elements >= WORTH_STARTING)
                setTarget(MethodHandles.dropArguments(
                        MethodHandles.constant(Kernels.class, Fastest.KERNELS), 0, int.class));
            return SCALARS;
        }
    }

    /**
     * Those on vectors of 256 or 512 bits where the JVM was started with the module for them, those on scalars
     * otherwise.
     */
    static Kernels fastest() {
        return Fastest.KERNELS;
    }

    /** Chosen when first asked for. */
    private static final class Fastest {
        static final Kernels KERNELS =
                ModuleLayer.boot().findModule(MODULE).isPresent() && Vectors.bits() >= 256 && Vectors.bits() <= 512
                        ? Vectors.kernels()
                        : SCALARS;
    }

    /**
     * All that names a class of the module, in a class of its own, which is not loaded where the module is not there.
     */
    private static final class Vectors {

        static int bits() {
            return VectorShape.preferredShape().vectorBitSize();
        }

        static Kernels kernels() {
            return new Kernels(
                    "vectors of " + bits() + " bits",
                    new VectorDoubles(),
                    new VectorFloats(),
                    new VectorInts(),
                    new VectorLongs());
        }
    }
}
