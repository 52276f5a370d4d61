package org.cubecheck.sweeps;

import java.io.Serializable;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import org.cubecheck.census.ClassCensus;
import org.cubecheck.census.DegreeCensus;
import org.cubecheck.census.FunctionCensus;
import org.cubecheck.census.FunctionClasses;
import org.cubecheck.sweep.Sweep;

/**
 * A census that is counted in parts, as a sweep: a part is a shard, and counts add up. Two of them are equal if they
 * have one name, which tells everything that a count depends on.
 *
 * @param <C> the counts
 */
public final class CensusSweep<C extends Record & Serializable> implements Sweep<C> {

    private static final long serialVersionUID = 1;

    private final String name;
    private final int dimension;
    private final int parts;
    private final Part<C> part;
    private final Sum<C> sum;
    private final Class<C> type;

    /** The counts of one part, by its number. */
    private interface Part<C> extends IntFunction<C>, Serializable {}

    /** The counts of two parts together. */
    private interface Sum<C> extends BinaryOperator<C>, Serializable {}

    private CensusSweep(String name, int dimension, int parts, Part<C> part, Sum<C> sum, Class<C> type) {
        this.name = name;
        this.dimension = dimension;
        this.parts = parts;
        this.part = part;
        this.sum = sum;
        this.type = type;
    }

    /**
     * The {@linkplain ClassCensus census of transforms of B^d class by class}. @throws IllegalArgumentException unless d
     * is within 1..4
     */
    public static CensusSweep<ClassCensus> classes(int d) {
        return new CensusSweep<>(
                "classes of transforms of B^" + d + " by coordinate degrees of transform and inverse",
                d,
                ClassCensus.parts(d),
                index -> ClassCensus.part(d, index),
                ClassCensus::plus,
                ClassCensus.class);
    }

    /**
     * The {@linkplain DegreeCensus census of transforms of B^d by coordinate degrees}. @throws IllegalArgumentException
     * unless d is within 1..4
     */
    public static CensusSweep<DegreeCensus> matchings(int d) {
        return new CensusSweep<>(
                "transforms of B^" + d + " by coordinate degrees, through matchings",
                d,
                DegreeCensus.parts(d),
                index -> DegreeCensus.part(d, index),
                DegreeCensus::plus,
                DegreeCensus.class);
    }

    /**
     * The census of Boolean functions of n variables class by class; the shards are the parts of {@link
     * FunctionClasses}. Two seconds of one core at n = 5. @throws IllegalArgumentException unless n is within 1..5
     */
    public static CensusSweep<FunctionCensus> functions(int n) {
        if (n < 1 || n > FunctionClasses.MAX_VARIABLES)
            throw new IllegalArgumentException(
                    "classes of functions are listed for 1.." + FunctionClasses.MAX_VARIABLES + " variables, not " + n);
        return new CensusSweep<>(
                "classes of Boolean functions of " + n + " variables",
                n,
                FunctionCensus.parts(n),
                index -> FunctionCensus.part(n, index),
                FunctionCensus::plus,
                FunctionCensus.class);
    }

    /** The dimension of the cube: d, or the number of variables. */
    public int dimension() {
        return dimension;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int shards() {
        return parts;
    }

    @Override
    public C shard(int index) {
        return part.apply(index);
    }

    @Override
    public C merge(C first, C next) {
        return sum.apply(first, next);
    }

    @Override
    public Class<C> resultType() {
        return type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CensusSweep<?> sweep && sweep.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
