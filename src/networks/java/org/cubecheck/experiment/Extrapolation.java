package org.cubecheck.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Regression of a random polynomial (or, as a control, of a random piecewise-linear function) of k variables, trained
 * on [-1,1)^k and tested on [-2,2)^k: a multilayer perceptron with ReLU layers against one whose layers are half
 * identity, half square.
 */
final class Extrapolation {

    private static final int WIDTH = 64;
    private static final int TEST_POINTS = 1024;
    private static final int BATCH = 128;
    private static final double RATE = 2e-3;
    private static final int KINKS = 4;

    private Extrapolation() {}

    /** The layers that are compared. */
    enum Layers {
        RELU("ReLU"),
        POLYNOMIAL("half identity, half square");

        private final String meaning;

        Layers(String meaning) {
            this.meaning = meaning;
        }

        NDArray activate(NDArray x) {
            if (this == RELU) return Activation.relu(x);
            long width = x.getShape().get(2);
            return NDArrays.concat(
                    new NDList(
                            x.get(":, :, :{}", width / 2),
                            x.get(":, :, {}:", width / 2).square()),
                    2);
        }
    }

    /** What is to be learned. */
    enum Target {
        POLYNOMIAL,
        PIECEWISE_LINEAR
    }

    static ExperimentPlan.Cell cell(String name, Target target, int variables, int degree, Layers layers, int steps) {
        int training = variables == 1 ? 512 : 1024;
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "target",
                target == Target.POLYNOMIAL
                        ? "all monomials of degree at most " + degree + ", coefficients uniform on [-1,1)"
                        : "sum of " + KINKS + " |x - c| with coefficients uniform on [-1,1), c uniform on [-0.8,0.8)");
        settings.put("variables", "" + variables);
        settings.put("layers", layers.meaning);
        settings.put("network", variables + "-" + WIDTH + "-" + WIDTH + "-1");
        settings.put(
                "training",
                training + " points, batches of " + BATCH + ", " + steps + " steps of Adam at " + RATE
                        + ", falling over the last half");
        settings.put("test", TEST_POINTS + " points of [-2,2)^k");
        return new ExperimentPlan.Cell(
                name,
                settings,
                (seeds, context) -> train(target, variables, degree, layers, steps, training, seeds, context));
    }

    private static ToDoubleFunction<double[]> draw(Target target, int variables, int degree, SplittableRandom random) {
        if (target == Target.PIECEWISE_LINEAR) {
            var slope = random.doubles(KINKS, -1, 1).toArray();
            var kink = random.doubles(KINKS, -0.8, 0.8).toArray();
            return x -> {
                double sum = 0;
                for (int i = 0; i < KINKS; i++) sum += slope[i] * Math.abs(x[0] - kink[i]);
                return sum;
            };
        }
        var exponents = exponents(variables, degree);
        var coefficient = random.doubles(exponents.size(), -1, 1).toArray();
        return x -> {
            double sum = 0;
            for (int t = 0; t < coefficient.length; t++) {
                double product = coefficient[t];
                for (int i = 0; i < variables; i++)
                    product *= Math.pow(x[i], exponents.get(t)[i]);
                sum += product;
            }
            return sum;
        };
    }

    /** The monomials of degree at most {@code degree}. */
    static List<int[]> exponents(int variables, int degree) {
        if (variables == 0) return List.of(new int[0]);
        var all = new ArrayList<int[]>();
        for (int e = 0; e <= degree; e++) {
            for (var rest : exponents(variables - 1, degree - e)) {
                var exponent = java.util.Arrays.copyOf(rest, variables);
                exponent[variables - 1] = e;
                all.add(exponent);
            }
        }
        return all;
    }

    private static float[] points(int count, int variables, double bound, SplittableRandom random) {
        var points = new float[count * variables];
        for (int i = 0; i < points.length; i++) points[i] = (float) random.nextDouble(-bound, bound);
        return points;
    }

    private static float[] values(float[] points, int variables, ToDoubleFunction<double[]> target) {
        var values = new float[points.length / variables];
        var x = new double[variables];
        for (int p = 0; p < values.length; p++) {
            for (int i = 0; i < variables; i++) x[i] = points[p * variables + i];
            values[p] = (float) target.applyAsDouble(x);
        }
        return values;
    }

    private static List<SeedResult> train(
            Target target,
            int variables,
            int degree,
            Layers layers,
            int steps,
            int training,
            List<Long> seeds,
            TrainingContext context) {
        int networks = seeds.size();
        var inside = new ArrayList<float[]>();
        var values = new ArrayList<float[]>();
        var order = new ArrayList<SplittableRandom>();
        var testPoints = new float[networks * TEST_POINTS * variables];
        var testValues = new float[networks * TEST_POINTS];
        for (int s = 0; s < networks; s++) {
            var law = draw(target, variables, degree, SeedData.random(seeds.get(s), 1));
            var random = SeedData.random(seeds.get(s), 2);
            inside.add(points(training, variables, 1, random));
            values.add(values(inside.get(s), variables, law));
            var outside = points(TEST_POINTS, variables, 2, random);
            System.arraycopy(outside, 0, testPoints, s * outside.length, outside.length);
            System.arraycopy(values(outside, variables, law), 0, testValues, s * TEST_POINTS, TEST_POINTS);
            order.add(SeedData.random(seeds.get(s), 4));
        }
        try (var manager = context.manager().newSubManager()) {
            var parameters = new Parameters(
                    manager,
                    seeds.stream().map(seed -> SeedData.random(seed, 3)).toList());
            var first = parameters.affine(variables, WIDTH);
            var second = parameters.affine(WIDTH, WIDTH);
            var third = parameters.affine(WIDTH, 1);
            var descent = new Descent(manager, parameters).clipped();
            float[] losses = new float[networks];
            for (int step = 0; step < steps; step++) {
                var x = new float[networks * BATCH * variables];
                var y = new float[networks * BATCH];
                for (int b = 0; b < networks * BATCH; b++) {
                    int p = order.get(b / BATCH).nextInt(training);
                    System.arraycopy(inside.get(b / BATCH), p * variables, x, b * variables, variables);
                    y[b] = values.get(b / BATCH)[p];
                }
                losses = descent.step(
                        Descent.falling(RATE, step, steps, 0.5),
                        local -> third.of(layers.activate(second.of(layers.activate(
                                        first.of(local.create(x, new Shape(networks, BATCH, variables)))))))
                                .sub(local.create(y, new Shape(networks, BATCH, 1)))
                                .square()
                                .reshape(networks, -1)
                                .mean(new int[] {1}));
                context.steps().made(step + 1, steps, mean(losses));
            }
            float[] predicted;
            try (var local = manager.newSubManager()) {
                var x = local.create(testPoints, new Shape(networks, TEST_POINTS, variables));
                predicted = third.of(layers.activate(second.of(layers.activate(first.of(x)))))
                        .toFloatArray();
            }
            var results = new ArrayList<SeedResult>();
            for (int s = 0; s < networks; s++) {
                double error = 0;
                double sum = 0;
                double squares = 0;
                for (int p = s * TEST_POINTS; p < (s + 1) * TEST_POINTS; p++) {
                    error += Math.pow(predicted[p] - testValues[p], 2) / TEST_POINTS;
                    sum += testValues[p] / TEST_POINTS;
                    squares += testValues[p] * testValues[p] / TEST_POINTS;
                }
                Map<String, Double> measured = new LinkedHashMap<>();
                measured.put("test", error);
                measured.put("relative", error / Math.max(1e-12, squares - sum * sum));
                measured.put("training", (double) losses[s]);
                results.add(new SeedResult(seeds.get(s), List.of(new Checkpoint(steps, measured))));
            }
            return results;
        }
    }

    static double mean(float[] values) {
        double sum = 0;
        for (float value : values) sum += value / values.length;
        return sum;
    }
}
