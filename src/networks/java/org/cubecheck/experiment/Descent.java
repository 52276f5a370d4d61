package org.cubecheck.experiment;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Adam on several independent networks at once. The loss is a sum over the networks, so none sees the gradient of
 * another; everything that mixes elements of a gradient (the clip) does so within one network.
 */
final class Descent {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final NDManager manager;
    private final Parameters parameters;
    private final List<NDArray> mean = new ArrayList<>();
    private final List<NDArray> square = new ArrayList<>();
    private final Map<NDArray, Float> decay = new LinkedHashMap<>();
    private boolean clip;
    private int steps;

    Descent(NDManager manager, Parameters parameters) {
        this.manager = manager;
        this.parameters = parameters;
        for (var array : parameters.arrays()) {
            mean.add(array.zerosLike());
            square.add(array.zerosLike());
        }
    }

    /** Adds {@code strength} |w|^2 to the loss of each network. */
    Descent decaying(NDArray weights, double strength) {
        decay.put(weights, (float) strength);
        return this;
    }

    /** Scales the gradient of each network to norm 1 where it is longer. */
    Descent clipped() {
        clip = true;
        return this;
    }

    /**
     * One step. A network whose loss is not finite gets a gradient of 0.
     *
     * @param rate the learning rate
     * @param loss the losses of the networks, one each; arrays made with the given manager end with the step
     * @return the losses before the step
     */
    float[] step(double rate, Function<NDManager, NDArray> loss) {
        steps++;
        try (var step = manager.newSubManager()) {
            var arrays = parameters.arrays();
            for (var array : arrays) array.tempAttach(step);
            float[] losses;
            try (var collector = Engine.getInstance().newGradientCollector()) {
                var each = loss.apply(step);
                losses = each.toFloatArray();
                collector.backward(each.sum());
            }
            var gradients = arrays.stream().map(NDArray::getGradient).toList();
            for (int i = 0; i < arrays.size(); i++) {
                Float strength = decay.get(arrays.get(i));
                if (strength != null) gradients.get(i).addi(arrays.get(i).mul(2 * strength));
            }
            if (clip) clip(gradients);
            for (int s = 0; s < losses.length; s++) {
                if (!Float.isFinite(losses[s])) for (var gradient : gradients) gradient.set(new NDIndex(s), 0);
            }
            double correction = Math.sqrt(1 - Math.pow(BETA2, steps));
            float size = (float) (rate * correction / (1 - Math.pow(BETA1, steps)));
            float epsilon = (float) (EPSILON * correction);
            for (int i = 0; i < arrays.size(); i++) {
                var gradient = gradients.get(i);
                mean.get(i).tempAttach(step);
                square.get(i).tempAttach(step);
                mean.get(i).muli(BETA1).addi(gradient.mul(1 - BETA1));
                square.get(i).muli(BETA2).addi(gradient.square().muli(1 - BETA2));
                arrays.get(i)
                        .subi(mean.get(i)
                                .div(square.get(i).sqrt().addi(epsilon))
                                .muli(size));
                gradient.subi(gradient);
            }
            return losses;
        }
    }

    private void clip(List<NDArray> gradients) {
        NDArray total = null;
        for (var gradient : gradients) {
            var sum = gradient.square().reshape(parameters.networks(), -1).sum(new int[] {1});
            total = total == null ? sum : total.addi(sum);
        }
        var scale = total.sqrt().maximum(1f).pow(-1);
        for (var gradient : gradients) {
            var shape = new long[gradient.getShape().dimension()];
            Arrays.fill(shape, 1);
            shape[0] = parameters.networks();
            gradient.muli(scale.reshape(shape));
        }
    }

    /** A rate that stays, then falls linearly to a hundredth over the last {@code tail} of the steps. */
    static double falling(double rate, int step, int steps, double tail) {
        double left = (double) (steps - step) / (steps * tail);
        return left >= 1 ? rate : rate * Math.max(0.01, left);
    }
}
