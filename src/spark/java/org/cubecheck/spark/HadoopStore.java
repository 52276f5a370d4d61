package org.cubecheck.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.cubecheck.store.Store;

/** A folder of any file system that Hadoop knows. */
final class HadoopStore implements Store {

    /** How files begin that are on their way; a run that was killed may have left some. */
    private static final String ON_ITS_WAY = ".writing";

    private final FileSystem files;
    private final Path folder;

    private HadoopStore(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /** The folder, made if it is missing. @throws UncheckedIOException if it cannot be made */
    static HadoopStore of(String uri, Configuration configuration) {
        try {
            var folder = new Path(uri);
            var files = folder.getFileSystem(configuration);
            // Checksums beside the files of this machine would be files that the local engine does not know.
            if (files instanceof LocalFileSystem local) files = local.getRawFileSystem();
            files.mkdirs(folder);
            return new HadoopStore(files, folder);
        } catch (IOException failure) {
            throw failure(uri + ": not a folder that finished shards can be kept in", failure);
        }
    }

    @Override
    public boolean isEmpty() {
        try {
            return Arrays.stream(files.listStatus(folder))
                    .allMatch(entry -> entry.getPath().getName().startsWith(ON_ITS_WAY));
        } catch (IOException failure) {
            throw failure(folder + ": cannot be read", failure);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        try (var in = files.open(new Path(folder, name))) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException missing) {
            return Optional.empty();
        } catch (IOException failure) {
            throw failure(folder + "/" + name + ": cannot be read", failure);
        }
    }

    /**
     * Written beside and renamed. Where a rename does not replace, a file that is there is taken away first: at worst a
     * shard is computed again.
     */
    @Override
    public void write(String name, byte[] content) {
        var file = new Path(folder, name);
        var temporary =
                new Path(folder, ON_ITS_WAY + "-" + ProcessHandle.current().pid() + "-" + name);
        try {
            try (var out = files.create(temporary, true)) {
                out.write(content);
            }
            if (files.rename(temporary, file)) return;
            files.delete(file, false);
            if (!files.rename(temporary, file)) throw new IOException(temporary + " cannot be renamed");
        } catch (IOException failure) {
            throw failure(file + ": cannot be written", failure);
        }
    }

    private static UncheckedIOException failure(String what, IOException why) {
        return new UncheckedIOException(what + ", " + why.getMessage(), why);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
