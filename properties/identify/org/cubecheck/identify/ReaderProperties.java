package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Example;

class ReaderProperties {

    static final Path ARRAYS = Path.of("fixtures", "arrays");

    @Example
    @SuppressWarnings("unchecked")
    void every_file_that_numpy_wrote_is_read_to_the_last_bit() throws IOException {
        Map<String, List<List<String>>> expected =
                new ObjectMapper().readValue(ARRAYS.resolve("expected.json").toFile(), Map.class);
        assertThat(expected).hasSizeGreaterThan(170);
        expected.forEach((name, rows) -> {
            var samples = read(name);
            assertThat(samples.rows()).as(name).isEqualTo(rows.size());
            assertThat(samples.columns()).as(name).isEqualTo(rows.get(0).size());
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < samples.columns(); c++)
                    assertThat(Double.doubleToLongBits(samples.at(r, c)))
                            .as(name + " at " + r + ", " + c)
                            .isEqualTo(Double.doubleToLongBits(hex(rows.get(r).get(c))));
            }
        });
    }

    @Example
    void every_number_type_both_orders_both_layouts_and_all_header_versions_are_among_them() throws IOException {
        Set<String> names = new TreeSet<>();
        new ObjectMapper()
                .readTree(ARRAYS.resolve("expected.json").toFile())
                .fieldNames()
                .forEachRemaining(names::add);
        for (String type : List.of("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8")) {
            for (String order : List.of("little", "big")) {
                for (String layout : List.of("C", "F")) {
                    for (int version = 1; version <= 3; version++)
                        assertThat(names).contains("numpy.npz/" + order + "-" + type + "-" + layout + "-" + version);
                }
            }
        }
    }

    @Example
    void every_half_precision_number_is_decoded_by_its_definition() {
        var bytes = java.nio.ByteBuffer.allocate(2);
        for (int bits = 0; bits < 1 << 16; bits++) {
            bytes.putShort(0, (short) bits);
            double sign = bits >>> 15 == 1 ? -1 : 1;
            int e = bits >>> 10 & 31;
            double m = (bits & 1023) / 1024.0;
            double value = e == 31
                    ? (m == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                    : e == 0 ? m * Math.pow(2, -14) : (1 + m) * Math.pow(2, e - 15);
            assertThat(Double.compare(NumberType.FLOAT16.decode(bytes, 0), sign * value))
                    .isZero();
        }
    }

    @Example
    void unsigned_integers_past_the_sign_bit_round_to_the_nearest_double() {
        var bytes = java.nio.ByteBuffer.allocate(8);
        for (long low = 0; low < 5000; low++) {
            long bits = Long.MIN_VALUE + low;
            bytes.putLong(0, bits);
            assertThat(NumberType.UINT64.decode(bytes, 0))
                    .isEqualTo(new java.math.BigInteger(Long.toUnsignedString(bits)).doubleValue());
        }
    }

    @Example
    void what_cannot_be_read_gives_one_clear_line() throws IOException {
        var lines = new ArrayList<String>();
        try (Stream<Path> files = Files.list(ARRAYS.resolve("refused"))) {
            for (Path file : files.sorted().toList()) {
                var thrown = catchThrowable(() -> Samples.read(file));
                assertThat(thrown).as(file.toString()).isInstanceOf(MalformedData.class);
                assertThat(thrown.getMessage())
                        .startsWith(file.getFileName().toString())
                        .hasLineCount(1)
                        .hasSizeLessThan(300);
                lines.add(thrown.getMessage());
            }
        }
        assertThat(lines)
                .hasSizeGreaterThan(18)
                .contains(
                        "complex.npy: number type '<c16'; bool, int8 to int64, uint8 to uint64 and float16 to "
                                + "float64 are accepted",
                        "cube.npy: an array of shape (2, 2, 2); rows are samples, so one or two dimensions are accepted",
                        "cut.npy: the header promises 120 bytes of values, the file holds 115",
                        "vast.npy: the header promises 799999992 bytes of values, the file holds 64",
                        "ragged.csv: line 2 has 1 field, the first line has 2",
                        "words.csv: line 3, field 2: 'four' is not a number (such as -1, 0.5 or 1e-3)",
                        "data.pkl: a pickle is never loaded, as loading one runs what it holds; save the array: "
                                + "np.save(\"phi.npy\", phi.detach().cpu().numpy()), without .detach().cpu().numpy() "
                                + "where it is no tensor");
    }

    @Example
    void an_array_is_chosen_by_name_and_a_missing_name_lists_those_there_are() {
        assertThat(Samples.read(ARRAYS.resolve("one.npz"), "phi").columns()).isEqualTo(3);
        assertThatThrownBy(() -> Samples.read(ARRAYS.resolve("one.npz"), "psi"))
                .isInstanceOf(MalformedData.class)
                .hasMessage("one.npz: no array 'psi'; it holds phi");
        assertThatThrownBy(() -> Samples.read(ARRAYS.resolve("numpy-compressed.npz")))
                .isInstanceOf(MalformedData.class)
                .hasMessageStartingWith("numpy-compressed.npz: holds 12 arrays, name one: b1, i1,");
        assertThatThrownBy(() -> Samples.read(ARRAYS.resolve("plain.npy"), "phi"))
                .isInstanceOf(MalformedData.class);
        assertThatThrownBy(() -> Samples.read(ARRAYS.resolve("absent.npy")))
                .isInstanceOf(MalformedData.class)
                .hasMessage("absent.npy: no such file");
    }

    /** JDK 17 opens such a file, and complains in its own way when an entry is listed; JDK 25 does not open it. */
    @Example
    void a_zip_file_whose_comment_is_no_text_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("phi.npy");
            entry.setComment("caf\u00e9");
            zip.putNextEntry(entry);
            zip.write(Files.readAllBytes(ARRAYS.resolve("plain.npy")));
        }
        byte[] broken = bytes.toByteArray();
        for (int i = 0; i + 1 < broken.length; i++) {
            if (broken[i] == (byte) 0xC3 && broken[i + 1] == (byte) 0xA9) broken[i + 1] = 'e';
        }
        var file = Files.createTempFile("comment", ".npz");
        Files.write(file, bytes.toByteArray());
        assertThat(Samples.read(file).columns()).isEqualTo(3);
        Files.write(file, broken);
        assertThatThrownBy(() -> Samples.read(file))
                .isInstanceOf(MalformedData.class)
                .hasMessageMatching(
                        ".*cannot be read, (an entry of the zip file is no text in UTF-8|'invalid CEN header .*)");
        Files.delete(file);
    }

    @Example
    void names_of_columns_come_from_the_header() {
        assertThat(Samples.read(ARRAYS.resolve("header.csv")).names()).containsExactly("a", "b", "c");
        assertThat(Samples.read(ARRAYS.resolve("index.csv")).names()).containsExactly("z 1", "z2");
        assertThat(Samples.read(ARRAYS.resolve("plain.npy")).names()).containsExactly("1", "2", "3");
    }

    @Example
    void text_that_only_java_takes_for_a_number_is_refused() throws IOException {
        for (String field : List.of("1d", "0x1p3", "1f", ".", "+", "1e", "1e+", "--1", "1,5;2", "1_000", "NaNa")) {
            var file = Files.createTempFile("field", ".csv");
            Files.writeString(file, "1;2\n" + (field.contains(";") ? field : field + ";2") + "\n");
            assertThatThrownBy(() -> Samples.read(file)).as(field).isInstanceOf(MalformedData.class);
            Files.delete(file);
        }
    }

    @Example
    void a_small_file_that_unpacks_to_more_than_it_promises_stops_at_what_it_promised() throws IOException {
        var file = Files.createTempFile("bomb", ".npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(header("(2, 2)"));
            for (int i = 0; i < 2000; i++) zip.write(new byte[1 << 16]);
        }
        assertThatThrownBy(() -> Samples.read(file))
                .isInstanceOf(MalformedData.class)
                .hasMessageContaining("goes on after the 32 bytes");
        Files.delete(file);
    }

    static byte[] header(String shape) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var text = ("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        bytes.write(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)});
        bytes.write(text);
        return bytes.toByteArray();
    }

    private static Samples read(String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? Samples.read(ARRAYS.resolve(name))
                : Samples.read(ARRAYS.resolve(name.substring(0, slash)), name.substring(slash + 1));
    }

    private static double hex(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
