package org.cubecheck.realization;

import static java.util.Objects.requireNonNull;

import org.cubecheck.cube.RealFunction;
import org.cubecheck.degree.Interpolant;

/** A way to compute a task h on the observed points, and what it costs. Immutable. */
public sealed interface Realization {

    /** What is minimised: the degree of a flat realization, deg Phi + deg g of a hierarchical one. */
    int complexity();

    /** A polynomial on B^m that agrees with h on X; its complexity is deg h*, the least possible. */
    record Flat(Interpolant f) implements Realization {
        public Flat {
            requireNonNull(f, "f");
        }

        @Override
        public int complexity() {
            return f.degree();
        }
    }

    /** h = g after Phi. */
    record Hierarchical(Representation Phi, RealFunction g) implements Realization {
        public Hierarchical {
            requireNonNull(Phi, "Phi");
            requireNonNull(g, "g");
            if (g.variables() != Phi.dimension())
                throw new IllegalArgumentException("a representation in B^" + Phi.dimension() + " and a function of "
                        + g.variables() + " variables");
        }

        @Override
        public int complexity() {
            return Phi.degree() + g.degree();
        }

        /** The flat realization of the same task (scaled by the denominator of g), of least degree. */
        public Flat flattened() {
            return new Flat(Phi.minDegree().interpolate(Phi.compose(g)));
        }
    }
}
