package org.cubecheck.cli;

import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.Progress;
import org.cubecheck.claim.Claim;

/**
 * Tells a person how an audit gets on: on a terminal one line that is rewritten, elsewhere one line for each finished
 * claim.
 */
final class ProgressLine implements Progress {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final String ERASE = "\r\033[K";
    private static final int WIDTH = 78;

    private final Console console;
    private String claim = "";
    private int finished;
    private int count;
    private long drawn;

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public void begun(Claim<?> claim, int index, int count) {
        this.claim = claim.id();
        this.count = count;
        if (console.terminal()) draw("");
    }

    @Override
    public void visited(String domain, long done, long total) {
        if (!console.terminal() || System.nanoTime() - drawn < REDRAW_NANOS) return;
        draw("  " + domain + "  " + 100 * Math.min(done, total) / Math.max(1, total) + "%");
    }

    @Override
    public void finished(AuditReport.Result result) {
        finished++;
        if (!console.terminal())
            console.err()
                    .printf(
                            java.util.Locale.ROOT,
                            "%d/%d %s %s, %.2f s%n",
                            finished,
                            count,
                            result.claim().id(),
                            result.asExpected() ? "as expected" : "NOT AS EXPECTED",
                            result.time().toNanos() / 1e9);
        else if (finished == count) console.err().print(ERASE);
        console.err().flush();
    }

    private void draw(String where) {
        drawn = System.nanoTime();
        String line = "[" + (finished + 1) + "/" + count + "] " + claim + where;
        console.err().print(ERASE + line.substring(0, Math.min(line.length(), WIDTH)));
        console.err().flush();
    }
}
