package org.cubecheck.identification;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep the order in which they are written down. */
final class Ordered {

    private Ordered() {}

    /** @param entries a key, its value, a key, its value */
    static Map<String, Object> ordered(Object... entries) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < entries.length; i += 2) map.put((String) entries[i], entries[i + 1]);
        return map;
    }
}
