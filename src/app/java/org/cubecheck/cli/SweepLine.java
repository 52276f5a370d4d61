package org.cubecheck.cli;

import java.util.Locale;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.sweep.SweepProgress;

/** Tells a person how a sweep gets on: on a terminal one line that is rewritten, elsewhere a line for each tenth. */
final class SweepLine implements SweepProgress {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final int PARTS = 10;

    private final Console console;
    private int found = -1;
    private int part;
    private long begun;
    private long drawn;

    SweepLine(Console console) {
        this.console = console;
    }

    @Override
    public void finished(Sweep<?> sweep, int done, int shards) {
        long now = System.nanoTime();
        boolean first = found < 0;
        if (first) {
            found = done;
            begun = now;
        }
        if (console.terminal()) {
            if (done == shards) console.err().print("\r\033[K");
            else if (first || now - drawn >= REDRAW_NANOS) {
                drawn = now;
                console.err()
                        .printf(
                                Locale.ROOT,
                                "\r\033[K%d of %d shards%s",
                                done,
                                shards,
                                done == found
                                        ? ""
                                        : String.format(
                                                Locale.ROOT,
                                                ", %.0f s left",
                                                (now - begun) / 1e9 / (done - found) * (shards - done)));
            }
        } else if (first && done > 0 || !first && (int) ((long) done * PARTS / shards) > part) {
            console.err()
                    .printf(
                            Locale.ROOT,
                            "%d of %d shards%s, %.1f s%n",
                            done,
                            shards,
                            first ? " found" : "",
                            (now - begun) / 1e9);
        }
        part = (int) ((long) done * PARTS / shards);
        console.err().flush();
    }
}
