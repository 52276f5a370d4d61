package org.cubecheck.experiment;

import ai.djl.ndarray.NDManager;

/**
 * Where networks are trained.
 *
 * @param manager makes the arrays, on the device
 * @param steps told after every step
 */
record TrainingContext(NDManager manager, Steps steps) {

    /** Told how a training gets on; may throw to end it. */
    interface Steps {
        void made(int done, int of, double loss);
    }
}
