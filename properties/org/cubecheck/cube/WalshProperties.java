package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.Group;
import net.jqwik.api.Tag;
import org.apache.commons.math3.transform.FastHadamardTransformer;
import org.ejml.simple.SimpleMatrix;

/** The transforms of the library, and three oracles that share no code with them, under one contract. */
class WalshProperties {

  @Group
  class ExactInLongs extends TransformContract {
    @Override
    long[] transform(long[] a) {
      var copy = a.clone();
      Walsh.transform(copy);
      return copy;
    }
  }

  @Group
  class ExactInInts extends TransformContract {
    @Override
    long[] transform(long[] a) {
      var copy = Arrays.stream(a).mapToInt(Math::toIntExact).toArray();
      Walsh.transform(copy);
      return Arrays.stream(copy).asLongStream().toArray();
    }
  }

  /** Integers this small are exact in double. */
  @Group
  class InDoubles extends TransformContract {
    @Override
    long[] transform(long[] a) {
      var copy = Arrays.stream(a).asDoubleStream().toArray();
      Walsh.transform(copy);
      return Arrays.stream(copy).mapToLong(value -> (long) value).toArray();
    }
  }

  @Group
  @Tag("oracle")
  class OfCommonsMath extends TransformContract {
    @Override
    long[] transform(long[] a) {
      if (a.length == 1) return a.clone(); // it wants at least two values
      return Arrays.stream(new FastHadamardTransformer().transform(Arrays.stream(a).mapToInt(Math::toIntExact).toArray())).asLongStream().toArray();
    }
  }

  /** The product with Sylvester's matrix, the n-fold Kronecker power of ((1, 1), (1, -1)). */
  @Group
  @Tag("oracle")
  class OfTheHadamardMatrix extends TransformContract {
    @Override
    long[] transform(long[] a) {
      var values = new SimpleMatrix(a.length, 1, true, Arrays.stream(a).asDoubleStream().toArray());
      var product = hadamard(Cube.variables(a.length)).mult(values);
      return IntStream.range(0, a.length).mapToLong(S -> Math.round(product.get(S, 0))).toArray();
    }
  }

  @Group
  @Tag("oracle")
  class ByTheDefinition extends TransformContract {
    @Override
    long[] transform(long[] a) {
      return definition(a);
    }
  }

  static SimpleMatrix hadamard(int n) {
    var two = new SimpleMatrix(new double[][] {{1, 1}, {1, -1}});
    var power = SimpleMatrix.identity(1);
    for (int i = 0; i < n; i++) power = two.kron(power);
    return power;
  }

  @Example
  void a_length_that_is_no_power_of_two_is_refused() {
    for (int length : new int[] {0, 3, 6, 12}) {
      String message = "the length of a table is a power of two, not " + length;
      assertThatIllegalArgumentException().isThrownBy(() -> Walsh.transform(new long[length])).withMessage(message);
      assertThatIllegalArgumentException().isThrownBy(() -> Walsh.transform(new int[length])).withMessage(message);
      assertThatIllegalArgumentException().isThrownBy(() -> Walsh.transform(new double[length])).withMessage(message);
    }
  }

  @Example
  void sums_that_do_not_fit_are_refused_and_the_largest_that_fit_are_not() {
    long[] fits = {Long.MAX_VALUE - 5, 5};
    Walsh.transform(fits);
    assertThat(fits).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE - 10);
    overflows(() -> Walsh.transform(new long[] {Long.MAX_VALUE, 1}));
    overflows(() -> Walsh.transform(new long[] {Long.MAX_VALUE, -1}));
    overflows(() -> Walsh.transform(new long[] {Long.MIN_VALUE, 1}));
    overflows(() -> Walsh.transform(new long[] {1L << 62, 0, 0, -(1L << 62)}));

    int[] small = {Integer.MAX_VALUE - 5, -5};
    Walsh.transform(small);
    assertThat(small).containsExactly(Integer.MAX_VALUE - 10, Integer.MAX_VALUE);
    overflows(() -> Walsh.transform(new int[] {Integer.MAX_VALUE, 1}));
    overflows(() -> Walsh.transform(new int[] {Integer.MAX_VALUE, -1}));
    overflows(() -> Walsh.transform(new int[] {Integer.MIN_VALUE, 1}));
  }

  @Example
  void a_refused_table_is_left_as_it_was() {
    long[] a = {Long.MAX_VALUE, 1};
    overflows(() -> Walsh.transform(a));
    assertThat(a).containsExactly(Long.MAX_VALUE, 1);
  }

  @Example
  void sixty_thousand_values_agree_with_commons_math() {
    var random = new java.util.SplittableRandom(1);
    var a = random.ints(1 << 16, -1000, 1000).toArray();
    var expected = new FastHadamardTransformer().transform(a);
    var longs = Arrays.stream(a).asLongStream().toArray();
    var doubles = Arrays.stream(a).asDoubleStream().toArray();
    Walsh.transform(a);
    Walsh.transform(longs);
    Walsh.transform(doubles);
    assertThat(a).isEqualTo(expected);
    assertThat(longs).isEqualTo(Arrays.stream(expected).asLongStream().toArray());
    assertThat(doubles).isEqualTo(Arrays.stream(expected).asDoubleStream().toArray());
  }

  private static void overflows(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessageMatching("(?i).*overflow.*");
  }
}
