package org.cubecheck.cli;

import java.io.File;
import org.cubecheck.report.Program;

/** How this program was started, so that the commands that it prints start it so again. */
final class Launch {

    /** Set by the build to {@code maven} where Maven runs the program from its compiled classes. */
    private static final String BY = "cubecheck.launch";

    private Launch() {}

    /** A jar as the user named it, Maven, or, where neither is known, the jar that the build leaves. */
    static Program program() {
        return program(System.getProperty(BY, ""), System.getProperty("java.class.path", ""));
    }

    static Program program(String by, String classPath) {
        if (by.equals("maven")) return Program.MAVEN;
        // With -jar the class path is that jar alone.
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? Program.jar(classPath)
                : Program.JAR;
    }
}
