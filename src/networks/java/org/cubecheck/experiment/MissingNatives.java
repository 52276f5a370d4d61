package org.cubecheck.experiment;

/**
 * PyTorch has no native library where this runs, so that no network can be trained; everything else works. The message
 * is one line and names the system, and those for which there is one.
 */
public final class MissingNatives extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingNatives(String system, Throwable cause) {
        super(
                "training needs the native library of PyTorch, and none is there for this system, " + system
                        + "; there are four: for Linux on x86_64 and on aarch64, macOS on aarch64, Windows on x86_64",
                cause);
    }
}
