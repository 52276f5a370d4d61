package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Latents and representation that do not stand row by row as they should. */
class AlignmentTest {

    @TempDir
    Path folder;

    private Samples file(String name, String text) throws IOException {
        return Samples.read(Files.writeString(folder.resolve(name), text));
    }

    /** All points of the 3-cube in order, five times. */
    private static int z(int row, int latent) {
        return row >>> latent & 1;
    }

    private static String table(int[] order, java.util.function.IntFunction<String> row) {
        return IntStream.of(order).mapToObj(row).collect(Collectors.joining("\n"));
    }

    private static int[] inOrder() {
        return IntStream.range(0, 40).toArray();
    }

    @Test
    void rows_are_joined_by_their_names() throws IOException {
        var latents =
                file("z.csv", ",z1,z2,z3\n" + table(inOrder(), r -> r + "," + z(r, 0) + "," + z(r, 1) + "," + z(r, 2)));
        int[] shuffled = Shuffle.of(40, new SplittableRandom(3));
        var phi = file(
                "phi.csv", "index,a,b,c\n" + table(shuffled, r -> r + ".0," + z(r, 1) + "," + z(r, 0) + "," + z(r, 2)));
        // 7.0 is no integer: it stands as a coordinate unless the column has no name.
        assertThat(phi.columns()).isEqualTo(4);
        phi = file("phi.csv", ",a,b,c\n" + table(shuffled, r -> r + ".0," + z(r, 1) + "," + z(r, 0) + "," + z(r, 2)));
        var found = Identification.of(latents, phi);
        assertThat(found.recovered()).isEqualTo(3);
        assertThat(found.notes())
                .contains(
                        "phi.csv: the first column was taken for names of rows.",
                        "the rows of phi.csv were brought into the order of those of z.csv by their names.");
    }

    @Test
    void names_that_are_not_the_same_are_refused() throws IOException {
        var latents = file("z.csv", ",z1\na,0\nb,1\nc,1\n");
        var other = file("phi.csv", ",p\na,0\nb,1\nd,1\n");
        assertThatThrownBy(() -> Identification.of(latents, other))
                .hasMessage(
                        "names of rows differ: 1 of z.csv are not in phi.csv ('c'); the same names in both files are "
                                + "accepted, or names in one of them alone");
        var twice = file("phi.csv", ",p\nc,0\nb,1\na,1\n");
        assertThat(Identification.of(latents, twice).recovered()).isZero();
        var repeated = file("z.csv", ",z1\na,0\na,1\nb,1\n");
        var turned = file("phi.csv", ",p\nb,0\na,1\na,1\n");
        assertThatThrownBy(() -> Identification.of(repeated, turned))
                .hasMessageStartingWith("names of rows repeat in z.csv");
        assertThat(Identification.of(repeated, Samples.of(new double[][] {{0}, {1}, {1}}))
                        .notes())
                .contains("only z.csv has names of rows; rows were taken to be in the same order.");
    }

    @Test
    void row_numbers_from_0_and_from_1_agree() throws IOException {
        var latents = file("z.csv", "\"z1\"\n\"1\",0\n\"2\",1\n\"3\",1\n");
        var phi = file("phi.csv", ",p\n0,5\n1,7\n2,7\n");
        assertThat(Identification.of(latents, phi).recovered()).isEqualTo(1);
    }

    @Test
    void a_table_that_lies_on_its_side_is_asked_about() {
        var latents = Samples.of(new double[][] {{1, 0, 1}, {0, 0, 1}, {0, 1, 1}, {1, 1, 0}});
        assertThatThrownBy(() -> Identification.of(latents, Samples.of(new double[][] {{1, 2, 3, 4}, {1, 2, 3, 4}})))
                .hasMessageStartingWith(
                        "array: transposed? it has 4 columns; latents have 4 rows and the representation 2;");
        assertThatThrownBy(() -> Identification.of(latents, Samples.of(new double[][] {{1}, {2}, {3}})))
                .hasMessageStartingWith("array: transposed? it has 3 columns; latents have 4 rows");
    }

    @Test
    void any_two_whole_numbers_are_the_values_of_a_latent() {
        for (int[] coding : new int[][] {{1, 2}, {0, 255}, {-1, 0}, {3, 7}, {-1, 1}, {0, 1}}) {
            var rows = new double[40][];
            var phi = new double[40][];
            for (int r = 0; r < rows.length; r++) {
                rows[r] = new double[] {coding[z(r, 0)], coding[z(r, 1)]};
                phi[r] = new double[] {-z(r, 1), z(r, 0) * 3};
            }
            var found = Identification.of(rows, phi);
            assertThat(found.matchesText()).isEqualTo("(-z2, z1)");
            assertThat(String.join("\n", found.notes())
                            .contains(coding[0] + " stands for -1 and " + coding[1] + " for +1"))
                    .isEqualTo(coding[0] != -1 && coding[0] != 0 || coding[1] == 255 || coding[1] == 0);
        }
        var mixed = new double[][] {{0, 5}, {1, 5}, {1, 9}, {0, 9}};
        assertThat(Identification.of(mixed, mixed).notes())
                .contains("array: in each column the lower of two values stands for -1 and the higher for +1.");
        assertThatThrownBy(() -> Identification.of(new double[][] {{1}, {2}, {3}}, new double[][] {{1}, {2}, {3}}))
                .hasMessageContaining(
                        "row 2, column 1 is 2; latents in {-1,+1}, or all in {0,1}, are accepted, or in each "
                                + "column two other whole numbers");
    }

    @Test
    void rows_without_a_label_are_left_out() throws IOException {
        var latents = file(
                "z.csv", "z1,z2\n" + table(inOrder(), r -> (r == 3 ? "NA" : z(r, 0)) + "," + (r == 9 ? "" : z(r, 1))));
        var phi = file("phi.csv", "a,b\n" + table(inOrder(), r -> (r == 3 ? 1 - z(r, 0) : z(r, 0)) + "," + z(r, 1)));
        var found = Identification.of(latents, phi);
        assertThat(found.rows()).isEqualTo(38);
        assertThat(found.recovered()).isEqualTo(2);
        assertThat(found.notes())
                .contains("z.csv: 2 of 40 rows lack a latent and were left out; rows are counted without them.");
        assertThatThrownBy(() ->
                        Identification.of(phi, file("nan.csv", "a\n" + table(inOrder(), r -> r == 5 ? "NA" : "1"))))
                .hasMessageContaining("nan.csv: row 6, column 1 is NaN (1 of 40 rows holds such values)");
        assertThat(List.of(
                        found.latentSamples().rows(),
                        found.representationSamples().rows()))
                .containsOnly(38);
    }
}
