package org.cubecheck.sweep;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.cubecheck.store.LocalStore;

/**
 * Runs a sweep on the threads of this machine. The result depends on the sweep alone, neither on the number of threads
 * nor on interruptions: partial results are merged in the order of the shards.
 */
public final class LocalSweeper implements Sweeper {

    private final int threads;
    private final Optional<Path> folder;
    private final SweepProgress progress;

    private LocalSweeper(int threads, Optional<Path> folder, SweepProgress progress) {
        this.threads = threads;
        this.folder = folder;
        this.progress = progress;
    }

    /** Runs on so many threads, keeps nothing, says nothing. */
    public static LocalSweeper of(int threads) {
        if (threads < 1) throw new IllegalArgumentException("the number of threads is at least 1, not " + threads);
        return new LocalSweeper(threads, Optional.empty(), SweepProgress.SILENT);
    }

    /**
     * The same, but the result of each finished shard is kept in a file of the folder, and shards found there are not
     * computed again. A file appears whole or not at all, so a run may be ended at any time, by whatever means, and
     * taken up by another.
     */
    public LocalSweeper resuming(Path folder) {
        return new LocalSweeper(threads, Optional.of(folder), progress);
    }

    /** The same, telling how it gets on. */
    public LocalSweeper telling(SweepProgress progress) {
        return new LocalSweeper(threads, folder, requireNonNull(progress));
    }

    @Override
    public <R extends Record & Serializable> R run(Sweep<R> sweep) throws InterruptedException {
        var finishedShards = folder.map(path -> FinishedShards.open(LocalStore.of(path), sweep));
        int shards = sweep.shards();
        var results = new TreeMap<Integer, R>(
                finishedShards.map(kept -> kept.readAll(shards)).orElseGet(TreeMap::new));
        progress.finished(sweep, results.size(), shards);
        var pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var completed = new ExecutorCompletionService<Finished<R>>(pool);
            for (int i = 0; i < shards; i++) {
                int index = i;
                if (!results.containsKey(i)) completed.submit(() -> finish(sweep, index, finishedShards));
            }
            while (results.size() < shards) {
                var finished = completed.take().get();
                results.put(finished.index, finished.result);
                progress.finished(sweep, results.size(), shards);
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException runtime) throw runtime;
            if (failure.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(failure.getCause());
        } finally {
            // Those waiting are dropped; shards begun are finished and kept before this returns, so that nothing is
            // written behind a caller's back.
            pool.getQueue().clear();
            pool.shutdown();
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
        return results.values().stream().reduce(sweep::merge).orElseThrow();
    }

    private record Finished<R>(int index, R result) {}

    private static <R extends Record & Serializable> Finished<R> finish(
            Sweep<R> sweep, int index, Optional<FinishedShards<R>> finishedShards) {
        var result = sweep.shard(index);
        finishedShards.ifPresent(kept -> kept.write(index, result));
        return new Finished<>(index, result);
    }
}
