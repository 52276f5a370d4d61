package org.cubecheck.report;

import static java.util.Objects.requireNonNull;

/**
 * How the program was started, so that a printed command starts it so again, from the same folder.
 *
 * @param before what stands before the arguments of the program
 * @param after what stands after them
 * @param checker what the certificates' own checker is started by, before its arguments
 */
public record Program(String before, String after, String checker) {

    /** The jar that the build leaves, from the top folder of the sources. */
    public static final Program JAR = jar("target/cubecheck.jar");

    /** By Maven, from the top folder of the sources, where there may be no jar. */
    public static final Program MAVEN = new Program(
            "mvn -q compile exec:exec -Dargs=\"",
            "\"",
            "java src/app/java/org/cubecheck/referee/CheckCertificates.java");

    public Program {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(checker, "checker");
    }

    /** A jar with all that the program needs. */
    public static Program jar(String path) {
        String quoted = quoted(path);
        return new Program(
                "java -jar " + quoted + " ", "", "java -cp " + quoted + " org.cubecheck.referee.CheckCertificates");
    }

    /** The command line that gives the program these arguments, quoted where they need it. */
    public String command(String arguments) {
        return before + arguments + after;
    }

    /** A word as a shell takes it, in quotes where it holds more than letters, digits and harmless signs. */
    public static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
