package org.cubecheck.identify;

import java.util.List;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/**
 * What a binarised representation is, as a transform T of the latents, decided exactly over the full cube B^d.
 * Coordinates count from 0 in code, and from 1 in what people read.
 *
 * <p>Where T is invertible its coordinates are some d coordinates of the representation, in rising order; those left
 * out are constant or repeat others, or, where a world model is found, are redundant.
 */
public sealed interface CubeVerdict {

    /**
     * The coordinates of the representation that the verdict is about, rising: those of T, or those that differ; none
     * where there is no T.
     */
    default List<Integer> coordinates() {
        return List.of();
    }

    /**
     * A representation of least degree: T(z) = P D z, read from the given coordinates, whatever the others are. deg T =
     * d. People are told of a world model only where the coordinates are two-valued and random rotations of them do not
     * show the latents as clearly.
     */
    record WorldModel(SignedPermutation transform, List<Integer> coordinates) implements CubeVerdict {
        public WorldModel {
            coordinates = List.copyOf(coordinates);
        }
    }

    /**
     * T(z) = P D z all the same, but chance alone would show as much in more than 1% of all cases ({@link
     * Identification#chanceOfAll}).
     */
    record WorldModelAtChance(SignedPermutation transform, List<Integer> coordinates) implements CubeVerdict {
        public WorldModelAtChance {
            coordinates = List.copyOf(coordinates);
        }
    }

    /**
     * Not a signed permutation, yet T maps the polynomials of degree at most k onto themselves for every k in {@code
     * levels}: a preference for low degree whose density drops at such k only cannot tell T from the world model (the
     * phase diagram of identification).
     *
     * @param levels within 1..d-1, rising, never empty
     */
    record Stabilizer(Bijection transform, List<Integer> coordinates, List<Integer> levels) implements CubeVerdict {
        public Stabilizer {
            coordinates = List.copyOf(coordinates);
            levels = List.copyOf(levels);
        }
    }

    /** Invertible, but of higher degree than a world model under every preference for low degree. */
    record Invertible(Bijection transform, List<Integer> coordinates) implements CubeVerdict {
        public Invertible {
            coordinates = List.copyOf(coordinates);
        }
    }

    /**
     * More than d coordinates that differ, none of them a world model by themselves; together they tell all latents
     * apart.
     */
    record Overcomplete(List<Integer> coordinates) implements CubeVerdict {
        public Overcomplete {
            coordinates = List.copyOf(coordinates);
        }
    }

    /** Two points of the cube, as masks, have the same code: no function of the representation tells them apart. */
    record NotInvertible(int point, int other) implements CubeVerdict {}

    /**
     * Two rows, from 0, have the same latents, but a coordinate lies on different sides: there is no transform to speak
     * of.
     */
    record NotAFunction(int coordinate, int row, int other) implements CubeVerdict {}
}
