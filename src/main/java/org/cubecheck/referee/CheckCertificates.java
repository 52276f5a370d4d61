package org.cubecheck.referee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Accepts or rejects certificates from the definitions alone. This one file depends on nothing but the JDK and shares no code with the
 * library: {@code java CheckCertificates.java FILE...} reads certificates as JSON objects {@code {"kind": ..., "data": {...}}} (or a
 * report, or an array of them: every object with a "kind" and "data" is judged), prints one line each, and ends with exit code 0 if all
 * are accepted, 1 if one is rejected, 2 if a file cannot be read.
 *
 * <p>Conventions: a point of B^n is a mask, bit i set iff x_i = -1; a transform is the list of the images of 0, 1, ..., 2^d - 1; a
 * Boolean function is the list of its values -1 and +1; its Fourier coefficient at S is 2^-n sum_x f(x) (-1)^popcount(S and x); its
 * degree is the largest |S| with a coefficient other than 0; the degree of a transform is the sum of those of its coordinates.
 */
public final class CheckCertificates {

  private CheckCertificates() {}

  /** What makes a certificate unacceptable. */
  private static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Rejected(String message) {
      super(message);
    }
  }

  private static final Map<String, Consumer<Fields>> KINDS = new TreeMap<>();

  static {
    KINDS.put("inverse-degree-differs", CheckCertificates::inverseDegreeDiffers);
  }

  /** Empty if the certificate is accepted, else what is wrong with it. */
  public static Optional<String> objection(String kind, Map<String, ?> data) {
    var check = KINDS.get(kind);
    if (check == null) return Optional.of("unknown kind " + kind);
    try {
      check.accept(new Fields(data));
      return Optional.empty();
    } catch (Rejected rejected) {
      return Optional.of(rejected.getMessage());
    }
  }

  // ---- the kinds, one method each

  /** T is invertible and deg T is not deg T^-1; both degrees as stated. */
  private static void inverseDegreeDiffers(Fields data) {
    int[] T = data.transform("transform");
    int degree = degreeOf(T);
    int inverse = degreeOf(inverse(T));
    same("degree", data.integer("degree"), degree);
    same("inverseDegree", data.integer("inverseDegree"), inverse);
    require(degree != inverse, "both degrees are " + degree);
  }

  // ---- definitions

  private static int dimension(int[] T) {
    return Integer.numberOfTrailingZeros(T.length);
  }

  private static int[] inverse(int[] T) {
    var inverse = new int[T.length];
    for (int z = 0; z < T.length; z++) inverse[T[z]] = z;
    return inverse;
  }

  private static int[] coordinate(int[] T, int i) {
    var values = new int[T.length];
    for (int z = 0; z < T.length; z++) values[z] = (T[z] >> i & 1) == 1 ? -1 : 1;
    return values;
  }

  /** The degree by the definition, as a double sum. */
  private static int degree(int[] f) {
    int degree = 0;
    for (int S = 0; S < f.length; S++) {
      long sum = 0;
      for (int x = 0; x < f.length; x++) sum += Integer.bitCount(S & x) % 2 == 0 ? f[x] : -f[x];
      if (sum != 0) degree = Math.max(degree, Integer.bitCount(S));
    }
    return degree;
  }

  private static int degreeOf(int[] T) {
    int sum = 0;
    for (int i = 0; i < dimension(T); i++) sum += degree(coordinate(T, i));
    return sum;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) throw new Rejected(otherwise);
  }

  private static void same(String name, long stated, long found) {
    require(stated == found, name + " is stated as " + stated + " and is " + found);
  }

  /** The data of a certificate, read strictly. */
  private record Fields(Map<String, ?> data) {
    Object any(String key) {
      Object value = data.get(key);
      require(value != null, "no " + key);
      return value;
    }

    long integer(String key) {
      require(any(key) instanceof Long, key + " is no integer");
      return (Long) any(key);
    }

    int[] integers(String key) {
      require(any(key) instanceof List<?>, key + " is no list");
      var list = (List<?>) any(key);
      var values = new int[list.size()];
      for (int i = 0; i < values.length; i++) {
        require(list.get(i) instanceof Long value && value == value.intValue(), key + " holds something else than integers");
        values[i] = ((Long) list.get(i)).intValue();
      }
      return values;
    }

    int[] transform(String key) {
      int[] T = integers(key);
      require(T.length >= 2 && T.length <= 1 << 12 && Integer.bitCount(T.length) == 1, key + " has a length that is no power of two within 2..4096");
      var seen = new boolean[T.length];
      for (int y : T) {
        require(y >= 0 && y < T.length && !seen[y], key + " is no permutation");
        seen[y] = true;
      }
      return T;
    }
  }

  // ---- files

  /** See the class comment. */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println("usage: java CheckCertificates.java FILE...");
      System.exit(2);
    }
    int judged = 0;
    int rejected = 0;
    for (String file : args) {
      var found = new ArrayList<Map<?, ?>>();
      try {
        collect(new Json(Files.readString(Path.of(file))).document(), found);
      } catch (IOException | Rejected failure) {
        System.err.println(file + ": " + failure.getMessage());
        System.exit(2);
      }
      for (var certificate : found) {
        var data = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) certificate.get("data")).forEach((key, value) -> data.put((String) key, value));
        var objection = objection((String) certificate.get("kind"), data);
        judged++;
        rejected += objection.isPresent() ? 1 : 0;
        System.out.println((objection.isPresent() ? "REJECTED " : "accepted ") + certificate.get("kind") + objection.map(o -> ": " + o).orElse("") + " (" + file + ")");
      }
    }
    System.out.println(judged + " judged, " + rejected + " rejected");
    System.exit(rejected > 0 || judged == 0 ? 1 : 0);
  }

  private static void collect(Object value, List<Map<?, ?>> found) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("kind") instanceof String && map.get("data") instanceof Map<?, ?>) found.add(map);
      else map.values().forEach(v -> collect(v, found));
    }
    if (value instanceof List<?> list) list.forEach(v -> collect(v, found));
  }

  /** A small JSON reader: integers become Long, other numbers Double. */
  private static final class Json {
    private final String text;
    private int at;
    private int depth;

    Json(String text) {
      this.text = text;
    }

    Object document() {
      Object value = value();
      space();
      require(at == text.length(), "text after the end at " + at);
      return value;
    }

    private void space() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char next() {
      space();
      require(at < text.length(), "unexpected end");
      return text.charAt(at);
    }

    private void expect(char c) {
      require(next() == c, "expected " + c + " at " + at);
      at++;
    }

    private Object value() {
      require(++depth < 200, "too deep");
      try {
        switch (next()) {
          case '{': {
            var map = new LinkedHashMap<String, Object>();
            at++;
            if (next() != '}') {
              do {
                String key = string();
                expect(':');
                require(!map.containsKey(key), "key twice: " + key);
                map.put(key, value());
              } while (more('}'));
            }
            at++;
            return map;
          }
          case '[': {
            var list = new ArrayList<Object>();
            at++;
            if (next() != ']') {
              do {
                list.add(value());
              } while (more(']'));
            }
            at++;
            return list;
          }
          case '"':
            return string();
          default:
            return literal();
        }
      } finally {
        depth--;
      }
    }

    private boolean more(char end) {
      if (next() == end) return false;
      expect(',');
      return true;
    }

    private String string() {
      expect('"');
      var out = new StringBuilder();
      while (true) {
        require(at < text.length(), "unexpected end");
        char c = text.charAt(at++);
        if (c == '"') return out.toString();
        if (c != '\\') {
          out.append(c);
          continue;
        }
        require(at < text.length(), "unexpected end");
        char e = text.charAt(at++);
        int simple = "\"\\/bfnrt".indexOf(e);
        if (simple >= 0) out.append("\"\\/\b\f\n\r\t".charAt(simple));
        else {
          require(e == 'u' && at + 4 <= text.length(), "bad escape at " + at);
          try {
            out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          } catch (NumberFormatException bad) {
            throw new Rejected("bad escape at " + at);
          }
          at += 4;
        }
      }
    }

    private Object literal() {
      int start = at;
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
      String word = text.substring(start, at);
      if (word.equals("true")) return true;
      if (word.equals("false")) return false;
      if (word.equals("null")) return "null";
      try {
        return word.matches("-?\\d{1,19}") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
      } catch (NumberFormatException bad) {
        throw new Rejected("not a value: " + word);
      }
    }
  }
}
