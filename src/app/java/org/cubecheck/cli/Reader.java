package org.cubecheck.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * The standard output, whose reader may close it early, as {@code head} does: what is written after that is dropped
 * without a word. Any other failure stays one.
 */
final class Reader extends FilterOutputStream {

    /** How the systems put it: Unix, macOS, Windows. */
    private static final Pattern CLOSED =
            Pattern.compile("(?i).*(broken pipe|pipe is being closed|pipe has been ended).*", Pattern.DOTALL);

    private boolean gone;

    Reader(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (gone) return;
        try {
            out.write(bytes, from, length);
        } catch (IOException failure) {
            drop(failure);
        }
    }

    @Override
    public void flush() throws IOException {
        if (gone) return;
        try {
            out.flush();
        } catch (IOException failure) {
            drop(failure);
        }
    }

    private void drop(IOException failure) throws IOException {
        gone = CLOSED.matcher(String.valueOf(failure.getMessage())).matches();
        if (!gone) throw failure;
    }
}
