package org.cubecheck.sweep;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The finished shards of one sweep, each in a file of a store. Every engine keeps them alike, so one may take up what another began. */
public final class Checkpoint<R extends Record & Serializable> {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** What the store belongs to. */
  private record Label(String sweep, int shards) {
    @Override
    public String toString() {
      return sweep + ", in " + shards + (shards == 1 ? " shard" : " shards");
    }
  }

  private final Store store;
  private final Class<R> type;

  private Checkpoint(Store store, Class<R> type) {
    this.store = store;
    this.type = type;
  }

  /** @throws Unusable if the store belongs to something else */
  public static <R extends Record & Serializable> Checkpoint<R> open(Store store, Sweep<R> sweep) {
    var label = new Label(sweep.name(), sweep.shards());
    var found = store.read("sweep.json");
    if (found.isPresent()) {
      var other = parsed(found.get(), Label.class);
      if (!other.equals(Optional.of(label)))
        throw new Unusable(store + " holds another sweep: " + other.map(Label::toString).orElse("damaged") + "; not " + label);
    } else {
      if (!store.isEmpty()) throw new Unusable(store + " is neither empty nor a folder of finished shards");
      store.write("sweep.json", bytes(label));
    }
    return new Checkpoint<>(store, sweep.resultType());
  }

  /** The results of all shards that are there and can be read. */
  public SortedMap<Integer, R> readAll(int shards) {
    var results = new TreeMap<Integer, R>();
    for (int i = 0; i < shards; i++) {
      int shard = i;
      store.read(file(i)).flatMap(bytes -> parsed(bytes, type)).ifPresent(result -> results.put(shard, result));
    }
    return results;
  }

  /** Keeps the result of a shard. */
  public void write(int shard, R result) {
    store.write(file(shard), bytes(result));
  }

  private static String file(int shard) {
    return String.format(Locale.ROOT, "shard-%06d.json", shard);
  }

  /** Empty if the file is damaged. */
  private static <T> Optional<T> parsed(byte[] bytes, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(bytes, type));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
