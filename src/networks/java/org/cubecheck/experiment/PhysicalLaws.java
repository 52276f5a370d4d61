package org.cubecheck.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The next frame of a motion from the frames so far, by a causal transformer, trained within a range of speeds and
 * tested outside it: the usual one against one whose feed-forward layers are half identity, half square.
 */
final class PhysicalLaws {

    private static final int WIDTH = 32;
    private static final int HEADS = 4;
    private static final int LAYERS = 2;
    private static final int FEED = 64;
    private static final int BATCH = 32;
    private static final int GIVEN = 3;
    private static final int TESTS = 128;
    private static final int TRAINING = 2048;
    private static final double RATE = 3e-3;
    private static final int WARM_UP = 50;
    private static final float FAR = 1000;

    private PhysicalLaws() {}

    /** Which transformer. */
    enum Model {
        USUAL("ReLU feed-forward layers, layer normalisation"),
        MODIFIED("feed-forward layers half identity, half square, no normalisation"),
        // One change at a time: MODIFIED makes two.
        USUAL_WITHOUT_NORMALISATION("ReLU feed-forward layers, no normalisation"),
        MODIFIED_WITH_NORMALISATION("feed-forward layers half identity, half square, layer normalisation");

        private final String meaning;

        Model(String meaning) {
            this.meaning = meaning;
        }

        boolean polynomial() {
            return this == MODIFIED || this == MODIFIED_WITH_NORMALISATION;
        }

        boolean normalised() {
            return this == USUAL || this == MODIFIED_WITH_NORMALISATION;
        }
    }

    static ExperimentPlan.Cell cell(String name, Motion motion, Model model, int steps) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("motion", motion.meaning());
        settings.put("speeds", "training and inside [1,4), outside [0,1) and [4,6)");
        settings.put(
                "model",
                "causal transformer, width " + WIDTH + ", " + HEADS + " heads, " + LAYERS + " layers, feed-forward "
                        + FEED + "; " + model.meaning);
        settings.put(
                "input",
                "positions divided by 5" + (motion.inputs() > motion.positions() ? ", (m1 - m2) / (m1 + m2)" : "")
                        + "; output: the velocity to the next frame");
        settings.put(
                "training",
                TRAINING + " sequences of " + Motion.FRAMES + " frames, batches of " + BATCH + ", " + steps
                        + " steps of Adam at " + RATE + ", warm-up " + WARM_UP
                        + " steps, falling over the last half, gradient norm at most 1");
        settings.put(
                "test",
                TESTS + " sequences inside and outside; from " + GIVEN
                        + " frames; mean absolute error of the velocity a step, of the position in a rollout");
        return new ExperimentPlan.Cell(name, settings, (seeds, context) -> train(motion, model, steps, seeds, context));
    }

    /** The transformers of several seeds. Arrays are (network, sequence times frame, width) between layers. */
    private static final class Transformer {
        private final Model model;
        private final int networks;
        private final Parameters.Affine embedding;
        private final NDArray place;
        private final List<Layer> layers = new ArrayList<>();
        private final Parameters.Affine readout;

        private record Layer(
                Parameters.Affine query,
                Parameters.Affine key,
                Parameters.Affine value,
                Parameters.Affine output,
                Parameters.Affine up,
                Parameters.Affine down,
                List<NDArray> scales) {}

        Transformer(Motion motion, Model model, Parameters parameters) {
            this.model = model;
            networks = parameters.networks();
            embedding = parameters.affine(motion.inputs(), WIDTH);
            place = parameters.uniform(0.3, 1, Motion.FRAMES, WIDTH);
            for (int l = 0; l < LAYERS; l++) {
                var scales = new ArrayList<NDArray>();
                for (int i = 0; model.normalised() && i < 2; i++) {
                    scales.add(parameters.constant(1, 1, WIDTH));
                    scales.add(parameters.constant(0, 1, WIDTH));
                }
                layers.add(new Layer(
                        parameters.affine(WIDTH, WIDTH),
                        parameters.affine(WIDTH, WIDTH),
                        parameters.affine(WIDTH, WIDTH),
                        parameters.affine(WIDTH, WIDTH),
                        parameters.affine(WIDTH, FEED),
                        parameters.affine(FEED, WIDTH),
                        scales));
            }
            readout = parameters.affine(WIDTH, motion.positions());
        }

        /** From (network, sequence, frame, input) to the velocities (network, sequence times frame, position). */
        NDArray of(NDManager local, NDArray x) {
            var shape = x.getShape();
            long sequences = shape.get(1);
            long frames = shape.get(2);
            var mask = mask(local, (int) frames);
            var h = embedding.of(x.reshape(networks, sequences * frames, shape.get(3)));
            h = h.reshape(networks, sequences, frames, WIDTH)
                    .add(place.get(":, :, :{}", frames))
                    .reshape(networks, sequences * frames, WIDTH);
            for (var layer : layers) {
                var seen = normalised(h, layer, 0);
                var q = split(layer.query.of(seen), sequences, frames);
                var k = split(layer.key.of(seen), sequences, frames);
                var v = split(layer.value.of(seen), sequences, frames);
                var weights = q.matMul(k.swapAxes(3, 4))
                        .mul((float) (1 / Math.sqrt(WIDTH / (double) HEADS)))
                        .add(mask)
                        .softmax(-1);
                var mixed = weights.matMul(v).swapAxes(2, 3).reshape(networks, sequences * frames, WIDTH);
                h = h.add(layer.output.of(mixed));
                var up = layer.up.of(normalised(h, layer, 1));
                h = h.add(layer.down.of(
                        model.polynomial()
                                ? NDArrays.concat(
                                        new NDList(
                                                up.get(":, :, :{}", FEED / 2),
                                                up.get(":, :, {}:", FEED / 2).square()),
                                        2)
                                : Activation.relu(up)));
            }
            return readout.of(h);
        }

        private NDArray normalised(NDArray h, Layer layer, int which) {
            if (!model.normalised()) return h;
            var centred = h.sub(h.mean(new int[] {2}, true));
            return centred.div(centred.square()
                            .mean(new int[] {2}, true)
                            .add(1e-5f)
                            .sqrt())
                    .mul(layer.scales.get(2 * which))
                    .add(layer.scales.get(2 * which + 1));
        }

        private NDArray split(NDArray x, long sequences, long frames) {
            return x.reshape(networks, sequences, frames, HEADS, WIDTH / HEADS).swapAxes(2, 3);
        }

        private static NDArray mask(NDManager local, int frames) {
            var mask = new float[frames * frames];
            for (int i = 0; i < frames; i++) {
                for (int j = i + 1; j < frames; j++) mask[i * frames + j] = -1e9f;
            }
            return local.create(mask, new Shape(frames, frames));
        }
    }

    private static double[][][] sequences(Motion motion, boolean inside, int count, SplittableRandom random) {
        var sequences = new double[count][][];
        for (int i = 0; i < count; i++) sequences[i] = motion.draw(inside, random);
        return sequences;
    }

    private static double velocity(double[][] sequence, int frame, int coordinate) {
        return (sequence[frame + 1][coordinate] - sequence[frame][coordinate]) / Motion.TICK;
    }

    private static List<SeedResult> train(
            Motion motion, Model model, int steps, List<Long> seeds, TrainingContext context) {
        int networks = seeds.size();
        int frames = Motion.FRAMES - 1;
        var training = seeds.stream()
                .map(seed -> sequences(motion, true, TRAINING, SeedData.random(seed, 1)))
                .toList();
        var order = seeds.stream().map(seed -> SeedData.random(seed, 4)).toList();
        try (var manager = context.manager().newSubManager()) {
            var parameters = new Parameters(
                    manager,
                    seeds.stream().map(seed -> SeedData.random(seed, 3)).toList());
            var transformer = new Transformer(motion, model, parameters);
            var descent = new Descent(manager, parameters).clipped();
            float[] losses = new float[networks];
            for (int step = 0; step < steps; step++) {
                var x = new float[networks * BATCH * frames * motion.inputs()];
                var y = new float[networks * BATCH * frames * motion.positions()];
                int input = 0;
                int target = 0;
                for (int s = 0; s < networks; s++) {
                    for (int b = 0; b < BATCH; b++) {
                        var sequence = training.get(s)[order.get(s).nextInt(TRAINING)];
                        for (int f = 0; f < frames; f++) {
                            for (double value : sequence[f]) x[input++] = (float) value;
                            for (int i = 0; i < motion.positions(); i++) y[target++] = (float) velocity(sequence, f, i);
                        }
                    }
                }
                double rate = Descent.falling(RATE, step, steps, 0.5) * Math.min(1, (step + 1.0) / WARM_UP);
                losses = descent.step(
                        rate,
                        local -> transformer
                                .of(local, local.create(x, new Shape(networks, BATCH, frames, motion.inputs())))
                                .sub(local.create(y, new Shape(networks, (long) BATCH * frames, motion.positions())))
                                .square()
                                .reshape(networks, -1)
                                .mean(new int[] {1}));
                context.steps().made(step + 1, steps, Extrapolation.mean(losses));
            }
            var measured = new ArrayList<Map<String, Double>>();
            for (int s = 0; s < networks; s++) measured.add(new LinkedHashMap<>());
            for (boolean inside : new boolean[] {true, false}) {
                var tests = seeds.stream()
                        .map(seed -> sequences(motion, inside, TESTS, SeedData.random(seed, inside ? 5 : 6)))
                        .toList();
                var oneStep = oneStep(manager, transformer, motion, tests);
                var rollout = rollout(manager, transformer, motion, tests);
                for (int s = 0; s < networks; s++) {
                    measured.get(s).put(inside ? "velocityInside" : "velocityOutside", oneStep[s]);
                    measured.get(s).put(inside ? "rolloutInside" : "rolloutOutside", rollout[s]);
                }
            }
            var results = new ArrayList<SeedResult>();
            for (int s = 0; s < networks; s++) {
                measured.get(s).put("training", Float.isFinite(losses[s]) ? (double) losses[s] : FAR);
                results.add(new SeedResult(seeds.get(s), List.of(new Checkpoint(steps, measured.get(s)))));
            }
            return results;
        }
    }

    /** The mean absolute error of the velocity from the third frame on, in the motion's units, for each network. */
    private static double[] oneStep(
            NDManager manager, Transformer transformer, Motion motion, List<double[][][]> tests) {
        int frames = Motion.FRAMES - 1;
        int p = motion.positions();
        var predicted = predict(manager, transformer, motion, tests, frames);
        var errors = new double[tests.size()];
        for (int s = 0; s < errors.length; s++) {
            for (int b = 0; b < TESTS; b++) {
                for (int f = GIVEN - 1; f < frames; f++) {
                    for (int i = 0; i < p; i++)
                        errors[s] += Math.abs(predicted[((s * TESTS + b) * frames + f) * p + i]
                                        - velocity(tests.get(s)[b], f, i))
                                / (TESTS * (frames - GIVEN + 1) * p);
                }
            }
        }
        return errors;
    }

    /** The mean absolute error of the position when each frame after the given ones is the model's own. */
    private static double[] rollout(
            NDManager manager, Transformer transformer, Motion motion, List<double[][][]> tests) {
        int p = motion.positions();
        var rolled = new ArrayList<double[][][]>();
        for (var test : tests) {
            var copy = new double[TESTS][Motion.FRAMES][];
            for (int b = 0; b < TESTS; b++) {
                for (int f = 0; f < Motion.FRAMES; f++) copy[b][f] = test[b][f].clone();
            }
            rolled.add(copy);
        }
        var errors = new double[tests.size()];
        for (int known = GIVEN; known < Motion.FRAMES; known++) {
            var predicted = predict(manager, transformer, motion, rolled, known);
            for (int s = 0; s < errors.length; s++) {
                for (int b = 0; b < TESTS; b++) {
                    for (int i = 0; i < p; i++) {
                        double next = rolled.get(s)[b][known - 1][i]
                                + Motion.TICK * predicted[((s * TESTS + b) * known + known - 1) * p + i];
                        next = Math.max(-10, Math.min(10, next));
                        rolled.get(s)[b][known][i] = next;
                        errors[s] += Math.abs(next - tests.get(s)[b][known][i]) / (TESTS * (Motion.FRAMES - GIVEN) * p);
                    }
                }
            }
        }
        return errors;
    }

    private static float[] predict(
            NDManager manager, Transformer transformer, Motion motion, List<double[][][]> tests, int frames) {
        var x = new float[tests.size() * TESTS * frames * motion.inputs()];
        int at = 0;
        for (var test : tests) {
            for (var sequence : test) {
                for (int f = 0; f < frames; f++) {
                    for (double value : sequence[f]) x[at++] = (float) value;
                }
            }
        }
        try (var local = manager.newSubManager()) {
            var predicted = transformer
                    .of(local, local.create(x, new Shape(tests.size(), TESTS, frames, motion.inputs())))
                    .toFloatArray();
            // A runaway prediction counts as far off, not as infinitely far.
            for (int i = 0; i < predicted.length; i++)
                predicted[i] = Float.isNaN(predicted[i]) ? FAR : Math.max(-FAR, Math.min(FAR, predicted[i]));
            return predicted;
        }
    }
}
