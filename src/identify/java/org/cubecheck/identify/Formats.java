package org.cubecheck.identify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Which reader a file goes to: its ending says. */
final class Formats {

    private Formats() {}

    static ArrayTable read(Path file, Optional<String> name) {
        String what = ArrayNames.shown((file.getFileName() == null ? file : file.getFileName()).toString());
        String ending = what.substring(what.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            if (Files.isDirectory(file)) throw new MalformedData(what + ": a folder; name a file");
            if (!Files.exists(file)) throw new NoSuchFileException(what);
            if (ending.equals("npz")) return Npz.read(file, what, name);
            try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                switch (ending) {
                    case "safetensors":
                        return Safetensors.read(in, Files.size(file), what, name);
                    case "npy":
                        checkNameless(what, name);
                        return Npy.read(in, what);
                    case "csv", "tsv", "txt":
                        checkNameless(what, name);
                        return Csv.read(in, what);
                    default:
                        throw new MalformedData(what
                                + ": unknown kind of file; .npy, .npz, .csv, .tsv, .txt and .safetensors are accepted");
                }
            }
        } catch (NoSuchFileException e) {
            throw new MalformedData(what + ": no such file", e);
        } catch (IOException e) {
            throw new MalformedData(what + ": cannot be read, " + reason(e), e);
        }
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
