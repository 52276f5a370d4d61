package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that share words, objects or recordings. */
class GroupsTest {

    private static final int LATENTS = 4;

    @TempDir
    Path folder;

    /**
     * Each filler says every point of the 4-cube several times, a word of its own for each latent and value; the
     * representation is one coordinate a word.
     */
    private record Words(double[][] z, double[][] phi, int[] filler) {
        static Words of(int fillers, int times) {
            int rows = fillers * times * 16;
            var words = new Words(new double[rows][LATENTS], new double[rows][fillers * LATENTS * 2], new int[rows]);
            for (int r = 0; r < rows; r++) {
                words.filler[r] = r % fillers;
                int point = r / fillers % 16;
                for (int j = 0; j < LATENTS; j++) {
                    int value = point >>> j & 1;
                    words.z[r][j] = value;
                    words.phi[r][(words.filler[r] * LATENTS + j) * 2 + value] = 1;
                }
            }
            return words;
        }

        Identification judge(Optional<int[]> groups) {
            var settings = Identification.Settings.DEFAULT;
            return groups.map(of -> Identification.of(Samples.of(z), Samples.of(phi), of, settings))
                    .orElseGet(() -> Identification.of(Samples.of(z), Samples.of(phi), settings));
        }
    }

    @Test
    void words_known_by_heart_say_nothing_of_new_fillers() {
        var words = Words.of(8, 5);
        var alone = words.judge(Optional.empty());
        assertThat(alone.identificationError().orElseThrow().value()).isLessThan(1e-6);
        assertThat(alone.notes())
                .anyMatch(note -> note.startsWith("Points of the cube repeat: 640 rows lie at 16. If rows share"));
        var grouped = words.judge(Optional.of(words.filler));
        assertThat(grouped.groups()).hasValue(8);
        assertThat(grouped.identificationError().orElseThrow().value()).isGreaterThan(0.2);
        assertThat(grouped.identificationError().orElseThrow().isKnown()).isFalse();
        assertThat(grouped.signedPermutationEstablished()).isFalse();
        assertThat(grouped.notes())
                .noneMatch(note -> note.startsWith("Points of the cube repeat"))
                .anyMatch(note -> note.startsWith(
                        "The rows form 8 groups, which are split, drawn and shuffled whole. Held out: "))
                .anyMatch(note -> note.matches(
                        "Only (1 held-out group|2 held-out groups): no intervals, which from fewer than 30 groups .*"));
    }

    @Test
    void groups_are_split_whole_and_about_a_fifth_of_the_rows_is_held_out() {
        var random = new SplittableRandom(4);
        for (int run = 0; run < 200; run++) {
            int rows = random.nextInt(20, 200);
            int most = random.nextInt(2, 40);
            int[] groups = random.ints(rows, 0, most).toArray();
            if (Arrays.stream(groups).distinct().count() < 2) continue;
            var z = new double[rows][1];
            for (int r = 0; r < rows; r++) z[r][0] = r % 2;
            var data = new PairedSamples(Samples.of(z), Samples.of(z), Optional.of(groups));
            var found = Split.of(data, random);
            if (found.isEmpty()) continue;
            var split = found.get();
            assertThat(split.test().length + split.train().length).isEqualTo(rows);
            assertThat(split.train()).isNotEmpty();
            assertThat(Arrays.stream(split.test()).map(r -> groups[r]).boxed())
                    .doesNotContainAnyElementsOf(Arrays.stream(split.train())
                            .map(r -> groups[r])
                            .boxed()
                            .toList());
            if (data.independent() >= 10) assertThat(split.test().length).isBetween(rows / 10, 2 * rows / 5 + 1);
        }
    }

    @Test
    void shuffles_move_every_row_once_and_groups_of_one_size_as_wholes() {
        int[] groups = IntStream.range(0, 60).map(r -> r % 12).toArray();
        var z = new double[60][1];
        for (int r = 0; r < 60; r++) z[r][0] = r & 1;
        var data = new PairedSamples(Samples.of(z), Samples.of(z), Optional.of(groups));
        int[] moved = Shuffle.of(data, new SplittableRandom(1));
        assertThat(Arrays.stream(moved).sorted().toArray())
                .containsExactly(IntStream.range(0, 60).toArray());
        for (int g = 0; g < 12; g++) {
            int group = g;
            assertThat(IntStream.range(0, 60)
                            .filter(r -> groups[r] == group)
                            .map(r -> groups[moved[r]])
                            .distinct()
                            .count())
                    .isEqualTo(1);
        }
        assertThat(Subsample.of(data, 1000, new SplittableRandom(1)).z()[0]).hasSize(12);
    }

    /** Forty objects, each filmed thirty times, and a code that is right on a few objects by chance. */
    @Test
    void intervals_are_as_wide_as_few_objects_make_them() {
        var random = new SplittableRandom(7);
        int objects = 200;
        int frames = 20;
        var z = new double[objects * frames][2];
        var phi = new double[objects * frames][2];
        var groups = new int[objects * frames];
        var offset = random.doubles(objects, -2, 2).toArray();
        for (int r = 0; r < z.length; r++) {
            int object = r % objects;
            groups[r] = 1000 - object;
            for (int j = 0; j < 2; j++) {
                z[r][j] = object >>> j & 1;
                phi[r][j] = z[r][j] + offset[object] + 0.1 * random.nextDouble();
            }
        }
        var settings = Identification.Settings.DEFAULT;
        var alone = Identification.of(Samples.of(z), Samples.of(phi), settings);
        var grouped = Identification.of(Samples.of(z), Samples.of(phi), groups, settings);
        var narrow = alone.identificationError().orElseThrow();
        var wide = grouped.identificationError().orElseThrow();
        assertThat(wide.isKnown()).isTrue();
        assertThat(wide.high() - wide.low()).isGreaterThan(2 * (narrow.high() - narrow.low()));
        assertThat(grouped.heldOut().orElseThrow().groups()).hasValue(40);
        assertThat(grouped.notes())
                .contains("The regressions behind the signed permutation take one row of each group.");
    }

    /** Eight objects that happen to fit are no more evidence for being filmed a hundred times. */
    @Test
    void repetitions_of_an_object_are_no_further_evidence() {
        var z = new double[800][1];
        var phi = new double[800][1];
        var groups = new int[800];
        for (int r = 0; r < 800; r++) {
            groups[r] = r % 8;
            z[r][0] = r % 8 < 4 ? 0 : 1;
            phi[r][0] = z[r][0];
        }
        var settings = Identification.Settings.DEFAULT;
        assertThat(Identification.of(Samples.of(z), Samples.of(phi), settings)
                        .controls()
                        .ofRows())
                .isLessThan(1e-100);
        assertThat(Identification.of(Samples.of(z), Samples.of(phi), groups, settings)
                        .controls()
                        .ofRows())
                .isCloseTo(2.0 / 70, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void labels_are_read_from_a_file_or_from_a_column() throws IOException {
        var text = Files.writeString(folder.resolve("g.txt"), "filler\nblue car\n\"x\"\nblue car\n");
        assertThat(Samples.readGroups(text, 3)).containsExactly(0, 1, 0);
        assertThat(Samples.readGroups(text, 4)).containsExactly(0, 1, 2, 1);
        assertThatThrownBy(() -> Samples.readGroups(text, 7))
                .hasMessage("g.txt: 4 labels of groups for 7 rows; one a row is accepted");
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("g.csv.gz")))) {
            packed.write("a\nb\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Samples.readGroups(folder.resolve("g.csv.gz"), 2)).containsExactly(0, 1);
        var table = Files.writeString(folder.resolve("z.csv"), "word,z1\ncat,0\ndog,1\ncat,1\n");
        var read = Samples.read(table, ReadOptions.DEFAULT.withGroups("word"));
        assertThat(read.names()).containsExactly("z1");
        assertThat(read.groups().orElseThrow()).containsExactly(0, 1, 0);
        var phi = Samples.of(new double[][] {{0}, {1}, {1}});
        assertThat(Identification.of(read, phi).groups()).hasValue(2);
        var settings = Identification.Settings.DEFAULT;
        assertThatThrownBy(() -> Identification.of(read, phi, new int[] {1, 2, 3}, settings))
                .hasMessage("groups of rows were given twice and differ; name them once");
        assertThatThrownBy(() -> Identification.of(phi, phi, new int[] {1, 2}, settings))
                .hasMessageStartingWith("2 groups for 3 rows");
        assertThatThrownBy(() -> Identification.of(phi, phi, new int[] {5, 5, 5}, settings))
                .hasMessage("all rows are one group; at least two groups are needed");
        assertThat(List.of(Samples.read(table, ReadOptions.DEFAULT.withGroups("other"))
                        .groups()))
                .containsExactly(Optional.empty());
    }
}
