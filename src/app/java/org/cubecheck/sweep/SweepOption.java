package org.cubecheck.sweep;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An option of a sweep, declared once: how the command line takes it, its help, what is refused and in which words, and
 * its description in JSON all follow from it.
 *
 * @param place help lists options by rising place
 * @param name without dashes
 * @param label what stands for the value in help, as in {@code --dimension=D}
 * @param description for help, whatever sweep takes it
 * @param values which values this sweep takes
 * @param standard the default, as typed; empty for an option that may be left out
 */
public record SweepOption<T>(
        int place, String name, String label, String description, Values<T> values, Optional<String> standard) {

    public SweepOption {
        requireNonNull(name);
        requireNonNull(label);
        requireNonNull(description);
        requireNonNull(values);
        requireNonNull(standard);
    }

    /** The same option with a default. */
    public SweepOption<T> standard(String value) {
        return new SweepOption<>(place, name, label, description, values, Optional.of(value));
    }

    /**
     * Its value in a request; empty if it was not given and has no default. @throws IllegalArgumentException if it is
     * none that this sweep takes
     */
    public Optional<T> in(Request request) {
        return request.text(name)
                .map(text -> values.read(text)
                        .orElseThrow(() ->
                                new IllegalArgumentException("--" + name + " " + values.words() + ", not " + text)));
    }

    /** The same. @throws IllegalArgumentException also if it was not given and has no default */
    public T required(Request request) {
        return in(request).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    /** Which values an option takes. */
    public sealed interface Values<T> {

        /** As what a command line reads a value before this asks whether it is taken. */
        Class<T> type();

        /** A value as typed; empty if it is not taken. */
        Optional<T> read(String text);

        /** What a value does, as in "lies within 1..4". */
        String words();
    }

    /** Whole numbers of 32 bits within low..high. */
    public record Integers(int low, int high) implements Values<Integer> {
        @Override
        public Class<Integer> type() {
            return Integer.class;
        }

        @Override
        public Optional<Integer> read(String text) {
            return new Longs(low, high).read(text).map(Math::toIntExact);
        }

        @Override
        public String words() {
            return new Longs(low, high).words();
        }
    }

    /** Whole numbers of 64 bits within low..high. */
    public record Longs(long low, long high) implements Values<Long> {
        @Override
        public Class<Long> type() {
            return Long.class;
        }

        @Override
        public Optional<Long> read(String text) {
            try {
                return Optional.of(Long.valueOf(text)).filter(value -> low <= value && value <= high);
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }

        @Override
        public String words() {
            return "lies within " + low + ".." + high;
        }
    }

    /** The constants of an enumeration, in lower-case letters. */
    public record Choices<E extends Enum<E>>(Class<E> type) implements Values<E> {

        /** All of them, as typed. */
        public List<String> names() {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList();
        }

        @Override
        public Optional<E> read(String text) {
            int index = names().indexOf(text);
            return index < 0 ? Optional.empty() : Optional.of(type.getEnumConstants()[index]);
        }

        @Override
        public String words() {
            return "is " + String.join(" or ", names());
        }
    }

    /** Any text; what it may be is for the sweep to say. */
    public record Texts() implements Values<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public Optional<String> read(String text) {
            return Optional.of(text);
        }

        @Override
        public String words() {
            return "is a text";
        }
    }
}
