import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes which commit is built, so that results can say by which code they were made. The build runs it, in the folder
 * of the project and with the folder for the file. Where git does not answer, or the project is not the whole of its
 * checkout, the file is empty and nothing fails.
 */
final class CommitWriter {

    private CommitWriter() {}

    public static void main(String... args) throws IOException {
        var file = Path.of(args[0]).resolve("commit.txt");
        var commit = commit().orElse("");
        // A file that is as it was keeps its time: what is built from it is not built again.
        if (Files.exists(file) && Files.readString(file).equals(commit)) return;
        Files.createDirectories(file.getParent());
        Files.writeString(file, commit);
    }

    private static Optional<String> commit() {
        var root = git("rev-parse", "--show-toplevel").map(Path::of);
        // Sources that were unpacked within somebody else's checkout are not of its commit.
        if (root.isEmpty() || !same(root.get(), Path.of(""))) return Optional.empty();
        var changes = git("status", "--porcelain");
        return git("rev-parse", "HEAD")
                .flatMap(commit -> changes.map(changed -> commit + (changed.isEmpty() ? "" : " with local changes")));
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other.toAbsolutePath());
        } catch (IOException notThere) {
            return false;
        }
    }

    /** What git says, if it succeeds. It takes no locks: somebody may be at work in the checkout. */
    private static Optional<String> git(String... arguments) {
        try {
            var process = new ProcessBuilder(
                            Stream.concat(Stream.of("git", "--no-optional-locks"), Arrays.stream(arguments))
                                    .toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
