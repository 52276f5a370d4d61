package org.cubecheck.identify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * How often as many random units of the latents, never trained, show all latents as clearly: f(w . z) with weights of a
 * normal distribution and as much noise as the coordinates have that were found. A wide layer that nobody trained has
 * units near each latent.
 *
 * @param layers one for each kind of unit
 */
public record Untrained(List<Layer> layers) {

    private static final int FEWEST = 39;
    private static final int MOST = 999;
    /** Where one layer in ten is as clear, this many without one are met once in 4,000 times. */
    private static final int ENOUGH_OF_NONE = 79;
    /** Where so large a part is as clear, the level is passed whatever follows. */
    private static final double PLAINLY = 0.3;
    /** At most so many layers are tried that their values are about as many. */
    private static final double VALUES = 2e6;
    /** Rows by which the units are chosen that are looked at closely. */
    private static final int FEW_ROWS = 256;
    /**
     * At this level and below, the coordinates themselves matter. Of three sign units of three latents 6% are the
     * latents, of four of four hardly any: a small world model is not to be doubted for that alone.
     */
    private static final double LEVEL = 0.1;
    /** A layer is as clear if what is not a latent's own is at most so many times as much: it varies with the rows. */
    private static final double AS_CLEAR = 2;

    public Untrained {
        layers = List.copyOf(layers);
    }

    /** The function of a unit. */
    public enum Unit {
        LINEAR(v -> v),
        TANH(StrictMath::tanh),
        SIGN(Math::signum),
        RELU(v -> Math.max(0, v));

        private final DoubleUnaryOperator function;

        Unit(DoubleUnaryOperator function) {
            this.function = function;
        }
    }

    /**
     * @param tried layers of these units
     * @param asClear how many of them show all latents as clearly
     */
    public record Layer(Unit unit, int tried, int asClear) {
        /** The part of the layers, the representation itself counted among them, that are as clear as it. */
        public double p() {
            return (1 + asClear) / (1.0 + tried);
        }

        /** Whether that is more than 10%. */
        public boolean wouldDo() {
            return p() > LEVEL;
        }
    }

    /** Of the kinds, the first that is as clear most often. */
    public Optional<Layer> clearest() {
        return layers.stream()
                .max(Comparator.comparingInt(Layer::asClear).thenComparing(Layer::unit, Comparator.reverseOrder()));
    }

    /** Whether layers of some kind do as well. */
    public boolean wouldDo() {
        return layers.stream().anyMatch(Layer::wouldDo);
    }

    /**
     * Cost at least 4 times 39 times the width times 256 rows times latents, and for a few units all rows.
     *
     * @param rows of latents and of the representation, of which the width matters alone
     * @param own how clear the representation is
     * @param noise its variance over that of the signal
     */
    static Untrained of(Subsample rows, double own, double noise, RandomGenerator random) {
        double[][] z = rows.z();
        // Where the rows tell so little apart, their own unclearness is sampling.
        double sampling = 4 * noise * z.length / z[0].length;
        double bar = 1 - AS_CLEAR * (1 - own) - sampling - 1e-9;
        double size = (double) z.length * z[0].length * rows.phi().length;
        int tried = (int) Math.max(FEWEST, Math.min(MOST, VALUES / size));
        return new Untrained(Arrays.stream(Unit.values())
                .map(unit -> {
                    int asClear = 0;
                    int t = 0;
                    while (t < tried && !isPlain(t, asClear)) {
                        if (Clearness.of(layer(z, rows.phi().length, unit, noise, random)) >= bar) asClear++;
                        t++;
                    }
                    return new Layer(unit, t, asClear);
                })
                .toList());
    }

    /** Whether no more layers are wanted: none was as clear, or far more than the level. */
    private static boolean isPlain(int tried, int asClear) {
        return asClear == 0 ? tried >= ENOUGH_OF_NONE : tried >= FEWEST && asClear > PLAINLY * tried;
    }

    /** The units of a layer that are nearest to each latent, all with as much noise as the mean of them has signal. */
    private static Subsample layer(double[][] z, int w, Unit unit, double noise, RandomGenerator random) {
        int d = z.length;
        int few = Math.min(FEW_ROWS, z[0].length);
        var weights = new double[w][d];
        var covariance = new double[w][d];
        var variance = new double[w];
        var latentMean = new double[d];
        for (int k = 0; k < d; k++) {
            for (int r = 0; r < few; r++) latentMean[k] += z[k][r] / few;
        }
        double signal = 0;
        var value = new double[few];
        for (int i = 0; i < w; i++) {
            for (int k = 0; k < d; k++) weights[i][k] = random.nextGaussian();
            fill(value, weights[i], z, unit);
            double mean = 0;
            for (double v : value) mean += v / few;
            for (int r = 0; r < few; r++) {
                double centred = value[r] - mean;
                variance[i] += centred * centred / few;
                for (int k = 0; k < d; k++) covariance[i][k] += centred * z[k][r] / few;
            }
            signal += variance[i] / w;
        }
        for (int i = 0; i < w; i++) {
            double deviation = Math.sqrt(variance[i] + noise * signal);
            for (int k = 0; k < d; k++) covariance[i][k] = deviation > 0 ? covariance[i][k] / deviation : 0;
        }
        int[] nearest = Clearness.nearest(covariance);
        var units = new double[nearest.length][z[0].length];
        double scale = Math.sqrt(noise * signal);
        for (int c = 0; c < nearest.length; c++) {
            fill(units[c], weights[nearest[c]], z, unit);
            double mean = 0;
            for (int r = 0; r < units[c].length; r++) {
                if (scale > 0) units[c][r] += scale * random.nextGaussian();
                mean += units[c][r] / units[c].length;
            }
            for (int r = 0; r < units[c].length; r++) units[c][r] -= mean;
        }
        return new Subsample(z, units);
    }

    private static void fill(double[] value, double[] weights, double[][] z, Unit unit) {
        Arrays.fill(value, 0);
        for (int k = 0; k < z.length; k++) {
            for (int r = 0; r < value.length; r++) value[r] += weights[k] * z[k][r];
        }
        for (int r = 0; r < value.length; r++) value[r] = unit.function.applyAsDouble(value[r]);
    }
}
