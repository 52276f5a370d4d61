package org.cubecheck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cubecheck.report.Json;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.sweep.SweepOption;
import org.cubecheck.sweep.SweepOption.Choices;
import org.cubecheck.sweep.SweepOption.Integers;
import org.cubecheck.sweep.SweepOption.Longs;
import org.cubecheck.sweep.SweepOption.Texts;
import org.cubecheck.sweep.SweepOption.Values;

/** The sweeps and the options they take, as JSON. */
final class SweepList {

    private static final String FORMAT = "cubecheck-sweeps/1";

    private SweepList() {}

    static String json(List<SweepKind<?, ?>> kinds) {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", FORMAT);
        map.put("sweeps", kinds.stream().map(SweepList::map).toList());
        return Json.write(map);
    }

    private static Map<String, Object> map(SweepKind<?, ?> kind) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", kind.name());
        map.put("title", kind.title());
        map.put("description", kind.description());
        map.put("options", kind.options().stream().map(SweepList::map).toList());
        return map;
    }

    /** An option without a default may be left out. */
    private static Map<String, Object> map(SweepOption<?> option) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", option.name());
        map.put("description", option.description());
        map.putAll(map(option.values()));
        option.standard().ifPresent(value -> map.put("default", value));
        return map;
    }

    private static Map<String, Object> map(Values<?> values) {
        var map = new LinkedHashMap<String, Object>();
        if (values instanceof Integers range) return map(range.low(), range.high());
        if (values instanceof Longs range) return map(range.low(), range.high());
        if (values instanceof Choices<?> choices) {
            map.put("type", "choice");
            map.put("choices", choices.names());
        } else if (values instanceof Texts) map.put("type", "text");
        return map;
    }

    private static Map<String, Object> map(long low, long high) {
        var map = new LinkedHashMap<String, Object>();
        map.put("type", "integer");
        map.put("least", low);
        map.put("most", high);
        return map;
    }
}
