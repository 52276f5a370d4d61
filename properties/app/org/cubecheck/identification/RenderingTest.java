package org.cubecheck.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cubecheck.identification.Drawings.rotated;
import static org.cubecheck.identification.Drawings.signs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cubecheck.identify.Identification;
import org.cubecheck.identify.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text, JSON and page say what was found, in the words and the coding of the data. */
class RenderingTest {

    @TempDir
    Path folder;

    @Tag("thorough")
    @Test
    void any_number_of_latents_is_shown_though_a_signed_permutation_object_ends_at_20() throws IOException {
        for (int d : new int[] {16, 20, 21, 31, 70}) {
            var z = signs(300, d, new SplittableRandom(d));
            var found = Identification.of(z, z);
            String all = IntStream.rangeClosed(1, d).mapToObj(j -> "z" + j).collect(Collectors.joining(", ", "(", ")"));
            assertThat(found.signedPermutationEstablished()).isTrue();
            assertThat(found.signedPermutation().isPresent()).isEqualTo(d <= 20);
            assertThat(found.headline())
                    .contains(": Binarised, every latent is recovered exactly on every one of the 300 rows")
                    .contains(d > 16 ? "by the table of the " + d + " latents below" : all);
            assertThat(Rendering.text(found))
                    .contains("signed permutation                 " + all)
                    .doesNotContain("none established");
            assertThat(Rendering.html(found, "")).contains("<td role=\"cell\">" + all + ", binarised</td>");
            assertThat(Rendering.json(found)).contains("\"text\": \"" + all + "\"");
        }
    }

    @Test
    void what_holds_of_the_two_sides_alone_says_binarised() {
        var z = signs(300, 4, new SplittableRandom(1));
        var found = Identification.of(z, rotated(z, 20, 0, new SplittableRandom(1)));
        assertThat(found.headline())
                .isEqualTo("Axis-aligned, qualified: Binarised, its signs, after splitting each coordinate in two, are "
                        + "the latents up to P D: (φ1, φ2, φ3, φ4) = (z1, z2, z3, z4), of the least degree 4.");
        assertThat(Rendering.text(found))
                .contains(
                        "; binarised, over the cube exactly 1\n",
                        "; binarised, over the cube exactly 0\n",
                        "recovered exactly, binarised       4 of 4\n",
                        "signed permutation                 (z1, z2, z3, z4), binarised\n");
        assertThat(Rendering.html(found, "")).doesNotContain("finding good");
        // Of two sides alone, too, where not every point occurs.
        var narrow = Arrays.stream(signs(300, 3, new SplittableRandom(2)))
                .filter(v -> v[2] > 0 || v[0] + v[1] > 0)
                .toArray(double[][]::new);
        assertThat(Identification.of(
                                narrow,
                                Arrays.stream(narrow)
                                        .map(v -> new double[] {v[0] - v[1] / 3, v[1] + v[0] / 3, v[2]})
                                        .toArray(double[][]::new))
                        .headline())
                .startsWith("Axis-aligned, qualified: Binarised, every latent is recovered exactly on every one of");
    }

    @Test
    void points_and_signs_are_in_the_coding_that_was_given() {
        double[][] z = IntStream.range(0, 40)
                .mapToObj(r -> new double[] {r & 1, r >> 1 & 1, r >> 2 & 1})
                .toArray(double[][]::new);
        var found = Identification.of(
                z,
                Arrays.stream(z)
                        .map(v -> new double[] {v[0] * v[1], v[1], v[2]})
                        .toArray(double[][]::new));
        assertThat(found.headline()).contains("the latents (0, 0, 0) and (1, 0, 0) have the same code");
        String convention = "a latent given as 1 stands as -1 and one given as 0 as +1";
        assertThat(Rendering.text(found)).contains("1/2 + 1/2 z1 + 1/2 z2 - 1/2 z1z2", convention);
        assertThat(Rendering.html(found, "")).contains(convention);
        assertThat(Rendering.json(found)).contains("\"minusOne\": \"1\"");
        double[][] s = Arrays.stream(z)
                .map(row -> Arrays.stream(row).map(v -> 2 * v - 1).toArray())
                .toArray(double[][]::new);
        var signed = Identification.of(
                s,
                Arrays.stream(s)
                        .map(v -> new double[] {Math.min(v[0], v[1]), v[1], v[2]})
                        .toArray(double[][]::new));
        assertThat(signed.headline()).contains("the latents (+1, -1, +1) and (-1, -1, +1) have the same code");
        assertThat(Rendering.text(signed) + Rendering.html(signed, "")).doesNotContain("given as 1");
    }

    @Test
    void names_of_a_header_are_used_throughout_and_columns_are_numbered_where_they_are_no_names() throws IOException {
        var z = signs(100, 4, new SplittableRandom(2));
        var latents = csv("z.csv", "z0,z1,z2,z3", z);
        var found = Identification.of(
                latents,
                csv(
                        "phi.csv",
                        "a,b,c,d",
                        Arrays.stream(z)
                                .map(v -> new double[] {v[1], -v[0], v[3], v[2]})
                                .toArray(double[][]::new)));
        assertThat(found.headline()).contains("(a, b, c, d) = (z1, -z0, z3, z2)");
        assertThat(Rendering.text(found))
                .contains("signed permutation                 (z1, -z0, z3, z2)", "b           degree 1   -z0")
                .doesNotContain("z4");
        assertThat(Rendering.json(found)).contains("(z1, -z0, z3, z2)").doesNotContain("z4");
        var products = Identification.of(
                latents,
                csv(
                        "mixed.csv",
                        "a,b,c,d",
                        Arrays.stream(z)
                                .map(v -> new double[] {v[0] * v[1], v[1], -v[2] * v[1], v[3] * v[1]})
                                .toArray(double[][]::new)));
        assertThat(products.headline())
                .contains("(a, b, c, d) = (z0·z1, z1, -z1·z2, z1·z3), the mixture that multiplies every other "
                        + "latent by z1");
        var twice = Identification.of(csv("twice.csv", "a,b,a,c", z), Samples.of(z));
        assertThat(twice.headline()).contains("(φ1, φ2, φ3, φ4) = (z1, z2, z3, z4)");
        assertThat(twice.notes())
                .contains("twice.csv: two columns have the same name, or one has none; columns are numbered instead.");
    }

    @Test
    void a_latent_that_never_varies_spoils_nothing() {
        var z = Arrays.stream(signs(60, 3, new SplittableRandom(3)))
                .map(v -> new double[] {v[0], 1, v[1], v[2]})
                .toArray(double[][]::new);
        var found = Identification.of(z, z);
        assertThat(found.varyingLatents()).isEqualTo(3);
        assertThat(found.recoveredFraction()).isEqualTo(1.0);
        assertThat(found.headline())
                .isEqualTo(
                        "Axis-aligned: Binarised, every latent that varies is recovered exactly on every one of the 60 rows, up "
                                + "to permutation and sign: "
                                + "(φ1, φ3, φ4) = (z1, z3, z4).");
        assertThat(Rendering.text(found))
                .contains("3 of 3\n", "signed permutation                 (z1, z3, z4), binarised");
        assertThat(Rendering.html(found, "")).contains("finding good");
    }

    @Test
    void shuffles_are_counted_and_the_range_of_a_few_is_called_so() {
        assertThatThrownBy(() -> new Identification.Settings(1, 1000, 4)).hasMessage("at least 5 shuffles, not 4");
        var z = signs(60, 2, new SplittableRandom(3));
        var found = Identification.of(Samples.of(z), Samples.of(z), new Identification.Settings(1, 1000, 7));
        assertThat(Rendering.json(found)).containsPattern("\"chanceError\"[^}]*\"shuffles\": 7");
        assertThat(Rendering.html(found, "")).contains("the range of 7 runs with shuffled rows");
        var few = Identification.of(signs(40, 2, new SplittableRandom(3)), signs(40, 2, new SplittableRandom(4)));
        assertThat(String.join("\n", few.notes())).contains("Only 8 held-out rows: no intervals");
        assertThat(few.identificationError().orElseThrow().isKnown()).isFalse();
        assertThat(few.heldOutCorrelation().orElseThrow().covers(0)).isFalse();
        assertThat(Rendering.text(few) + Rendering.html(few, "") + Rendering.json(few))
                .doesNotContain("NaN");
    }

    @Test
    void rows_are_counted_exactly_and_products_and_cut_lists_are_said_in_words() {
        assertThat(Figures.percent(57.0 / 100, 100)).isEqualTo("57.00%");
        assertThat(Figures.percent(29.0 / 100, 100)).isEqualTo("29.00%");
        assertThat(Figures.percent(99_999.0 / 100_000, 100_000)).isEqualTo("99.99%");
        var random = new SplittableRandom(8);
        var z = signs(40, 5, random);
        var products = Identification.of(
                z,
                Arrays.stream(z)
                        .map(v -> new double[] {v[0] * v[1], v[1] * v[2], v[2] * v[3], v[3] * v[4], v[4]})
                        .toArray(double[][]::new));
        assertThat(products.mixture())
                .contains("the coordinates are (z1z2, z2z3, z3z4, z4z5, z5), every coordinate a product of latents");
        var all = new double[160][];
        var wide = new double[160][];
        long[] tables = random.longs(200).toArray();
        for (int r = 0; r < 160; r++) {
            int point = r % 32;
            all[r] = IntStream.range(0, 5)
                    .mapToDouble(j -> 1 - 2 * (point >> j & 1))
                    .toArray();
            wide[r] = Arrays.stream(tables)
                    .mapToDouble(table -> table >> point & 1)
                    .toArray();
            System.arraycopy(all[r], 0, wide[r], 150, 5);
        }
        var found = Identification.of(all, wide);
        assertThat(Rendering.text(found))
                .contains("φ151        degree 1   z1", "... and 136 more coordinates, which the JSON has");
        assertThat(Rendering.html(found, "")).contains("136 more coordinates are in the JSON");
    }

    private Samples csv(String name, String header, double[][] rows) throws IOException {
        return Samples.read(Files.writeString(
                folder.resolve(name),
                header + "\n"
                        + Arrays.stream(rows)
                                .map(row -> Arrays.stream(row)
                                        .mapToObj(Double::toString)
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n"))));
    }
}
