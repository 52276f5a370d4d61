package org.cubecheck.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A shared encoder and a head for each task, for several seeds at once: observations (m) -&gt; two hidden ReLU layers
 * -&gt; d tanh units, the representation -&gt; the heads.
 */
final class TaskNetwork implements AutoCloseable {

    /** What the heads are. */
    enum Heads {
        /** An own hidden ReLU layer for each task. */
        RELU("one hidden ReLU layer a task"),
        /** The same, but they see t_1 = phi_1, t_i = phi_i phi_(i-1) in place of the representation. */
        SCRAMBLED("one hidden ReLU layer a task, on t_1 = phi_1, t_i = phi_i phi_(i-1)"),
        /** Linear in all 2^d monomials of the representation: no preference among degrees. */
        WALSH("linear in all monomials of the representation");

        private final String meaning;

        Heads(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }
    }

    /**
     * How it is trained.
     *
     * @param batch points a step; the number of points for the full batch
     * @param decay the strength of |V|^2 over the number of tasks, V all matrices of the heads
     */
    record Settings(int hidden, Heads heads, int headWidth, int steps, double rate, int batch, double decay) {}

    private static final double TAIL = 0.3;

    private final NDManager manager;
    private final Settings settings;
    private final List<SeedData> dataOfSeeds;
    private final int tasks;
    private final int points;
    private final int d;
    private final int m;
    private final List<SplittableRandom> order = new ArrayList<>();
    private final List<Parameters.Affine> encoder;
    private final Parameters.Affine head;
    private final NDArray readout;
    private final NDArray offset;
    private final Descent descent;
    private final NDArray all;

    /** @param tasks how many of the tasks of each seed are trained on */
    TaskNetwork(NDManager parent, Settings settings, List<SeedData> dataOfSeeds, List<Long> seeds, int tasks) {
        this.manager = parent.newSubManager();
        this.settings = settings;
        this.dataOfSeeds = List.copyOf(dataOfSeeds);
        this.tasks = tasks;
        points = dataOfSeeds.get(0).latents().length;
        d = dataOfSeeds.get(0).latents()[0].length;
        m = dataOfSeeds.get(0).observations()[0].length;
        for (long seed : seeds) order.add(SeedData.random(seed, 4));
        var parameters = new Parameters(
                manager, seeds.stream().map(seed -> SeedData.random(seed, 3)).toList());
        encoder = List.of(
                parameters.affine(m, settings.hidden()),
                parameters.affine(settings.hidden(), settings.hidden()),
                parameters.affine(settings.hidden(), d));
        int width = settings.headWidth();
        if (settings.heads() == Heads.WALSH) {
            head = new Parameters.Affine(
                    parameters.uniform(1.0 / Math.sqrt(1 << d), 1 << d, tasks), parameters.uniform(0, 1, tasks));
            readout = head.weight();
            offset = head.offset();
        } else {
            // Large enough that the kinks of the hidden units lie apart; with 1 / sqrt(d) the features hardly move and
            // little is identified.
            double bound = Math.sqrt(6.0 / d);
            head = new Parameters.Affine(
                    parameters.uniform(bound, d, (long) tasks * width),
                    parameters.uniform(bound, 1, (long) tasks * width));
            readout = parameters.uniform(1 / Math.sqrt(width), 1, (long) tasks * width);
            offset = parameters.uniform(0, 1, tasks);
        }
        descent = new Descent(manager, parameters);
        if (settings.decay() > 0) {
            descent.decaying(readout, settings.decay() / tasks);
            if (settings.heads() != Heads.WALSH) descent.decaying(head.weight(), settings.decay() / tasks);
        }
        var everything = new float[dataOfSeeds.size() * points * m];
        int at = 0;
        for (var data : dataOfSeeds) {
            for (var row : data.observations()) {
                for (double value : row) everything[at++] = (float) value;
            }
        }
        all = manager.create(everything, new Shape(dataOfSeeds.size(), points, m));
    }

    /** One step of training, the {@code step}-th from 0. Returns the mean squared error of each seed on its batch. */
    float[] step(int step) {
        int batch = settings.batch();
        var inputs = new float[dataOfSeeds.size() * batch * m];
        var targets = new float[dataOfSeeds.size() * batch * tasks];
        int input = 0;
        int target = 0;
        for (int s = 0; s < dataOfSeeds.size(); s++) {
            var data = dataOfSeeds.get(s);
            for (int b = 0; b < batch; b++) {
                int z = batch == points ? b : order.get(s).nextInt(points);
                for (double value : data.observations()[z]) inputs[input++] = (float) value;
                for (int t = 0; t < tasks; t++) targets[target++] = (float) data.targets()[z][t];
            }
        }
        return descent.step(Descent.falling(settings.rate(), step, settings.steps(), TAIL), local -> {
            var x = local.create(inputs, new Shape(dataOfSeeds.size(), batch, m));
            var y = local.create(targets, new Shape(dataOfSeeds.size(), batch, tasks));
            return predict(represent(x))
                    .sub(y)
                    .square()
                    .reshape(dataOfSeeds.size(), -1)
                    .mean(new int[] {1});
        });
    }

    private NDArray represent(NDArray x) {
        var hidden = Activation.relu(encoder.get(0).of(x));
        return Activation.tanh(encoder.get(2).of(Activation.relu(encoder.get(1).of(hidden))));
    }

    private NDArray predict(NDArray representation) {
        if (settings.heads() == Heads.WALSH)
            return monomials(representation).matMul(readout).addi(offset);
        var seen = settings.heads() == Heads.SCRAMBLED ? scrambled(representation) : representation;
        var hidden = Activation.relu(head.of(seen)).mul(readout);
        var shape = representation.getShape();
        return hidden.reshape(shape.get(0), shape.get(1), tasks, settings.headWidth())
                .sum(new int[] {3})
                .addi(offset);
    }

    private static NDArray scrambled(NDArray phi) {
        return NDArrays.concat(
                new NDList(phi.get(":, :, :1"), phi.get(":, :, 1:").mul(phi.get(":, :, :-1"))), 2);
    }

    private NDArray monomials(NDArray phi) {
        var features = NDArrays.concat(new NDList(phi.get(":, :, :1").onesLike(), phi.get(":, :, :1")), 2);
        for (int i = 1; i < d; i++)
            features = NDArrays.concat(new NDList(features, features.mul(phi.get(":, :, {}:{}", i, i + 1))), 2);
        return features;
    }

    /** The representation of every point: by seed, point and coordinate. */
    List<double[][]> representations() {
        try (var local = manager.newSubManager()) {
            all.tempAttach(local);
            var values = represent(all).toFloatArray();
            var tables = new ArrayList<double[][]>();
            for (int s = 0; s < dataOfSeeds.size(); s++) {
                var table = new double[points][d];
                for (int z = 0; z < points; z++) {
                    for (int i = 0; i < d; i++) table[z][i] = values[(s * points + z) * d + i];
                }
                tables.add(table);
            }
            return tables;
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
