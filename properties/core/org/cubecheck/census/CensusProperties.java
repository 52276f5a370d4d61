package org.cubecheck.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cubecheck.cube.Degrees;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.Symmetry;

class CensusProperties {

    /** The straightforward census: every transform, every coordinate, every coordinate of the inverse. */
    private static Map<DegreePair, Long> oneByOne(int d) {
        var counts = new TreeMap<DegreePair, Long>();
        for (long rank = 0; rank < Bijection.count(d); rank++) {
            var T = Bijection.ofRank(d, rank);
            counts.merge(new DegreePair(degrees(T), degrees(T.inverse())), 1L, Long::sum);
        }
        return counts;
    }

    private static CoordinateDegrees degrees(Bijection T) {
        return new CoordinateDegrees(
                Arrays.stream(T.coordinateDegrees()).boxed().toList());
    }

    private static ClassCensus all(int d) {
        return IntStream.range(0, ClassCensus.parts(d))
                .mapToObj(i -> ClassCensus.part(d, i))
                .reduce(ClassCensus::plus)
                .orElseThrow();
    }

    @Example
    void matchings_and_classes_agree_with_the_straightforward_census_up_to_dimension_three() {
        for (int d = 1; d <= 3; d++) {
            var byClasses = all(d);
            assertThat(byClasses.transforms()).isEqualTo(oneByOne(d));
            assertThat(DegreeCensus.of(d)).isEqualTo(byClasses.ofTransforms()).isEqualTo(byClasses.ofInverses());
            assertThat(byClasses.total()).isEqualTo(Bijection.count(d));
            assertThat(byClasses.classes()).isEqualTo(List.of(0L, 1L, 2L, 52L).get(d));
        }
    }

    @Example
    void the_census_of_dimension_four_adds_up_and_has_the_right_laws_of_one_and_of_two_coordinates() {
        var census = DegreeCensus.of(4);
        assertThat(census.total()).isEqualTo(20_922_789_888_000L);
        assertThat(census.byDegree())
                .containsEntry(4, 384L)
                .containsEntry(5, 4_608L)
                .containsEntry(16, 2_861_236_224_000L);
        assertThat(census.byLargestDegree())
                .isEqualTo(Map.of(1, 384L, 2, 1_092_096L, 3, 360_904_840_320L, 4, 20_561_883_955_200L));
        // Two functions are coordinates of some transform if both are balanced and so is their product; (4!)^4
        // transforms begin with them. Functions are taken up to sign.
        var pairs = new long[5][5];
        int[] balanced = IntStream.range(0, 1 << 15)
                .filter(table -> Integer.bitCount(table) == 8)
                .toArray();
        for (int f : balanced) {
            for (int g : balanced) {
                if (Integer.bitCount(f & g) == 4) pairs[Degrees.of(4, f)][Degrees.of(4, g)]++;
            }
        }
        for (int a = 1; a <= 4; a++) {
            for (int b = 1; b <= 4; b++) {
                long expected = 0;
                for (var entry : census.transforms().entrySet())
                    expected += entry.getValue() * orderedPairs(entry.getKey().degrees(), a, b);
                assertThat(12 * 4 * pairs[a][b] * 24 * 24 * 24 * 24).isEqualTo(expected);
            }
        }
    }

    /** The file was written by the census by classes; the census by matchings is computed here. */
    @Example
    void the_joint_law_of_dimension_four_on_file_is_symmetric_and_has_the_marginals_of_the_census() throws IOException {
        JsonNode file;
        try (var in = CensusProperties.class.getResourceAsStream("/fixtures/census/census-4.json")) {
            file = new ObjectMapper().readTree(in);
        }
        var transforms = new TreeMap<CoordinateDegrees, Long>();
        var inverses = new TreeMap<CoordinateDegrees, Long>();
        var joint = file.get("byCoordinateDegreesAndInverse");
        for (var entry : joint.properties()) {
            var pair = DegreePair.valueOf(entry.getKey());
            transforms.merge(pair.transform(), entry.getValue().longValue(), Long::sum);
            inverses.merge(pair.inverse(), entry.getValue().longValue(), Long::sum);
            assertThat(joint.get(new DegreePair(pair.inverse(), pair.transform()).toString()))
                    .isEqualTo(entry.getValue());
        }
        assertThat(transforms).isEqualTo(inverses).isEqualTo(DegreeCensus.of(4).transforms());
        assertThat(file.get("classes").longValue())
                .isEqualTo(Symmetry.classes(4).longValueExact());
        long sizes = 0;
        long classes = 0;
        for (var entry : file.get("classesBySize").properties()) {
            sizes += Long.parseLong(entry.getKey()) * entry.getValue().longValue();
            classes += entry.getValue().longValue();
        }
        assertThat(sizes).isEqualTo(Bijection.count(4));
        assertThat(classes).isEqualTo(142_090_700);
    }

    private static long orderedPairs(List<Integer> degrees, int a, int b) {
        long count = 0;
        for (int i = 0; i < degrees.size(); i++) {
            for (int j = 0; j < degrees.size(); j++)
                count += i != j && degrees.get(i) == a && degrees.get(j) == b ? 1 : 0;
        }
        return count;
    }

    @Example
    void the_degrees_that_the_class_census_reads_off_are_those_of_transform_and_inverse() {
        var expected = new HashMap<List<List<Integer>>, Long>();
        var classes = TransformClasses.of(4);
        int part = 511;
        for (int prefix = part; prefix < classes.prefixes(); prefix += ClassCensus.parts(4)) {
            classes.forEach(prefix, (coordinates, size) -> {
                var inverse = new int[4];
                for (int z = 0; z < 16; z++) {
                    int image = 0;
                    for (int i = 0; i < 4; i++) image |= (coordinates[i] >>> z & 1) << i;
                    for (int j = 0; j < 4; j++) inverse[j] |= (z >>> j & 1) << image;
                }
                expected.merge(List.of(degrees(coordinates), degrees(inverse)), size, Long::sum);
            });
        }
        var found = new HashMap<List<List<Integer>>, Long>();
        ClassCensus.part(4, part)
                .transforms()
                .forEach((pair, count) -> found.put(
                        List.of(pair.transform().degrees(), pair.inverse().degrees()), count));
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(100);
    }

    private static List<Integer> degrees(int[] tables) {
        return Arrays.stream(tables)
                .map(table -> Degrees.of(4, table))
                .sorted()
                .boxed()
                .toList();
    }

    @Property(tries = 200, generation = GenerationMode.RANDOMIZED)
    void coordinate_degrees_are_read_as_they_are_written(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> degrees) {
        var multiset = new CoordinateDegrees(degrees);
        assertThat(CoordinateDegrees.valueOf(multiset.toString())).isEqualTo(multiset);
        assertThat(multiset.degrees()).isSorted().hasSameSizeAs(degrees);
        var pair = new DegreePair(multiset, multiset);
        assertThat(DegreePair.valueOf(pair.toString())).isEqualTo(pair);
    }

    @Example
    void the_codes_of_degrees_are_one_to_one() {
        for (int a = 1; a <= 4; a++) {
            for (int b = a; b <= 4; b++) {
                for (int c = b; c <= 4; c++) {
                    int code = DegreeCode.of(a) + DegreeCode.of(b) + DegreeCode.of(c);
                    assertThat(DegreeCode.degrees(3, code)).isEqualTo(new CoordinateDegrees(List.of(a, b, c)));
                }
            }
        }
    }

    @Example
    void other_dimensions_and_parts_are_refused() {
        assertThatThrownBy(() -> DegreeCensus.of(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..4");
        assertThatThrownBy(() -> ClassCensus.parts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..4");
        assertThatThrownBy(() -> ClassCensus.part(3, 10))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("0..");
        for (var text : List.of("1+x", "0+1", "1+2+++", "1+2+", "+1", "", "1 2")) {
            assertThatThrownBy(() -> CoordinateDegrees.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Example
    void degrees_of_two_digits_are_ordered_as_numbers() {
        // of the same sum and the same largest member, as text in the other order
        assertThat(new CoordinateDegrees(List.of(9, 11, 12))).isLessThan(new CoordinateDegrees(List.of(10, 10, 12)));
    }
}
