package example;

import org.cubecheck.cube.BooleanFunction;

/** What a user of the core wants first. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println(BooleanFunction.parseHex("e8").spectrum());
    }
}
