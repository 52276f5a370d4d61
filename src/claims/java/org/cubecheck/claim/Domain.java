package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A finite set of points at one dimension: all of it in a stated order, one representative of each orbit, or only a
 * sampler. The auditor walks it without knowing what the points are; a range of indices is a shard.
 * Immutable, but for what its functions do: an auditor calls them from several threads at once.
 *
 * @param <X> the points
 */
public sealed interface Domain<X> {

    /** What the points are: "invertible transforms of B^3". */
    String name();

    /**
     * The dimension by which domains of one statement are ordered; the smallest counterexample is sought from below.
     */
    int dimension();

    /** The least dimension of its points, where they have several; the largest is {@link #dimension()}. */
    default int from() {
        return dimension();
    }

    /** How many points there are. */
    BigInteger size();

    /** What bounds its points besides the dimension, such as the number of observed variables; mostly nothing. */
    List<Bound> bounds();

    /**
     * The name of another domain of the statement to which all points of this one belong, so that drawing from this one
     * adds nothing to what is shown on all of that one; empty if there is none.
     */
    default Optional<String> within() {
        return Optional.empty();
    }

    /** This domain, whose points are bounded in one more parameter: named in every headline. */
    Domain<X> bounded(String parameter, int from, int to);

    /**
     * A parameter of the points besides the dimension.
     *
     * @param parameter its name, as in the statement: {@code m}
     * @param from its least value among the points
     * @param to its largest
     */
    record Bound(String parameter, int from, int to) {
        public Bound {
            requireNonNull(parameter, "parameter");
            if (from > to) throw new IllegalArgumentException(parameter + " from " + from + " to " + to);
        }
    }

    private static List<Bound> and(List<Bound> bounds, String parameter, int from, int to) {
        return Stream.concat(bounds.stream(), Stream.of(new Bound(parameter, from, to)))
                .toList();
    }

    /**
     * Every point.
     *
     * @param from the least dimension of a point
     * @param count the number of points
     * @param point the point of index 0..count-1, in the stated order
     * @param casesPerPoint how many elementary cases the check examines at a point within scope
     * @param bounds as {@link Domain#bounds()}
     */
    record All<X>(
            String name,
            int from,
            int dimension,
            long count,
            LongFunction<X> point,
            long casesPerPoint,
            List<Bound> bounds)
            implements Domain<X> {
        public All {
            requireNonNull(name, "name");
            requireNonNull(point, "point");
            bounds = List.copyOf(requireNonNull(bounds, "bounds"));
            if (from > dimension)
                throw new IllegalArgumentException("dimensions from " + from + " to " + dimension + ": " + name);
            if (count < 1) throw new IllegalArgumentException("a domain has at least one point: " + name);
        }

        /** Bounded by the dimensions alone. */
        public All(String name, int from, int dimension, long count, LongFunction<X> point, long casesPerPoint) {
            this(name, from, dimension, count, point, casesPerPoint, List.of());
        }

        /** All points of one dimension. */
        public All(String name, int dimension, long count, LongFunction<X> point, long casesPerPoint) {
            this(name, dimension, dimension, count, point, casesPerPoint, List.of());
        }

        @Override
        public All<X> bounded(String parameter, int from, int to) {
            return new All<>(
                    name, this.from, dimension, count, point, casesPerPoint, Domain.and(bounds, parameter, from, to));
        }

        @Override
        public BigInteger size() {
            return BigInteger.valueOf(count);
        }
    }

    /**
     * One representative of each orbit under a group that leaves the statement invariant.
     *
     * @param size the number of points of the whole domain; the orbits visited must add up to it
     * @param count the number of orbits
     * @param orbit the orbit of index 0..count-1
     * @param image a random element of the group applied to a point: with it the auditor spot-checks the invariance
     * @param bounds as {@link Domain#bounds()}
     * @param checks how many times
     */
    record Orbits<X>(
            String name,
            int dimension,
            BigInteger size,
            long count,
            LongFunction<Orbit<X>> orbit,
            Image<X> image,
            List<Bound> bounds,
            int checks)
            implements Domain<X> {
        /** How many spot checks are made where nothing else is said. */
        private static final int CHECKS = 200;

        public Orbits {
            requireNonNull(name, "name");
            requireNonNull(size, "size");
            requireNonNull(orbit, "orbit");
            requireNonNull(image, "image");
            bounds = List.copyOf(requireNonNull(bounds, "bounds"));
            if (count < 1) throw new IllegalArgumentException("a domain has at least one orbit: " + name);
            if (checks < 1) throw new IllegalArgumentException("an invariance is checked at least once: " + name);
        }

        /** Bounded by the dimension alone. */
        public Orbits(
                String name, int dimension, BigInteger size, long count, LongFunction<Orbit<X>> orbit, Image<X> image) {
            this(name, dimension, size, count, orbit, image, List.of(), CHECKS);
        }

        @Override
        public Orbits<X> bounded(String parameter, int from, int to) {
            return new Orbits<>(
                    name, dimension, size, count, orbit, image, Domain.and(bounds, parameter, from, to), checks);
        }

        /** The same, where looking at a point takes so long that the invariance is checked fewer times, or more. */
        public Orbits<X> checked(int times) {
            return new Orbits<>(name, dimension, size, count, orbit, image, bounds, times);
        }
    }

    /**
     * Too many points to visit: independent draws.
     *
     * @param size the number of points of the whole domain
     * @param trials how many draws at budget 1
     * @param draw one point
     * @param bounds as {@link Domain#bounds()}
     * @param within as {@link Domain#within()}
     * @param corners what the draws must reach, within the hypotheses, as soon as all the trials are made
     */
    record Sampled<X>(
            String name,
            int dimension,
            BigInteger size,
            long trials,
            Function<RandomGenerator, X> draw,
            List<Bound> bounds,
            Optional<String> within,
            List<Corner<X>> corners)
            implements Domain<X> {
        public Sampled {
            requireNonNull(name, "name");
            requireNonNull(size, "size");
            requireNonNull(draw, "draw");
            requireNonNull(within, "within");
            bounds = List.copyOf(requireNonNull(bounds, "bounds"));
            corners = List.copyOf(requireNonNull(corners, "corners"));
            if (corners.stream().map(Corner::name).distinct().count() < corners.size())
                throw new IllegalArgumentException("two corners of one name: " + name);
            if (trials < 1) throw new IllegalArgumentException("at least one trial: " + name);
        }

        /** Bounded by the dimension alone, not known to lie in another domain, and with no corner named. */
        public Sampled(String name, int dimension, BigInteger size, long trials, Function<RandomGenerator, X> draw) {
            this(name, dimension, size, trials, draw, List.of(), Optional.empty(), List.of());
        }

        @Override
        public Sampled<X> bounded(String parameter, int from, int to) {
            return new Sampled<>(
                    name, dimension, size, trials, draw, Domain.and(bounds, parameter, from, to), within, corners);
        }

        /** The same draws, all of which belong to the domain of that name. */
        public Sampled<X> within(String domain) {
            return new Sampled<>(name, dimension, size, trials, draw, bounds, Optional.of(domain), corners);
        }

        /**
         * The same draws, one of which must reach a corner: {@code Phi is not onto}. A sampler that never gets there
         * shows nothing of it, and looks no different from one that does.
         */
        public Sampled<X> reaching(String corner, Predicate<? super X> reached) {
            return new Sampled<>(
                    name,
                    dimension,
                    size,
                    trials,
                    draw,
                    bounds,
                    within,
                    Stream.concat(corners.stream(), Stream.of(new Corner<X>(corner, reached::test)))
                            .toList());
        }
    }

    /**
     * A part of a domain that its draws must reach, where a statement is most likely to fail or a sampler to forget.
     *
     * @param name what its points have in common, as a clause: {@code psi(0) is not 0}
     * @param reached whether a point belongs to it
     */
    record Corner<X>(String name, Predicate<X> reached) {
        public Corner {
            requireNonNull(name, "name");
            requireNonNull(reached, "reached");
        }
    }

    /** A representative and the number of points that it stands for. */
    record Orbit<X>(X representative, long size) {
        public Orbit {
            requireNonNull(representative, "representative");
            if (size < 1) throw new IllegalArgumentException("an orbit has at least one point, not " + size);
        }
    }

    /** A random group element, applied. */
    @FunctionalInterface
    interface Image<X> {
        /** The image of a point under a group element drawn from the random source. */
        X of(X point, RandomGenerator random);
    }

    /** Every point, one case each. */
    static <X> Domain<X> all(String name, int dimension, long count, LongFunction<X> point) {
        return new All<>(name, dimension, count, point, 1);
    }

    /** One point that stands for every dimension of a range, one case. */
    static <X> Domain<X> range(String name, int from, int dimension, X point) {
        return new All<>(name, from, dimension, 1, i -> point, 1, List.of());
    }

    /** The points of a list, in its order, one case each. */
    static <X> Domain<X> list(String name, int dimension, List<X> points) {
        var copy = List.copyOf(points);
        return new All<>(name, dimension, copy.size(), i -> copy.get((int) i), 1);
    }

    /** Independent draws. */
    static <X> Sampled<X> sampled(
            String name, int dimension, BigInteger size, long trials, Function<RandomGenerator, X> draw) {
        return new Sampled<>(name, dimension, size, trials, draw);
    }
}
