package org.cubecheck.identify;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Which reader a file goes to: its ending says. */
final class Formats {

    private static final String PICKLE = "a pickle is never loaded, as loading one runs what it holds; "
            + "save the array: np.save(\"phi.npy\", phi.detach().cpu().numpy()), without .detach().cpu().numpy() "
            + "where it is no tensor";

    private static final String HDF5 =
            "HDF5 is not read; save the array: np.save(\"phi.npy\", h5py.File(\"phi.h5\")[\"phi\"][()])";

    /** What is never read, and how to save the same. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("pt", PICKLE),
            Map.entry("pth", PICKLE),
            Map.entry("ckpt", PICKLE),
            Map.entry("pkl", PICKLE),
            Map.entry("pickle", PICKLE),
            Map.entry("joblib", PICKLE),
            Map.entry(
                    "mat",
                    "MATLAB's format is not read; save the array: "
                            + "np.save(\"phi.npy\", scipy.io.loadmat(\"phi.mat\")[\"phi\"])"),
            Map.entry("parquet", frame("Parquet", "read_parquet")),
            Map.entry("feather", frame("Feather", "read_feather")),
            Map.entry("xlsx", frame("a spreadsheet", "read_excel")),
            Map.entry("xls", frame("a spreadsheet", "read_excel")),
            Map.entry("h5", HDF5),
            Map.entry("hdf5", HDF5));

    private Formats() {}

    private static String frame(String kind, String reader) {
        return kind + " is not read; save the table: pandas." + reader + "(\"phi\").to_csv(\"phi.csv\", index=False)";
    }

    static ArrayTable read(Path file, ReadOptions options) {
        return opened(file, (what, ending) -> {
            var table = read(file, what, ending, options);
            return options.columns().isEmpty() ? Columns.withoutRowNumbers(table) : table;
        });
    }

    private interface Reader<T> {
        T read(String what, String ending) throws IOException;
    }

    private static <T> T opened(Path file, Reader<T> reader) {
        String what = ArrayNames.shown((file.getFileName() == null ? file : file.getFileName()).toString());
        String ending = what.substring(what.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            if (Files.isDirectory(file)) throw new MalformedData(what + ": a folder; name a file");
            if (!Files.exists(file)) throw new NoSuchFileException(what);
            if (REFUSED.containsKey(ending)) throw new MalformedData(what + ": " + REFUSED.get(ending));
            return reader.read(what, ending);
        } catch (NoSuchFileException e) {
            throw new MalformedData(what + ": no such file", e);
        } catch (IOException e) {
            throw new MalformedData(what + ": cannot be read, " + reason(e), e);
        }
    }

    private static ArrayTable read(Path file, String what, String ending, ReadOptions options) throws IOException {
        var name = options.array();
        if (ending.equals("npz")) return Columns.taken(Npz.read(file, what, name), options);
        if (ending.equals("safetensors")) {
            try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                return Columns.taken(Safetensors.read(in, Files.size(file), what, name), options);
            }
        }
        boolean packed = ending.equals("gz");
        String kind = packed ? kind(what) : ending;
        if (!List.of("npy", "csv", "tsv", "txt").contains(kind))
            throw new MalformedData(what
                    + (packed
                            ? ": unknown kind of packed file; .npy.gz, .csv.gz, .tsv.gz and .txt.gz are accepted"
                            : ": unknown kind of file; .npy, .npz, .csv, .tsv, .txt and .safetensors are accepted"));
        checkNameless(what, name);
        try (var in = unpacked(file, packed)) {
            return kind.equals("npy") ? Columns.taken(Npy.read(in, what), options) : Csv.read(in, what, options);
        }
    }

    /** The ending before {@code .gz}. */
    private static String kind(String what) {
        String inner = what.substring(0, what.length() - 3);
        return inner.substring(inner.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static InputStream unpacked(Path file, boolean packed) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return packed ? new BufferedInputStream(new GZIPInputStream(in, 1 << 13), 1 << 16) : in;
        } catch (IOException malformed) {
            in.close();
            throw malformed;
        }
    }

    /**
     * The labels of a file of groups, one a row: the lines of a text, without the name above them, or the values of an
     * array of one column.
     *
     * @param rows how many are wanted; text with one line more has a header
     */
    static List<String> labels(Path file, int rows) {
        return opened(file, (what, ending) -> {
            boolean packed = ending.equals("gz");
            boolean text = List.of("csv", "tsv", "txt").contains(packed ? kind(what) : ending);
            var labels =
                    text ? lines(file, what, packed) : Columns.labels(read(file, what, ending, ReadOptions.DEFAULT));
            if (text && labels.size() == rows + 1) return labels.subList(1, labels.size());
            if (labels.size() != rows)
                throw new MalformedData(
                        what + ": " + labels.size() + " labels of groups for " + rows + " rows; one a row is accepted");
            return labels;
        });
    }

    private static List<String> lines(Path file, String what, boolean packed) throws IOException {
        var labels = new ArrayList<String>();
        try (var reader = new BufferedReader(new InputStreamReader(unpacked(file, packed), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number == 1 && line.startsWith("\uFEFF")) line = line.substring(1);
                if (line.isBlank() || line.startsWith("#")) continue;
                var fields =
                        TextLine.fields(line, TextLine.separator(line).equals(" ") ? "\n" : TextLine.separator(line));
                if (fields.size() != 1)
                    throw new MalformedData(what + ": line " + number + " has " + fields.size()
                            + " fields; one label of a group a line is accepted");
                labels.add(fields.get(0));
            }
        }
        return labels;
    }

    private static void checkNameless(String what, Optional<String> name) {
        if (name.isPresent())
            throw new MalformedData(
                    what + ": holds one array without a name; " + MalformedData.quote(name.get()) + " was asked for");
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : MalformedData.quote(e.getMessage());
    }
}
