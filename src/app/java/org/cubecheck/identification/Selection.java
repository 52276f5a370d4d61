package org.cubecheck.identification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cubecheck.identify.CubeVerdict;
import org.cubecheck.identify.Identification;
import org.cubecheck.identify.WholeCube;

/** Which coordinates are shown where there are too many for a page; the JSON has all. */
final class Selection {

    /** Rows and columns of a matrix that are drawn. */
    static final int DRAWN = 64;

    private Selection() {}

    /**
     * At most {@link #DRAWN} of the coordinates, in rising order: first those of the verdict, then the matched ones,
     * then the others.
     */
    static List<Integer> of(Identification found, List<Integer> coordinates) {
        var first = new LinkedHashSet<Integer>();
        found.cube().map(WholeCube::verdict).map(CubeVerdict::coordinates).ifPresent(first::addAll);
        found.matches().forEach(m -> first.add(m.coordinate()));
        first.retainAll(Set.copyOf(coordinates));
        first.addAll(coordinates);
        return first.stream().limit(DRAWN).sorted().toList();
    }
}
