package org.cubecheck.census;

import java.util.TreeMap;
import org.cubecheck.sweep.Sweep;

/**
 * The census of Boolean functions class by class; the shards are the parts of {@link FunctionClasses}. Two seconds of one core at n = 5.
 *
 * @param n the number of variables, 1..5
 */
public record FunctionSweep(int n) implements Sweep<FunctionCensus> {

  public FunctionSweep {
    if (n < 1 || n > FunctionClasses.MAX_VARIABLES)
      throw new IllegalArgumentException("classes of functions are listed for 1.." + FunctionClasses.MAX_VARIABLES + " variables, not " + n);
  }

  @Override
  public String name() {
    return "classes of Boolean functions of " + n + " variables";
  }

  @Override
  public int shards() {
    return FunctionClasses.parts(n);
  }

  @Override
  public FunctionCensus shard(int index) {
    var classes = new TreeMap<FunctionKind, Long>();
    FunctionClasses.of(n).forEach(index, (f, size) -> classes.merge(FunctionKind.of(f, size), 1L, Long::sum));
    return FunctionCensus.of(n, classes);
  }

  @Override
  public FunctionCensus merge(FunctionCensus first, FunctionCensus next) {
    return first.plus(next);
  }

  @Override
  public Class<FunctionCensus> resultType() {
    return FunctionCensus.class;
  }
}
