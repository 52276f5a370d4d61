package org.cubecheck.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The weights of several independent networks of one architecture: the leading axis of every array is the seed. Each
 * network draws its weights from its own random source, so it does not depend on which others it is trained with.
 */
final class Parameters {

    private final NDManager manager;
    private final List<SplittableRandom> randoms;
    private final List<NDArray> arrays = new ArrayList<>();

    /** @param randoms one source for each network */
    Parameters(NDManager manager, List<SplittableRandom> randoms) {
        this.manager = manager;
        this.randoms = List.copyOf(randoms);
    }

    int networks() {
        return randoms.size();
    }

    List<NDArray> arrays() {
        return List.copyOf(arrays);
    }

    /** Weights uniform on [-bound, bound), of the given shape for each network; bound 0 gives zeros. */
    NDArray uniform(double bound, long... shape) {
        int size = 1;
        for (long extent : shape) size *= (int) extent;
        var values = new float[randoms.size() * size];
        for (int s = 0; s < randoms.size(); s++) {
            for (int i = 0; i < size; i++)
                values[s * size + i] = bound == 0 ? 0 : (float) randoms.get(s).nextDouble(-bound, bound);
        }
        return add(values, shape);
    }

    /** Weights of one constant value. */
    NDArray constant(float value, long... shape) {
        int size = randoms.size();
        for (long extent : shape) size *= (int) extent;
        var values = new float[size];
        Arrays.fill(values, value);
        return add(values, shape);
    }

    private NDArray add(float[] values, long[] shape) {
        var full = new long[shape.length + 1];
        full[0] = randoms.size();
        System.arraycopy(shape, 0, full, 1, shape.length);
        var array = manager.create(values, new Shape(full));
        array.setRequiresGradient(true);
        arrays.add(array);
        return array;
    }

    /**
     * An affine layer: a matrix (in, out) and an offset (1, out) for each network, by the usual uniform law of bound 1
     * / sqrt(in).
     */
    Affine affine(int in, int out) {
        double bound = 1 / Math.sqrt(in);
        return new Affine(uniform(bound, in, out), uniform(bound, 1, out));
    }

    /** x -&gt; x W + b on arrays (network, ..., point, in). */
    record Affine(NDArray weight, NDArray offset) {
        NDArray of(NDArray x) {
            return x.matMul(weight).addi(offset);
        }
    }
}
