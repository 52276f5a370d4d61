package org.cubecheck.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.cubecheck.store.LocalStore;
import org.cubecheck.store.Store;
import org.cubecheck.sweep.FinishedShards;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.sweep.SweepProgress;
import org.cubecheck.sweep.Sweeper;
import org.cubecheck.sweep.Unusable;
import scala.Function2;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext$;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Runs a sweep as one Spark job with a task for each shard. Where a shard runs, when it is tried again, and what
 * happens to an executor that is lost is left to Spark.
 *
 * <p>Each result comes back to the driver as its task ends, and the driver keeps it: so a folder may be one of the
 * driver's machine, a task tried twice is kept once, and executors need no way to the folder. Results are merged in the
 * order of the shards at the end.
 */
final class SparkSweeper implements Sweeper {

    private static final String STANDALONE = "spark://";
    private static final int MASTER_TIMEOUT_MILLIS = 5_000;

    private final String master;
    private final Optional<String> folder;
    private final SweepProgress progress;

    SparkSweeper(String master, Optional<String> folder, SweepProgress progress) {
        this.master = master;
        this.folder = folder;
        this.progress = progress;
    }

    @Override
    public <R extends Record & Serializable> R run(Sweep<R> sweep) throws InterruptedException {
        var configuration = configuration(sweep);
        var finishedShards = folder.map(name -> FinishedShards.open(store(name, configuration), sweep));
        int shards = sweep.shards();
        var results = new TreeMap<Integer, R>(
                finishedShards.map(kept -> kept.readAll(shards)).orElseGet(TreeMap::new));
        progress.finished(sweep, results.size(), shards);
        var missing = IntStream.range(0, shards)
                .boxed()
                .filter(shard -> !results.containsKey(shard))
                .toList();
        if (!missing.isEmpty()) {
            try (var context = begin(configuration)) {
                try {
                    compute(sweep, missing, context, finishedShards, results);
                } catch (IllegalStateException failure) {
                    if (!context.sc().isStopped()) throw failure;
                    throw new Unusable(
                            "--master " + master
                                    + ": Spark ended the run before it was finished; --resume takes up what a "
                                    + "folder has kept",
                            failure);
                }
            }
        }
        return results.values().stream().reduce(sweep::merge).orElseThrow();
    }

    /** What Spark tells of a running job. */
    private sealed interface Event<R> {}

    private record Finished<R>(int shard, R result) implements Event<R> {}

    private record Ended<R>(Try<?> how) implements Event<R> {}

    /**
     * Spark's handler of results runs on its scheduler's thread, which must not wait for a file: it puts them into a
     * queue, and the calling thread keeps them and tells of them.
     */
    private <R extends Record & Serializable> void compute(
            Sweep<R> sweep,
            List<Integer> missing,
            JavaSparkContext context,
            Optional<FinishedShards<R>> finishedShards,
            SortedMap<Integer, R> results)
            throws InterruptedException {
        var events = new LinkedBlockingQueue<Event<R>>();
        Function2<Object, R, BoxedUnit> handler = (task, result) -> {
            events.add(new Finished<>(missing.get((Integer) task), result));
            return BoxedUnit.UNIT;
        };
        var job = context.sc()
                .submitJob(
                        context.parallelize(missing, missing.size()).rdd(),
                        new Shard<>(sweep),
                        tasks(missing.size()),
                        handler,
                        () -> BoxedUnit.UNIT);
        job.onComplete(how -> events.add(new Ended<>(how)), ExecutionContext$.MODULE$.fromExecutor(Runnable::run));
        try {
            while (results.size() < sweep.shards()) {
                var event = events.take();
                if (event instanceof Ended<R> ended)
                    throw new IllegalStateException(
                            line(ended.how.failed().get()), ended.how.failed().get());
                keep((Finished<R>) event, finishedShards, results);
                progress.finished(sweep, results.size(), sweep.shards());
            }
        } finally {
            job.cancel();
            // Of an interrupted run: what had come back.
            for (var event : events) {
                if (event instanceof Finished<R> finished) keep(finished, finishedShards, results);
            }
        }
    }

    private static <R extends Record & Serializable> void keep(
            Finished<R> finished, Optional<FinishedShards<R>> finishedShards, SortedMap<Integer, R> results) {
        finishedShards.ifPresent(kept -> kept.write(finished.shard, finished.result));
        results.put(finished.shard, finished.result);
    }

    /** What a task does, wherever it runs. */
    private static final class Shard<R extends Record & Serializable> extends AbstractFunction1<Iterator<Integer>, R>
            implements Serializable {
        private static final long serialVersionUID = 1;
        private final Sweep<R> sweep;

        Shard(Sweep<R> sweep) {
            this.sweep = sweep;
        }

        @Override
        public R apply(Iterator<Integer> index) {
            return sweep.shard(index.next());
        }
    }

    /** All tasks of a job. */
    private static Seq<Object> tasks(int count) {
        return CollectionConverters.asScala(
                        IntStream.range(0, count).<Object>mapToObj(task -> task).toList())
                .toSeq();
    }

    /** What the user set as {@code -Dspark...} comes first. */
    private SparkConf configuration(Sweep<?> sweep) {
        var configuration = new SparkConf()
                .setMaster(master)
                .setIfMissing("spark.app.name", "cubecheck: " + sweep.name())
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                // All results come together in the driver; its heap is the limit.
                .setIfMissing("spark.driver.maxResultSize", "0");
        if (!master.startsWith("local")) configuration.setIfMissing("spark.jars", String.join(",", sent()));
        return configuration;
    }

    /** What executors are sent: the program's jars, and the library of theirs that Spark does not bring. */
    private static List<String> sent() {
        var program = program();
        var sent = new ArrayList<>(List.of(program.toString()));
        var libraries = program.resolveSibling("jars");
        if (Files.isDirectory(libraries)) {
            try (var jars = Files.newDirectoryStream(libraries, "{cubecheck,commons-numbers}-*.jar")) {
                jars.forEach(jar -> sent.add(jar.toString()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return sent;
    }

    /** The jar that this class comes from. */
    private static Path program() {
        try {
            return Path.of(SparkSweeper.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JavaSparkContext begin(SparkConf configuration) {
        if (!master.startsWith("local") && Files.isDirectory(program()))
            throw new Unusable(
                    "--master " + master + ": executors are sent the program's jar; run target/spark/cubecheck.jar");
        if (master.startsWith(STANDALONE)) reach();
        try {
            return new JavaSparkContext(configuration);
        } catch (Exception failure) {
            throw new Unusable("--master " + master + ": Spark does not start: " + line(failure), failure);
        }
    }

    /**
     * Spark itself tries for a minute before it gives up. @throws Unusable if none of the masters named can be reached
     */
    private void reach() {
        String why = "";
        for (String host : master.substring(STANDALONE.length()).split(",")) {
            int colon = host.lastIndexOf(':');
            if (colon < 1 || !host.substring(colon + 1).matches("\\d{1,5}"))
                throw new Unusable("--master is spark://HOST:PORT, not " + master);
            try (var socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1))),
                        MASTER_TIMEOUT_MILLIS);
                return;
            } catch (IOException | IllegalArgumentException unreachable) {
                why = line(unreachable);
            }
        }
        throw new Unusable("--master " + master + ": no Spark master answers there: " + why);
    }

    /** A folder of this machine, or of any file system if it has a scheme. */
    private static Store store(String name, SparkConf configuration) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9+.-]+:/.*")) return LocalStore.of(Path.of(name));
        var hadoop = new Configuration();
        for (var entry : configuration.getAllWithPrefix("spark.hadoop.")) hadoop.set(entry._1(), entry._2());
        return HadoopStore.of(name, hadoop);
    }

    private static String line(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failure.getClass().getSimpleName());
    }
}
