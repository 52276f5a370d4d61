package org.cubecheck.cube;

import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/**
 * The transform of arrays of one element type, put together from two kinds of straight-line loops that the subclasses
 * write out: short contiguous runs, transformed in registers, and columns, which carry up to four stages at a stride
 * through registers.
 *
 * <p>The recursion goes depth first with three stages a level: whatever the sizes of the caches, a part that fits into
 * one is finished there, and eight rows at a distance of a power of two, which all fall into the same set of a cache,
 * are as many as its ways. Four stages are taken only at the bottom, where the rows are close together.
 *
 * <p>Every kernel applies the stages h = 1, 2, 4, ... in this order to every element, and each butterfly is one rounded
 * addition and one rounded subtraction. So all kernels, and the plain triple loop, agree bit for bit, in floating point
 * too.
 *
 * @param <A> the array type
 */
abstract class Kernel<A> {

    private static final int HEADER_BYTES = 16;
    private static final int LINE_BYTES = 64;
    private static final int PAGE_BYTES = 1 << 12;
    /**
     * Arrays of this size get regions of their own by the default collector, unless the heap is very large; others lie
     * anywhere.
     */
    private static final int REGION_BYTES = 1 << 20;

    /** log2 of the length from which a transform is worth sharing out to threads. */
    private static final int SHARED = 15;

    /** How many stages the registers can carry over a large stride: 3, or 2. */
    abstract int stagesAtOnce();

    /** log2 of the length of the longest run. */
    abstract int longestRun();

    /**
     * Transforms all runs of 2^n elements, n at most {@link #longestRun()}, among {@code length} elements of a, into b;
     * a may be b.
     */
    abstract void runs(int n, A a, int from, A b, int to, int length);

    /**
     * The stages h, 2 h, ... 2^(radix-1) h of {@code width} neighbouring columns, the first row beginning at {@code
     * from}.
     *
     * @param radix within 1..3, or 4 where {@link #stagesAtOnce} is 3
     */
    abstract void columns(int radix, A a, int from, int h, int width);

    /** Transforms 2^n elements of a into b; a may be b if the places are the same. */
    final void transform(int n, A a, int from, A b, int to) {
        int run = longestRun();
        if (n <= run) {
            runs(n, a, from, b, to, 1 << n);
            return;
        }
        int radix = radix(n - run, stagesAtOnce());
        int sub = n - radix;
        if (sub == run) runs(run, a, from, b, to, 1 << n);
        else for (int k = 0; k < 1 << n; k += 1 << sub) transform(sub, a, from + k, b, to + k);
        columns(radix, b, to, 1 << sub, 1 << sub);
    }

    /** Transforms each of the rows of 2^n elements. */
    final void rows(int n, A a, int length) {
        if (n <= longestRun()) runs(n, a, 0, a, 0, length);
        else for (int row = 0; row < length; row += 1 << n) transform(n, a, row, a, row);
    }

    /** As {@link #transform}, by the threads of the pool that the caller runs in, or else of the common pool. */
    final void share(int n, A a, int from) {
        if (n <= SHARED) {
            transform(n, a, from, a, from);
            return;
        }
        int sub = n - 3;
        int h = 1 << sub;
        ForkJoinTask.invokeAll(IntStream.range(0, 8)
                .mapToObj(k -> ForkJoinTask.adapt(() -> share(sub, a, from + k * h)))
                .toList());
        int width = h / 8;
        ForkJoinTask.invokeAll(IntStream.range(0, 8)
                .mapToObj(k -> ForkJoinTask.adapt(() -> columns(3, a, from + k * width, h, width)))
                .toList());
    }

    /**
     * The elements of a row before its first cache line, if it is known where the array lies and the row, a stride
     * long, is long enough to be worth it. A vector that crosses from one line to the next costs two.
     */
    static int head(int length, int h, int bytes) {
        return (long) length * bytes >= REGION_BYTES && h * bytes >= PAGE_BYTES
                ? (LINE_BYTES - HEADER_BYTES) / bytes
                : 0;
    }

    /**
     * How many of the stages above the runs the last pass takes: where three are taken at once, such that four are left
     * for the first pass.
     */
    static int radix(int stages, int atOnce) {
        if (atOnce == 3 && stages >= 4) return stages == 4 ? 4 : stages % 3 == 1 ? 3 : 2;
        return stages % atOnce == 2 ? 2 : Math.min(stages, atOnce);
    }
}
