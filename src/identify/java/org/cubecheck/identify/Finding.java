package org.cubecheck.identify;

import java.util.Locale;

/** What an identification finds, in a word. */
public enum Finding {
    /** Coordinates are the latents up to order and signs: all exactly on every row once binarised, or by regression. */
    AXIS_ALIGNED("axis-aligned"),
    /** Every latent is read beyond control tasks by a linear probe or one coordinate, but they are not the coordinates. */
    LINEAR("linear"),
    /**
     * The coordinates are the latents up to a transform that a preference for low degree may not tell from that: a
     * stabilizer element of the phase diagram, or parities that determine the latents.
     */
    FRAME("frame"),
    /** Some latents are read beyond chance, or their mean is. */
    PARTIAL("partial"),
    /** The latents are mixed: an invertible code that is none of these, or products of latents without all latents. */
    MIXED("mixed"),
    /** Nothing beyond chance. */
    NOTHING_SHOWN("nothing shown");

    private final String word;

    Finding(String word) {
        this.word = word;
    }

    /** As files have it: {@code axis-aligned}. */
    public String word() {
        return word;
    }

    /** As a headline begins: {@code Axis-aligned}. */
    String title() {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
