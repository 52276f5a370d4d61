package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text as pandas, R and spreadsheets write it. */
class TextLayoutTest {

    @TempDir
    Path folder;

    private Samples read(String text) throws IOException {
        return read(text, ReadOptions.DEFAULT);
    }

    private Samples read(String text, ReadOptions options) throws IOException {
        return Samples.read(Files.writeString(folder.resolve("t.csv"), text), options);
    }

    private static double[][] rows(Samples samples) {
        var rows = new double[samples.rows()][samples.columns()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < samples.columns(); c++) rows[r][c] = samples.at(r, c);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unnamed: 0,a,b\n0,1,2\n1,3,4\n2,5,7\n",
                "index,a,b\n0,1,2\n1,3,4\n2,5,7\n",
                "index,a,b\n7,1,2\n2,3,4\n5,5,7\n",
                ",a,b\n9,1,2\n9,3,4\n8,5,7\n",
                "a,n,b\n1,1,2\n3,2,4\n5,3,7\n",
                "name,a,b\nx,1,2\ny,3,4\nz,5,7\n",
                "\"a\" \"b\"\n\"1\" 1 2\n\"2\" 3 4\n\"3\" 5 7\n",
                "\"a\",\"b\"\n\"r1\",1,2\n\"r2\",3,4\n\"r3\",5,7\n"
            })
    void columns_that_number_or_name_the_rows_are_left_out_with_a_remark(String text) throws IOException {
        var samples = read(text);
        assertThat(samples.names()).containsExactly("a", "b");
        assertThat(rows(samples)).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}, {5, 7}});
        assertThat(samples.remarks()).isNotEmpty().allMatch(remark -> remark.startsWith("t.csv: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1\n1,3\n2,5\n", "0 1\n1 3\n2 5", "1;1\n2;3\n3;5\n", "r1,1\nr2,3\nr3,5\n"})
    void so_they_are_without_a_header(String text) throws IOException {
        assertThat(rows(read(text))).isDeepEqualTo(new double[][] {{1}, {3}, {5}});
    }

    @Test
    void a_column_asked_for_is_taken_and_so_is_the_only_one() throws IOException {
        var options = ReadOptions.DEFAULT;
        String text = "index,a,b,c\n0,1,2,3\n1,3,4,5\n2,5,7,9\n";
        assertThat(read(text, options.withColumns(List.of("index", "c"))).names())
                .containsExactly("index", "c");
        assertThat(read(text, options.withColumns(List.of("c", "2"))).names()).containsExactly("c", "a");
        assertThat(read(text, options.withColumns(List.of("a-c"))).names()).containsExactly("a", "b", "c");
        assertThat(read(text, options.withColumns(List.of("2-3"))).names()).containsExactly("a", "b");
        assertThatThrownBy(() -> read(text, options.withColumns(List.of("d"))))
                .hasMessage(
                        "t.csv: no column 'd'; a name, a number from 1 to 4 or a range such as 2-5 is accepted, and the "
                                + "columns are index, a, b, c");
        assertThatThrownBy(() -> read(text, options.withColumns(List.of("a", "1-2"))))
                .hasMessageContaining("'a' is asked for twice");
        assertThat(read("word,a\nx,1\ny,2\n", options.withColumns(List.of("a"))).columns())
                .isEqualTo(1);
        var only = read("1\n2\n3\n");
        assertThat(only.columns()).isEqualTo(1);
        assertThat(only.remarks())
                .containsExactly("t.csv: column 1 (1) is the only one and only the numbers of the rows, from 1");
        assertThatThrownBy(() -> read("0,1\n1,2\n2,3\n"))
                .hasMessageContaining("every column holds the numbers of the rows");
        assertThat(rows(read("0,5\n1,6\n"))).as("two rows count nothing").isDeepEqualTo(new double[][] {{0, 5}, {1, 6}
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,5;1,25\n-1,5;2\n",
                "a;b\n0,5;1,25\n-1,5;2\n",
                "0,5\t1,25\n-1,5\t2\n",
                "0,5 1,25\n-1,5 2\n",
                "a b\n0,5 1,25\n-1,5 2\n",
                "\"0,5\",\"1,25\"\n\"-1,5\",\"2\"\n",
                "sep=;\n0,5;1,25\n-1,5;2\n",
                "0,5;1,25;\n-1,5;2;\n"
            })
    void decimal_commas_are_read_where_they_part_no_fields(String text) throws IOException {
        var samples = read(text);
        assertThat(rows(samples)).isDeepEqualTo(new double[][] {{0.5, 1.25}, {-1.5, 2}});
        assertThat(samples.remarks()).anyMatch(remark -> remark.contains("'0,5' were read with a decimal comma"));
    }

    @Test
    void one_column_of_decimal_commas_below_a_name_is_one_column() throws IOException {
        assertThat(rows(read("phi\n0,5\n-1,25\n"))).isDeepEqualTo(new double[][] {{0.5}, {-1.25}});
    }

    @Test
    void commas_that_may_be_either_are_refused_with_the_remedy() throws IOException {
        for (String text : List.of("0,05\n1,50\n", "0,12345\n1,5\n", "a,b\n0,5,1,5\n1,2,0,7\n")) {
            assertThatThrownBy(() -> read(text))
                    .as(text)
                    .hasMessageContaining("--decimal comma")
                    .hasMessageNotContaining("\n");
            assertThat(read(text, ReadOptions.DEFAULT.withDecimal(ReadOptions.Decimal.COMMA))
                            .at(1, 0))
                    .as(text)
                    .isBetween(1.2, 1.5);
        }
        var point = ReadOptions.DEFAULT.withDecimal(ReadOptions.Decimal.POINT);
        assertThat(read("0,05\n1,50\n", point).at(1, 1)).isEqualTo(50);
        assertThatThrownBy(() -> read("0,5;1\n", point))
                .hasMessageEndingWith("'0,5' is not a number (such as -1, 0.5 or 1e-3)");
        assertThatThrownBy(() -> read("1;2\n0,5;1\n"))
                .hasMessageEndingWith("if its comma is a decimal comma, say --decimal comma");
        assertThatThrownBy(() -> read("0,5;1\n0.5;1\n"))
                .hasMessageContaining("'0.5' is not a number (such as -1, 0,5 or 1e-3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA,2\n3,4\n", ",2.5\n3,4\n", "nan;2\n3;4", "NULL\t2\n3\t4\n", "N/A 2\n3 4\n"})
    void a_first_line_with_a_missing_value_is_a_sample(String text) throws IOException {
        var samples = read(text);
        assertThat(samples.rows()).isEqualTo(2);
        assertThat(samples.at(0, 0)).isNaN();
        assertThat(samples.at(1, 0)).isEqualTo(3);
    }

    @Test
    void the_first_line_is_what_it_is_said_to_be() throws IOException {
        var options = ReadOptions.DEFAULT;
        assertThat(read("1,2\n3,4\n", options.withHeader(ReadOptions.Header.YES))
                        .names())
                .containsExactly("1", "2");
        assertThat(read("0,1,2\n3,4,9\n", options.withHeader(ReadOptions.Header.NO))
                        .rows())
                .isEqualTo(2);
        assertThatThrownBy(() -> read("a,b\n3,4\n", options.withHeader(ReadOptions.Header.NO)))
                .hasMessageContaining("line 1, field 1: 'a' is not a number");
    }

    @Test
    void units_and_separators_at_the_end_are_no_samples_and_no_columns() throws IOException {
        var samples = read("a,b\n(V),(ms)\n1,2\n3,5\n");
        assertThat(rows(samples)).isDeepEqualTo(new double[][] {{1, 2}, {3, 5}});
        assertThat(samples.remarks()).containsExactly("t.csv: line 2 was taken for units and left out");
        for (String text :
                List.of("a,b,\n1,2,\n3,5,\n", "a,b\n1,2,\n3,5,\n", "1,2,\n3,5,\n", "1;2;\n3;5;\n1;1;\n4;4;\n"))
            assertThat(Arrays.copyOf(rows(read(text)), 2)).as(text).isDeepEqualTo(new double[][] {{1, 2}, {3, 5}});
        assertThat(read("a,b\n1,\n3,5\n").at(0, 1)).isNaN();
    }

    @Test
    void names_of_samples_before_0_or_0_and_1_leave_the_first_line_open() {
        for (String text : List.of("a,0\nb,1\n", "a,0,1\nb,1,1\n"))
            assertThatThrownBy(() -> read(text)).hasMessageContaining("say --header yes or --header no");
    }

    @Test
    void a_line_says_what_separates_and_words_may_be_truth_values() throws IOException {
        assertThat(rows(read("sep=|\n1|2\n3|5\n"))).isDeepEqualTo(new double[][] {{1, 2}, {3, 5}});
        assertThat(rows(read("yes,No\nTRUE,false\n"))).isDeepEqualTo(new double[][] {{1, 0}, {1, 0}});
        assertThat(read("a\nyes\nNO\n").remarks())
                .containsExactly("t.csv: true and yes were read as 1, false and no as 0");
        assertThat(read("1,inf\n3,nan\n").remarks()).isEmpty();
    }

    @Test
    void a_column_of_words_is_named_with_the_remedy() {
        assertThatThrownBy(() -> read("id,label,p\n17,cat,0.1\n18,dog,0.3\n"))
                .hasMessage("t.csv: column 'label' holds 'cat', no number; name the columns to take, or that of groups "
                        + "(--columns, --latents-columns, --groups-column)");
    }
}
