package org.cubecheck.cube;

/** A kernel on integers, in arithmetic modulo the word size. */
abstract class ExactKernel<A> extends Kernel<A> {

    /**
     * log2 of the length of the parts that are looked at just before they are transformed, while they are in the
     * nearest cache.
     */
    private static final int LOOKED_AT = 12;

    /** The least b for which the absolute values of so many elements are less than 2^b. */
    abstract int bits(A a, int from, int length);

    /**
     * The kernel for elements less than 2^bits in absolute value: this one, unless another is faster on elements so
     * small.
     */
    Kernel<A> forBits(int bits) {
        return this;
    }

    /**
     * Transforms one run in place if its length is one for which its elements are looked at without a loop, and they
     * are less than 2^most.
     */
    boolean runIfSmall(int n, A a, int from, int most) {
        return false;
    }

    /** The bits of the largest integer of the type: 31 or 63. */
    abstract int capacity();

    /** Divides so many elements, all of them multiples, by 2^by. */
    abstract void shift(A a, int from, int length, int by);

    /**
     * Transforms 2^n elements in place if they are so small that no sum of them can overflow, and tells whether they
     * were; if not, they are what they were.
     */
    final boolean transformIfSmall(int n, A a) {
        return transformIfSmall(n, a, 0, capacity() - 1 - n);
    }

    private boolean transformIfSmall(int n, A a, int from, int most) {
        if (n <= LOOKED_AT) {
            if (runIfSmall(n, a, from, most)) return true;
            int bits = bits(a, from, 1 << n);
            if (bits > most) return false;
            forBits(bits).transform(n, a, from, a, from);
            return true;
        }
        int radix = radix(n - longestRun(), stagesAtOnce());
        int sub = n - radix;
        for (int k = 0; k < 1 << n; k += 1 << sub) {
            if (transformIfSmall(sub, a, from + k, most)) continue;
            // What is done was small: once more it is multiplied by its length, without overflow.
            for (int done = 0; done < k; done += 1 << sub) {
                transform(sub, a, from + done, a, from + done);
                shift(a, from + done, 1 << sub, sub);
            }
            return false;
        }
        columns(radix, a, from, 1 << sub, 1 << sub);
        return true;
    }
}
