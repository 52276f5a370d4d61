package org.cubecheck.identify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** NumPy's archive of arrays: a zip file of {@code .npy} entries. Only the entry asked for is unpacked. */
final class Npz {

    private Npz() {}

    static ArrayTable read(Path file, String what, Optional<String> name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var arrays = new LinkedHashMap<String, ZipEntry>();
            for (var entry : entries(zip, what)) {
                if (entry.getName().endsWith(".npy"))
                    arrays.put(entry.getName().substring(0, entry.getName().length() - 4), entry);
            }
            String chosen = ArrayNames.choose(what, arrays.keySet(), name);
            var entry = arrays.get(chosen);
            var checksum = new CRC32();
            try (var in = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
                var samples = Npy.read(in, what + "[" + ArrayNames.shown(chosen) + "]");
                if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue())
                    throw new MalformedData(
                            samples.source() + ": the checksum of the zip entry does not match its contents");
                return samples;
            }
        }
    }

    private static List<? extends ZipEntry> entries(ZipFile zip, String what) {
        try {
            return zip.stream().toList();
        } catch (IllegalArgumentException malformed) { // so the JDK says that a comment is no UTF-8
            throw new MalformedData(what + ": cannot be read, an entry of the zip file is no text in UTF-8", malformed);
        }
    }
}
