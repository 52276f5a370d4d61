package org.cubecheck.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.cubecheck.store.WholeFile;

/**
 * A folder to write into. Every file appears whole or not at all, and a set of files takes the place of an earlier one
 * without ever being mixed with it. A name may hold folders, but leads nowhere outside.
 */
final class Folder {

    /** To replace a set of files takes less than a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path path;

    private Folder(Path path) {
        this.path = path;
    }

    /** The folder, made if it is missing. @throws BadInput if it cannot be made or written to */
    static Folder writable(Path path) {
        try {
            if (!Files.isDirectory(path)) Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, WholeFile.ON_ITS_WAY, ".tmp"));
            return new Folder(path);
        } catch (IOException | SecurityException failure) {
            throw new BadInput(path + ": not a folder that can be written to; name another one", failure);
        }
    }

    /** Makes sure that a file which a user names can be written. @throws BadInput if it cannot, or is a folder */
    static void checkWritable(Path file) {
        if (file.getFileName() == null || Files.isDirectory(file)) throw new BadInput(file + ": a folder; name a file");
        if (!isDevice(file)) writable(real(file).getParent());
    }

    /**
     * Writes a file which a user names, whole or not at all. A link leads to the file that it names, if there is one; a
     * device or a pipe is written to, and stays what it is.
     *
     * @throws BadInput as {@link #checkWritable}, or if there is no room
     */
    static void write(Path file, String text) {
        checkWritable(file);
        if (!isDevice(file)) {
            new Folder(real(file).getParent()).write(real(file).getFileName().toString(), text);
            return;
        }
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new BadInput(file + ": not written, " + BadInput.reason(failure), failure);
        }
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException failure) {
            throw new BadInput(file + ": " + BadInput.reason(failure), failure);
        }
    }

    Path path() {
        return path;
    }

    /** Writes a text in UTF-8. Returns the file. @throws BadInput if there is no room, or no right to */
    Path write(String name, String text) {
        var file = inside(name);
        try {
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    /**
     * Puts a set of files in the place of an earlier one. All are written aside first. Then the earlier ones are taken
     * away, the last first, and the new ones moved in, the last one last. So whenever the program ends, the files that
     * are there belong to one set, and if the last of the set is there then so are all others. Of two programs at once,
     * one waits for the other.
     *
     * @param earlier the names of the earlier files, in the order in which they were put there; those that are missing
     * are passed over
     * @param files names and texts
     * @throws BadInput if there is no room, or no right to, or another program does not end; while the files are
     * written aside the earlier ones stay
     */
    void replace(Supplier<List<String>> earlier, LinkedHashMap<String, String> files) {
        files.keySet().forEach(this::inside);
        try (var lock = lock()) {
            try {
                replaceAlone(earlier.get(), files);
            } finally {
                Files.deleteIfExists(path.resolve(WholeFile.LOCK));
            }
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    void replace(List<String> earlier, LinkedHashMap<String, String> files) {
        earlier.forEach(this::inside);
        replace(() -> earlier, files);
    }

    /**
     * A channel to the lock file, which is locked until the channel is closed; where files cannot be locked at all, it
     * is not.
     */
    private FileChannel lock() throws IOException {
        var file = path.resolve(WholeFile.LOCK);
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; pause()) {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (locks(channel) && isStill(file, channel)) return channel;
            } catch (IOException noRoom) {
                channel.close();
                Files.deleteIfExists(file);
                throw noRoom;
            }
            channel.close();
        }
        throw new BadInput(
                path + ": another command is writing here; try again when it has ended, or name another folder");
    }

    /** At the far end: on some systems nobody else can read what is locked. */
    private static boolean locks(FileChannel channel) {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException within) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }

    /**
     * Whoever had the lock before has taken its file away, and another may lie there: the length tells, without opening
     * it, which would unlock it.
     */
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        channel.truncate(0);
        int length = channel.write(ByteBuffer.allocate(1 + (UUID.randomUUID().hashCode() & 0xFFF)));
        try {
            return Files.size(file) == length;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted while another command was writing", end);
        }
    }

    private void replaceAlone(List<String> earlier, LinkedHashMap<String, String> files) throws IOException {
        sweep();
        var aside = Files.createTempDirectory(path, WholeFile.ON_ITS_WAY);
        try {
            int number = 0;
            var moves = new LinkedHashMap<Path, Path>();
            for (var file : files.entrySet()) {
                var temporary = Files.write(
                        aside.resolve(Integer.toString(number++)),
                        file.getValue().getBytes(StandardCharsets.UTF_8));
                var place = inside(file.getKey());
                Files.createDirectories(place.getParent());
                moves.put(temporary, place);
            }
            var away = new ArrayList<>(earlier);
            Collections.reverse(away);
            for (var name : away) Files.deleteIfExists(inside(name));
            for (var move : moves.entrySet()) WholeFile.move(move.getKey(), move.getValue());
        } finally {
            delete(aside);
        }
    }

    /**
     * Makes sure that files of these names can be put there. @throws BadInput if a folder lies in the place of a file,
     * or a file in that of a folder
     */
    void checkFree(List<String> names) {
        for (var name : names) {
            var file = inside(name);
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                throw new BadInput(
                        file + ": a folder lies where a file is to be written; take it away, or name another place");
            if (Files.exists(file.getParent()) && !Files.isDirectory(file.getParent()))
                throw new BadInput(file.getParent()
                        + ": a file lies where a folder is to be made; take it away, or name another place");
        }
    }

    /**
     * Takes away what a program that was killed left on its way; what another one writes by itself at this moment
     * stays. Folders are written aside under the lock only, so that one which is there was left.
     */
    private void sweep() throws IOException {
        WholeFile.removeLeftovers(path);
        try (var left = Files.newDirectoryStream(path, WholeFile.ON_ITS_WAY + "*")) {
            for (var entry : left) {
                if (Files.isDirectory(entry)) delete(entry);
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    private static void delete(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            try (var files = Files.newDirectoryStream(entry)) {
                for (var file : files) Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(entry);
    }

    private Path inside(String name) {
        var file = path.resolve(name).normalize();
        if (!file.startsWith(path.normalize()) || file.equals(path.normalize()))
            throw new IllegalArgumentException("a name within the folder, not " + name);
        return path.resolve(name);
    }

    private BadInput notWritten(IOException failure) {
        return new BadInput(
                path + ": not written, " + BadInput.reason(failure) + "; make room or name another folder", failure);
    }
}
