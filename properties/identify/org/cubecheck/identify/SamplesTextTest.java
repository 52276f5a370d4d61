package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First lines that may be names or numbers. */
class SamplesTextTest {

    @TempDir
    Path folder;

    @Test
    void a_header_of_numbers_is_a_header_where_it_can_be_no_sample() throws IOException {
        var file = Files.writeString(folder.resolve("n.csv"), "0,1,2\n1,0,1\n0,0,1\n");
        assertThat(Samples.read(file).names()).containsExactly("0", "1", "2");
        assertThat(Samples.read(file).rows()).isEqualTo(2);
        assertThat(Samples.read(file).remarks())
                .containsExactly("n.csv: the first line, 0 to 2, was taken for names of columns");
        Files.writeString(file, "0,1\n-1,1\n1,1\n");
        assertThat(Samples.read(file).names()).containsExactly("0", "1");
        assertThat(Samples.read(file).at(0, 0)).isEqualTo(-1);
        Files.writeString(file, "0,1\n0,0\n1,1\n");
        assertThat(Samples.read(file).rows()).isEqualTo(3);
        assertThat(Samples.read(file).remarks())
                .containsExactly("n.csv: the first line, 0 and 1, was taken for a sample");
        assertThatThrownBy(() -> Identification.of(Samples.read(file), Samples.of(new double[][] {{1}, {2}})))
                .hasMessageEndingWith(
                        "so the numbers must agree (n.csv: the first line, 0 and 1, was taken for a sample)");
        for (String first : List.of("0", "1,2", "0.0,1", "0,2,1")) {
            Files.writeString(file, first + "\n" + first.replaceAll("[0-9.]+", "7") + "\n");
            assertThat(Samples.read(file).rows()).as(first).isEqualTo(2);
            assertThat(Samples.read(file).remarks()).isEmpty();
        }
    }

    @Test
    void quoted_names_may_hold_what_parts_fields() throws IOException {
        var file = Files.writeString(folder.resolve("q.csv"), "\"a\",\"b, x\",\"say \"\"c\"\"\"\n1,2,\"3\"\n");
        assertThat(Samples.read(file).names()).containsExactly("a", "b, x", "say \"c\"");
        assertThat(Samples.read(file).at(0, 2)).isEqualTo(3);
        Files.writeString(file, "\"a;1\" \"b, x\"   c\n1 2 3\n");
        assertThat(Samples.read(file).names()).containsExactly("a;1", "b, x", "c");
        Files.writeString(file, "a;\"b\n1;2\n");
        assertThat(Samples.read(file).names()).containsExactly("a", "\"b");
        Files.writeString(file, "\"".repeat(200_001) + "\n1\n");
        assertThat(Samples.read(file).rows()).isEqualTo(1);
    }
}
