package org.cubecheck.identify;

/** What counts from 0, asked for by its number. */
final class Index {

    private Index() {}

    /** @throws IndexOutOfBoundsException {@code column 9 of 4}, unless the number is within 0..count-1 */
    static void check(String what, int number, int count) {
        if (number < 0 || number >= count)
            throw new IndexOutOfBoundsException(what + " " + number + " of " + count + ", counted from 0");
    }
}
