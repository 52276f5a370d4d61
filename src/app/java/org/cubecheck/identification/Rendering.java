package org.cubecheck.identification;

import org.cubecheck.identify.Identification;

/** An identification as text, JSON and HTML. */
public final class Rendering {

    private Rendering() {}

    /** The findings as text of several lines. */
    public static String text(Identification found) {
        return TextRendering.of(found);
    }

    /** The findings as JSON; keys in a stated order, the schema is {@code cubecheck.identification/1}. */
    public static String json(Identification found) {
        return JsonRendering.of(found);
    }

    /**
     * The findings as a self-contained HTML page with the matrices drawn, which says by which command it is repeated.
     */
    public static String html(Identification found, String command) {
        return HtmlRendering.of(found, command);
    }
}
