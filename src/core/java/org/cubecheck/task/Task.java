package org.cubecheck.task;

import static java.util.Objects.requireNonNull;

import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.transform.Bijection;

/**
 * A task h: X -&gt; {-1,+1} on observations x = psi(z), given by its latent form g: h(psi(z)) = g(z).
 * Immutable.
 *
 * @param latent g: B^d -&gt; {-1,+1}
 */
public record Task(BooleanFunction latent) {

    public Task {
        requireNonNull(latent, "latent");
    }

    /** @throws IllegalArgumentException if one of the tables is not that of a function of d latents, d at most 4 */
    static void checkTables(int d, int... tables) {
        int last = (1 << (1 << d)) - 1;
        for (int table : tables) {
            if (table < 0 || table > last)
                throw new IllegalArgumentException(
                        "the table of a task of " + d + " latents lies within 0.." + last + ", not " + table);
        }
    }

    /** The number d of latents. */
    public int dimension() {
        return latent.variables();
    }

    /** deg g. */
    public int degree() {
        return latent.degree();
    }

    /**
     * What a learner whose world model is T, Phi(psi(z)) = T(z), must compute on top of it: u = g after T^-1, the one
     * function with u(Phi(x)) = h(x). It does not depend on psi.
     */
    public BooleanFunction predictor(Bijection T) {
        return T.inverse().pullback(latent);
    }
}
