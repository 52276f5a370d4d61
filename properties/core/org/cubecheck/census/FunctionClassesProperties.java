package org.cubecheck.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.cubecheck.cube.BooleanCensus;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.transform.SignedPermutation;

class FunctionClassesProperties {

    /** All images of f, by composition and negation of functions: shares nothing with the tables of bytes. */
    private static TreeSet<Long> orbit(BooleanFunction f) {
        int n = f.variables();
        var orbit = new TreeSet<Long>();
        for (long rank = 0; rank < SignedPermutation.count(n); rank++) {
            var s = SignedPermutation.ofRank(n, rank);
            var image = BooleanFunction.of(n, x -> f.isMinus(s.at(x)));
            orbit.add(image.table());
            orbit.add(image.negate().table());
        }
        return orbit;
    }

    @Example
    void
            up_to_four_variables_every_function_lies_in_the_class_of_one_representative_and_the_sizes_are_those_of_the_orbits() {
        for (int n = 1; n <= 4; n++) {
            var sizes = new HashMap<Long, Long>();
            FunctionClasses.of(n)
                    .forEach((f, size) -> assertThat(sizes.put(f.table(), size)).isNull());
            var met = new BitSet();
            for (var entry : sizes.entrySet()) {
                var orbit = orbit(BooleanFunction.ofTable(n, entry.getKey()));
                assertThat(orbit).hasSize(entry.getValue().intValue());
                orbit.forEach(table -> {
                    assertThat(met.get(table.intValue())).as("met twice").isFalse();
                    met.set(table.intValue());
                });
            }
            assertThat(met.cardinality()).isEqualTo(1 << (1 << n));
        }
    }

    @Tag("thorough")
    @Example
    void of_five_variables_one_member_of_every_class_is_listed() {
        var sizes = new HashMap<Long, Long>();
        FunctionClasses.of(5).forEach((f, size) -> sizes.put(f.table(), size));
        assertThat(sizes).hasSize(616_126);
        assertThat(sizes.values().stream().mapToLong(size -> size).sum()).isEqualTo(1L << 32);
        var random = new SplittableRandom(5);
        // Uniform functions nearly all have trivial stabilisers: the other half depends on fewer variables or has
        // symmetries.
        for (int i = 0; i < 24; i++) {
            long low = random.nextInt() & 0xFFFFFFFFL;
            long table = i % 2 == 0 ? low : (low & 0xFFFF) << 16 | low & 0xFFFF;
            if (i % 4 == 3) table ^= 0xFFFF0000L;
            var orbit = orbit(BooleanFunction.ofTable(5, table));
            var listed = orbit.stream().filter(sizes::containsKey).toList();
            assertThat(listed).hasSize(1);
            assertThat(sizes.get(listed.get(0))).isEqualTo(orbit.size());
        }
    }

    /** A000370, from its second term on, as the encyclopedia prints it. */
    @Example
    void the_classes_are_as_many_as_Burnsides_lemma_and_the_encyclopedia_say() {
        var published = List.of(2L, 4L, 14L, 222L, 616_126L, 200_253_952_527_184L);
        assertThat(LongStream.rangeClosed(1, 6)
                        .mapToObj(n -> FunctionClasses.count((int) n).longValueExact())
                        .toList())
                .isEqualTo(published);
        assertThatThrownBy(() -> FunctionClasses.count(9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..8");
    }

    private static FunctionCensus all(int n) {
        return IntStream.range(0, FunctionCensus.parts(n))
                .mapToObj(part -> FunctionCensus.part(n, part))
                .reduce(FunctionCensus::plus)
                .orElseThrow();
    }

    @Tag("thorough")
    @Example
    void the_census_by_degree_agrees_with_the_one_by_matching_halves() {
        for (int n = 1; n <= 5; n++) {
            var census = all(n);
            assertThat(census.classes()).isEqualTo(FunctionClasses.count(n).longValueExact());
            assertThat(BigInteger.valueOf(census.functions())).isEqualTo(BigInteger.TWO.pow(1 << n));
            assertThat(census.functionsByDegree()).isEqualTo(BooleanCensus.count(n));
        }
    }

    @Example
    void the_census_counts_what_it_says() {
        var census = all(3);
        var direct = new HashMap<FunctionKind, Long>();
        for (long table = 0; table < 256; table++) {
            var f = BooleanFunction.ofTable(3, table);
            direct.merge(
                    new FunctionKind(
                            f.degree(),
                            f.gf2Degree(),
                            Integer.bitCount(f.relevantVariables()),
                            f.sensitivity(),
                            orbit(f).size()),
                    1L,
                    Long::sum);
        }
        assertThat(census.rows().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                FunctionCensus.Row::kind, FunctionCensus.Row::functions)))
                .isEqualTo(direct);
        // Constants and dictators: the classes of the functions of degree at most 1.
        assertThat(census.by(FunctionKind::degree))
                .containsAllEntriesOf(Map.of(0, new FunctionCensus.Count(1, 2), 1, new FunctionCensus.Count(1, 6)));
    }

    @Example
    void parts_come_back_from_JSON() throws IOException {
        var mapper = new JsonMapper();
        for (int n = 1; n <= 4; n++) {
            assertThat(FunctionCensus.parts(n)).isEqualTo(FunctionClasses.of(n).parts());
            for (int part = 0; part < FunctionCensus.parts(n); part++) {
                var result = FunctionCensus.part(n, part);
                assertThat(mapper.readValue(mapper.writeValueAsBytes(result), FunctionCensus.class))
                        .isEqualTo(result);
            }
        }
        assertThat(FunctionCensus.parts(5)).isEqualTo(222);
    }

    @Example
    void other_numbers_of_variables_are_refused() {
        for (int n : new int[] {0, 6}) {
            assertThatThrownBy(() -> FunctionCensus.part(n, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1..5");
            assertThatThrownBy(() -> FunctionClasses.of(n))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1..5");
        }
        for (int part : new int[] {-1, 14}) {
            assertThatThrownBy(() -> FunctionClasses.of(4).forEach(part, (f, size) -> {}))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("a part lies within 0..13, not " + part);
            assertThatThrownBy(() -> FunctionCensus.part(4, part))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("0..13");
        }
        var most = new FunctionCensus.Count(1, Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new FunctionCensus.Count(1, 1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> FunctionCensus.part(2, 0).plus(FunctionCensus.part(3, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and of 3");
    }
}
