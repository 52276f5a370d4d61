package org.cubecheck.realization;

import java.util.Optional;
import org.cubecheck.degree.MinDegree;

/**
 * What a representation saves on a task: deg(h | Phi) = deg h* - deg g, with g: B^d -&gt; R and h = g after Phi. Where
 * Phi(X) is not all of B^d several g fit. The authors' summary subtracts the greatest degree among them, the other
 * reading the least; on an invertible Phi they agree.
 * Immutable.
 *
 * @param degree deg h*, the least degree of a flat realization
 * @param least the least degree of a g that fits
 * @param greatest the greatest degree of a g that fits: that of the only one if Phi is onto B^d, else d
 */
public record ConditionalDegree(int degree, int least, int greatest) {

    /**
     * Both readings for one task.
     *
     * @param h the task on X, in the order of its points
     * @return empty if h is no function of Phi: it differs at two points that Phi takes to one
     */
    public static Optional<ConditionalDegree> of(Representation Phi, long... h) {
        if (h.length != Phi.support().size())
            throw new IllegalArgumentException(Phi.support().size() + " points and " + h.length + " values");
        var image = Phi.image();
        var g = new long[image.size()];
        var set = new boolean[g.length];
        for (int i = 0; i < h.length; i++) {
            int y = image.indexOf(Phi.at(i));
            if (set[y] && g[y] != h[i]) return Optional.empty();
            set[y] = true;
            g[y] = h[i];
        }
        int least = MinDegree.on(image).degreeOf(g);
        // A value that is free off the image can be chosen so that the coefficient at the full set is not 0.
        int greatest = image.size() == 1 << Phi.dimension() ? least : Phi.dimension();
        return Optional.of(new ConditionalDegree(Phi.minDegree().degreeOf(h), least, greatest));
    }

    /** deg h* - max deg g: the authors' reading. */
    public int againstGreatest() {
        return degree - greatest;
    }

    /** deg h* - min deg g: the other reading. */
    public int againstLeast() {
        return degree - least;
    }
}
