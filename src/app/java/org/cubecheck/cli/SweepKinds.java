package org.cubecheck.cli;

import java.util.List;
import java.util.TreeMap;
import org.cubecheck.search.CounterexamplesSweepKind;
import org.cubecheck.search.FunctionsSweepKind;
import org.cubecheck.search.PaperClaims;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.sweep.SweepOption;
import org.cubecheck.sweeps.LearningCurveSweepKind;
import org.cubecheck.sweeps.TrainingSweepKind;
import org.cubecheck.sweeps.TransformsSweepKind;

/** The sweeps that the program offers. */
final class SweepKinds {

    private SweepKinds() {}

    /** All, in the order in which they are listed. */
    static List<SweepKind<?, ?>> all() {
        return List.of(
                TransformsSweepKind.KIND,
                FunctionsSweepKind.of(new PaperClaims()),
                CounterexamplesSweepKind.of(new PaperClaims()),
                LearningCurveSweepKind.KIND,
                TrainingSweepKind.KIND);
    }

    /** @throws BadInput if there is none of that name */
    static SweepKind<?, ?> named(String name) {
        return all().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("no sweep " + name + "; there are " + names()));
    }

    /** The options of all of them, each once, in the order of help. */
    static List<SweepOption<?>> options() {
        var options = new TreeMap<Integer, SweepOption<?>>();
        for (var kind : all()) kind.options().forEach(option -> options.putIfAbsent(option.place(), option));
        return List.copyOf(options.values());
    }

    static String names() {
        return String.join(", ", all().stream().map(SweepKind::name).toList());
    }
}
