package org.cubecheck.cube;

/**
 * The Walsh-Hadamard transform, unnormalised: a[S] becomes sum_x a[x] chi_S(x), the order of the result is the natural
 * (Hadamard) one, the masks of {@link Cube}. Applied twice it multiplies by the length. Cost n 2^n additions.
 *
 * <p>For each element type there is the transform in place, out of place, of many rows at once, and by several threads.
 *
 * <ul>
 * <li>{@code long} and {@code int}: exact. An {@link ArithmeticException} is thrown if and only if a coefficient does
 * not fit into the type, and then nothing has been written. The check is one look at the input, unless the sum of its
 * absolute values is too large for the type; only then the coefficients are computed in twice the width, in 16 or 8
 * bytes a point.
 * <li>{@code double} and {@code float}: rounded, with an error of at most about n ulps of the sum of the absolute
 * values. All variants add the same pairs in the same order, so they give the same bits, and on every machine.
 * </ul>
 *
 * <p>The kernels use the Vector API if the JVM was started with {@code --add-modules jdk.incubator.vector}, and
 * straight-line scalar code otherwise; {@link #kernel()} says which. The first {@code 2^25} elements are done by
 * scalars in either case, as the Vector API takes a while to start. Lengths that are no power of two, and of rows those
 * that are no multiple of 2^n, are refused with an {@link IllegalArgumentException}; an array of no rows is none.
 */
public final class Walsh {

    private Walsh() {}

    /**
     * What the transforms run on once they have started: {@code scalars}, {@code vectors of 256 bits} or {@code vectors
     * of 512 bits}.
     */
    public static String kernel() {
        return Kernels.fastest().name();
    }

    /** In place. @throws ArithmeticException if a coefficient does not fit */
    public static void transform(long[] a) {
        int n = Cube.variables(a.length);
        var kernels = Kernels.of(a.length);
        if (kernels.longs().transformIfSmall(n, a)) return;
        Overflow.checked(kernels, n, a).transform(n, a, 0, a, 0);
    }

    /** From a into b, of the same length; a is left alone. @throws ArithmeticException if a coefficient does not fit */
    public static void transform(long[] a, long[] b) {
        int n = variables(a.length, b.length);
        Overflow.checked(Kernels.of(a.length), n, a).transform(n, a, 0, b, 0);
    }

    /**
     * In place, each row of 2^n neighbouring elements by itself. @throws ArithmeticException if a coefficient does not
     * fit
     */
    public static void transformRows(int n, long[] a) {
        checkRows(n, a.length);
        Overflow.checked(Kernels.of(a.length), n, a).rows(n, a, a.length);
    }

    /**
     * In place, by the fork-join pool that the caller runs in, or else the common one. @throws ArithmeticException if a
     * coefficient does not fit
     */
    public static void parallelTransform(long[] a) {
        int n = Cube.variables(a.length);
        Overflow.checked(Kernels.of(a.length), n, a).share(n, a, 0);
    }

    /** In place. @throws ArithmeticException if a coefficient does not fit */
    public static void transform(int[] a) {
        int n = Cube.variables(a.length);
        var kernels = Kernels.of(a.length);
        if (kernels.ints().transformIfSmall(n, a)) return;
        Overflow.checked(kernels, n, a).transform(n, a, 0, a, 0);
    }

    /** From a into b, of the same length; a is left alone. @throws ArithmeticException if a coefficient does not fit */
    public static void transform(int[] a, int[] b) {
        int n = variables(a.length, b.length);
        Overflow.checked(Kernels.of(a.length), n, a).transform(n, a, 0, b, 0);
    }

    /**
     * In place, each row of 2^n neighbouring elements by itself. @throws ArithmeticException if a coefficient does not
     * fit
     */
    public static void transformRows(int n, int[] a) {
        checkRows(n, a.length);
        Overflow.checked(Kernels.of(a.length), n, a).rows(n, a, a.length);
    }

    /**
     * In place, by the fork-join pool that the caller runs in, or else the common one. @throws ArithmeticException if a
     * coefficient does not fit
     */
    public static void parallelTransform(int[] a) {
        int n = Cube.variables(a.length);
        Overflow.checked(Kernels.of(a.length), n, a).share(n, a, 0);
    }

    /** In place. */
    public static void transform(double[] a) {
        int n = Cube.variables(a.length);
        Kernels.of(a.length).doubles().transform(n, a, 0, a, 0);
    }

    /** From a into b, of the same length; a is left alone. */
    public static void transform(double[] a, double[] b) {
        int n = variables(a.length, b.length);
        Kernels.of(a.length).doubles().transform(n, a, 0, b, 0);
    }

    /** In place, each row of 2^n neighbouring elements by itself. */
    public static void transformRows(int n, double[] a) {
        checkRows(n, a.length);
        Kernels.of(a.length).doubles().rows(n, a, a.length);
    }

    /** In place, by the fork-join pool that the caller runs in, or else the common one. */
    public static void parallelTransform(double[] a) {
        int n = Cube.variables(a.length);
        Kernels.of(a.length).doubles().share(n, a, 0);
    }

    /** In place. */
    public static void transform(float[] a) {
        int n = Cube.variables(a.length);
        Kernels.of(a.length).floats().transform(n, a, 0, a, 0);
    }

    /** From a into b, of the same length; a is left alone. */
    public static void transform(float[] a, float[] b) {
        int n = variables(a.length, b.length);
        Kernels.of(a.length).floats().transform(n, a, 0, b, 0);
    }

    /** In place, each row of 2^n neighbouring elements by itself. */
    public static void transformRows(int n, float[] a) {
        checkRows(n, a.length);
        Kernels.of(a.length).floats().rows(n, a, a.length);
    }

    /** In place, by the fork-join pool that the caller runs in, or else the common one. */
    public static void parallelTransform(float[] a) {
        int n = Cube.variables(a.length);
        Kernels.of(a.length).floats().share(n, a, 0);
    }

    private static int variables(int length, int other) {
        if (length != other)
            throw new IllegalArgumentException("arrays of " + length + " and of " + other + " elements");
        return Cube.variables(length);
    }

    private static void checkRows(int n, int length) {
        if (length % Cube.points(n) != 0)
            throw new IllegalArgumentException(
                    "rows of " + Cube.points(n) + " elements do not divide an array of " + length);
    }
}
