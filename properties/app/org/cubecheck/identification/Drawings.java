package org.cubecheck.identification;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Latents drawn at random, and representations made of them. */
public final class Drawings {

    private Drawings() {}

    public static double[][] signs(int rows, int d, RandomGenerator random) {
        return IntStream.range(0, rows)
                .mapToObj(r -> random.ints(d, 0, 2).mapToDouble(b -> 2 * b - 1).toArray())
                .toArray(double[][]::new);
    }

    public static double[][] noisy(double[][] rows, double noise, RandomGenerator random) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row)
                        .map(v -> v + noise * random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
    }

    public static double[][] rotated(double[][] z, double degrees, double noise, RandomGenerator random) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        // Every two coordinates among themselves.
        return noisy(
                Arrays.stream(z)
                        .map(v -> IntStream.range(0, v.length)
                                .mapToDouble(i -> i % 2 == 0 ? c * v[i] - s * v[i + 1] : s * v[i - 1] + c * v[i])
                                .toArray())
                        .toArray(double[][]::new),
                noise,
                random);
    }
}
