package org.cubecheck.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;

/** What the user gives as an argument: the text itself, or with {@code @} the name of a file that holds it. */
final class Given {

  /** The largest number of variables that the commands accept; the library goes further. */
  static final int MAX_VARIABLES = 20;

  private static final int SHOWN = 40;

  private Given() {}

  /** The text, or the text of the file. @throws BadInput if the file cannot be read */
  static String text(String argument) {
    if (!argument.startsWith("@")) return argument.strip();
    var name = argument.substring(1);
    try {
      return Files.readString(Path.of(name)).strip();
    } catch (NoSuchFileException missing) {
      throw new BadInput(name + ": no such file", missing);
    } catch (CharacterCodingException binary) {
      throw new BadInput(name + ": not a text in UTF-8", binary);
    } catch (IOException | InvalidPathException | OutOfMemoryError failure) {
      throw new BadInput(name + ": cannot be read", failure);
    }
  }

  /**
   * A truth table: hexadecimal digits, or binary digits after {@code 0b}, the point 0 last as in a number.
   *
   * @param variables the number of variables, if it is not to follow from the number of digits
   */
  static BooleanFunction table(String argument, Optional<Integer> variables) {
    String text = text(argument).replaceAll("[\\s_]", "");
    boolean bits = text.startsWith("0b") || text.startsWith("0B");
    String digits = bits || text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
    if (digits.isEmpty() || !digits.matches(bits ? "[01]+" : "[0-9a-fA-F]+"))
      throw new BadInput("no table: " + shown(argument) + "; a table is hexadecimal digits such as e8, binary digits such as 0b11101000, or @FILE with either");
    int perDigit = bits ? 1 : 4;
    long length = (long) digits.length() * perDigit;
    int n;
    if (variables.isPresent()) {
      n = checked(variables.get());
      if (significant(digits, perDigit) > 1L << n)
        throw new BadInput(shown(argument) + " has more bits than the " + (1L << n) + " of a table of " + n + " variables");
    } else {
      if (Long.bitCount(length) != 1)
        throw new BadInput(shown(argument) + " has " + digits.length() + (bits ? " bits" : " hexadecimal digits, " + length + " bits")
            + "; the length of a table is a power of two (--variables N fills up with zeros)");
      n = checked(Long.numberOfTrailingZeros(length));
    }
    return BooleanFunction.of(n, x -> {
      int at = digits.length() - 1 - x / perDigit;
      return at >= 0 && (Character.digit(digits.charAt(at), 16) >>> x % perDigit & 1) != 0;
    });
  }

  private static long significant(String digits, int perDigit) {
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit != 0) return (long) (digits.length() - 1 - i) * perDigit + Integer.SIZE - Integer.numberOfLeadingZeros(digit);
    }
    return 0;
  }

  /** Checks a number of variables. */
  static int checked(int n) {
    if (n < 0 || n > MAX_VARIABLES) throw new BadInput("a number of variables lies within 0.." + MAX_VARIABLES + ", not " + n);
    return n;
  }

  /** Values f(0), f(1), ..., each an integer, a decimal or a fraction, read exactly. */
  static RealFunction values(String argument) {
    var numerators = new ArrayList<BigInteger>();
    var denominators = new ArrayList<BigInteger>();
    for (var item : items(text(argument))) {
      var value = rational(item);
      numerators.add(value[0]);
      denominators.add(value[1]);
    }
    int length = numerators.size();
    if (Long.bitCount(length) != 1) throw new BadInput(length + " values; the length of a table is a power of two");
    checked(Cube.variables(length));
    var common = BigInteger.ONE;
    for (var q : denominators) {
      common = common.divide(common.gcd(q)).multiply(q);
      if (common.bitLength() > 63) throw new BadInput("the values have no common denominator within 64 bits; give fewer decimal places");
    }
    var scaled = new long[length];
    for (int x = 0; x < length; x++) {
      var numerator = numerators.get(x).multiply(common.divide(denominators.get(x)));
      if (numerator.bitLength() > 62) throw new BadInput("value " + x + " does not fit into 62 bits over the common denominator " + common);
      scaled[x] = numerator.longValueExact();
    }
    long denominator = common.longValueExact();
    return BadInput.in("values", () -> RealFunction.of(scaled, denominator));
  }

  /** A permutation T(0), T(1), ... of 0..2^d-1. */
  static int[] permutation(List<String> arguments) {
    var items = items(text(arguments.size() == 1 ? arguments.get(0) : String.join(" ", arguments)));
    var image = new int[items.size()];
    for (int z = 0; z < image.length; z++) {
      try {
        image[z] = Integer.parseInt(items.get(z));
      } catch (NumberFormatException none) {
        throw new BadInput("entry " + z + " is no integer: " + shown(items.get(z)) + "; a transform is the images of 0, 1, ..., 2^d-1, such as 0,1,3,2", none);
      }
    }
    return image;
  }

  private static List<String> items(String text) {
    String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1).strip() : text;
    if (inner.isEmpty()) throw new BadInput("an empty list; its length is a power of two");
    return List.of(inner.split("\\s*[,;\\s]\\s*"));
  }

  private static BigInteger[] rational(String item) {
    try {
      int slash = item.indexOf('/');
      if (slash < 0) return fraction(decimal(item), BigDecimal.ONE);
      var divisor = decimal(item.substring(slash + 1));
      if (divisor.signum() == 0) throw new BadInput("division by zero: " + shown(item));
      return fraction(decimal(item.substring(0, slash)), divisor);
    } catch (NumberFormatException none) {
      throw new BadInput("no number: " + shown(item) + "; a value is an integer, a decimal such as -0.25 or a fraction such as 1/3", none);
    }
  }

  private static BigDecimal decimal(String text) {
    var value = new BigDecimal(text);
    if (Math.abs((long) value.scale()) > 40 || value.precision() > 40) throw new BadInput("too many digits: " + shown(text));
    return value;
  }

  private static BigInteger[] fraction(BigDecimal p, BigDecimal q) {
    int scale = Math.max(0, Math.max(p.scale(), q.scale()));
    var top = p.movePointRight(scale).toBigIntegerExact();
    var bottom = q.movePointRight(scale).toBigIntegerExact();
    var common = top.gcd(bottom).max(BigInteger.ONE);
    if (bottom.signum() < 0) common = common.negate();
    return new BigInteger[] {top.divide(common), bottom.divide(common)};
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? "'" + text + "'" : "'" + text.substring(0, SHOWN) + "...'";
  }
}
