package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes, types and files beside the plain ones. */
class FormatsTest {

    @TempDir
    Path folder;

    private static byte[] npy(String descr, String shape, byte[] values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var text = ("{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        bytes.write(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)});
        bytes.write(text);
        bytes.write(values);
        return bytes.toByteArray();
    }

    private Samples file(String name, byte[] bytes) throws IOException {
        return Samples.read(Files.write(folder.resolve(name), bytes));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"'(3, 1, 2)', 2", "'(3, 2, 1)', 2", "'(3, 1, 2, 1)', 2", "'(6, 1, 1)', 1", "'(1, 1, 6)', 6"})
    void dimensions_of_one_are_left_out(String shape, int columns) throws IOException {
        var samples = file("a.npy", npy("|i1", shape, new byte[] {5, 7, 5, 9, 8, 4}));
        assertThat(samples.columns()).isEqualTo(columns);
        assertThat(samples.at(samples.rows() - 1, columns - 1)).isEqualTo(4);
        assertThat(samples.at(0, 0)).isEqualTo(5);
    }

    @Test
    void other_shapes_are_refused_as_they_are() {
        assertThatThrownBy(() -> file("a.npy", npy("|i1", "(1, 3, 2)", new byte[6])))
                .hasMessageContaining("(1, 3, 2)");
        assertThatThrownBy(() -> file("a.npy", npy("|i1", "(3, 0, 1)", new byte[0])))
                .hasMessageContaining("at least one row and one column");
    }

    /** The first as ml_dtypes 0.5 writes it. */
    @ParameterizedTest
    @ValueSource(strings = {"<V2", "|V2", "bfloat16"})
    void bfloat16_is_read(String descr) throws IOException {
        byte[] values = {(byte) 0x80, 0x3F, 0x00, (byte) 0xC0, 0x00, 0x3F, 0x40, 0x40};
        var samples = file("a.npy", npy(descr, "(2, 2)", values));
        assertThat(List.of(samples.at(0, 0), samples.at(0, 1), samples.at(1, 0), samples.at(1, 1)))
                .containsExactly(1.0, -2.0, 0.5, 3.0);
        assertThat(samples.remarks())
                .containsExactly("a.npy: numbers of two bytes without a type were read as bfloat16");
        assertThatThrownBy(() -> file("a.npy", npy("<V4", "(2, 1)", new byte[8])))
                .hasMessageContaining("number type '<V4'");
    }

    @Test
    void packed_text_and_arrays_are_read() throws IOException {
        byte[] plain = Files.readAllBytes(ReaderProperties.ARRAYS.resolve("plain.npy"));
        assertThat(file("plain.npy.gz", packed(plain)).columns()).isEqualTo(3);
        assertThat(file("T.CSV.GZ", packed("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                        .names())
                .containsExactly("a", "b");
        assertThatThrownBy(() -> file("a.csv.gz", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedData.class)
                .hasMessageStartingWith("a.csv.gz: cannot be read");
        byte[] cut = packed(plain);
        assertThatThrownBy(() -> file("a.npy.gz", java.util.Arrays.copyOf(cut, cut.length / 2)))
                .isInstanceOf(MalformedData.class)
                .hasMessageStartingWith("a.npy.gz: cannot be read");
        assertThatThrownBy(() -> file("a.npz.gz", plain)).hasMessageContaining(".npy.gz, .csv.gz, .tsv.gz and .txt.gz");
    }

    @ParameterizedTest
    @CsvSource({
        "phi.pt, a pickle is never loaded",
        "phi.pth, np.save",
        "phi.PKL, phi.detach().cpu().numpy()",
        "phi.mat, scipy.io.loadmat",
        "phi.parquet, pandas.read_parquet",
        "phi.h5, h5py.File",
        "phi.hdf5, np.save"
    })
    void what_is_never_read_is_refused_with_how_to_save_it(String name, String remedy) {
        assertThatThrownBy(() -> file(name, new byte[] {(byte) 0x80, 2}))
                .isInstanceOf(MalformedData.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("\n");
    }

    @Test
    void columns_that_count_the_rows_are_left_out_of_arrays_too() throws IOException {
        byte[] values = {0, 5, 1, 6, 2, 6};
        var samples = file("a.npy", npy("|i1", "(3, 2)", values));
        assertThat(samples.names()).containsExactly("2");
        assertThat(samples.remarks())
                .containsExactly(
                        "a.npy: column 1 (1) is only the numbers of the rows, from 0, and was left out; name it "
                                + "among the columns to take to keep it");
        assertThat(Samples.read(folder.resolve("a.npy"), ReadOptions.DEFAULT.withColumns(List.of("1-2")))
                        .columns())
                .isEqualTo(2);
    }
}
