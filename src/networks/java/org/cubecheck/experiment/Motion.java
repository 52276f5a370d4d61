package org.cubecheck.experiment;

import java.util.SplittableRandom;

/**
 * Simulated motion of balls, frame by frame. Speeds are drawn from [1, 4), the training range, or from outside it, [0,
 * 1) and [4, 6). A frame holds the positions; what does not change with time (a mass ratio) is repeated in every frame.
 * Lengths are divided by 5.
 */
enum Motion {
    /** One ball thrown horizontally; it falls. Two coordinates. */
    PARABOLIC("a ball thrown horizontally falls", 2, 2) {
        @Override
        double[][] draw(boolean inside, SplittableRandom random) {
            double speed = speed(inside, random);
            double x0 = random.nextDouble(-2, 0);
            double y0 = random.nextDouble(2, 4);
            var frames = new double[FRAMES][];
            for (int f = 0; f < FRAMES; f++) {
                double t = f * TICK;
                frames[f] = new double[] {(x0 + speed * t) / LENGTH, (y0 - GRAVITY * t * t / 2) / LENGTH};
            }
            return frames;
        }
    },
    /** Two balls on a line collide elastically at a random time between two frames. */
    COLLISION("two balls collide elastically, at any time", 2, 3) {
        @Override
        double[][] draw(boolean inside, SplittableRandom random) {
            return collision(inside, random.nextDouble(3, 8) * TICK, random);
        }
    },
    /** The same, but always at the sixth frame: no kink within a step, and no event to be detected. */
    ALIGNED_COLLISION("two balls collide elastically, always at frame 6", 2, 3) {
        @Override
        double[][] draw(boolean inside, SplittableRandom random) {
            return collision(inside, 5 * TICK, random);
        }
    };

    static final int FRAMES = 12;
    static final double TICK = 0.1;
    private static final double GRAVITY = 9.8;
    private static final double LENGTH = 5;

    private final String meaning;
    private final int positions;
    private final int inputs;

    Motion(String meaning, int positions, int inputs) {
        this.meaning = meaning;
        this.positions = positions;
        this.inputs = inputs;
    }

    String meaning() {
        return meaning;
    }

    /** How many coordinates of a frame move; they come first. */
    int positions() {
        return positions;
    }

    /** How many numbers a frame holds. */
    int inputs() {
        return inputs;
    }

    /** One sequence: by frame, its numbers. */
    abstract double[][] draw(boolean inside, SplittableRandom random);

    private static double speed(boolean inside, SplittableRandom random) {
        if (inside) return random.nextDouble(1, 4);
        // Both gaps with a probability in proportion to their lengths, 1 and 2.
        double u = random.nextDouble(0, 3);
        return u < 1 ? u : 3 + u;
    }

    /**
     * Momentum and energy are kept: v1' = mu v1 + (1 - mu) v2, v2' = (1 + mu) v1 - mu v2, with mu = (m1 - m2) / (m1 +
     * m2).
     */
    private static double[][] collision(boolean inside, double contact, SplittableRandom random) {
        double m1 = Math.pow(random.nextDouble(0.7, 1.4), 2);
        double m2 = Math.pow(random.nextDouble(0.7, 1.4), 2);
        double mu = (m1 - m2) / (m1 + m2);
        double v1 = speed(inside, random);
        double v2 = -speed(inside, random);
        double after1 = mu * v1 + (1 - mu) * v2;
        double after2 = (1 + mu) * v1 - mu * v2;
        double place = random.nextDouble(-0.5, 0.5);
        var frames = new double[FRAMES][];
        for (int f = 0; f < FRAMES; f++) {
            double t = f * TICK - contact;
            frames[f] = new double[] {
                (place + (t < 0 ? v1 : after1) * t) / LENGTH, (place + (t < 0 ? v2 : after2) * t) / LENGTH, mu
            };
        }
        return frames;
    }
}
