package org.cubecheck.sweep;

/** What the user named, a folder of finished shards or a cluster, cannot be used; the message says why in one line. */
public final class Unusable extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** With the reason. */
    public Unusable(String message) {
        super(message);
    }

    /** With the reason, and the failure behind it. */
    public Unusable(String message, Throwable cause) {
        super(message, cause);
    }
}
