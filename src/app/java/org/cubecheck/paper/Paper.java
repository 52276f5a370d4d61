package org.cubecheck.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cubecheck.claim.Claim;

/** Every exact claim, in the order of the paper. */
public final class Paper {

    /** The paper that the claims are about. */
    public static final String CITATION =
            "T. Zhang, G. Chen, F. Chen, When do neural networks learn world models?, ICML 2025, PMLR "
                    + "267:74639-74670, arXiv:2502.09297";

    private Paper() {}

    /** All claims; a new one is added here. */
    public static List<Claim<?>> claims() {
        var claims = new ArrayList<Claim<?>>();
        claims.addAll(FourierExpansion.claims());
        claims.addAll(InfluenceAndNoise.claims());
        claims.addAll(Restriction.claims());
        claims.addAll(AuthorsExamples.claims());
        claims.addAll(CompositionDegree.claims());
        claims.addAll(DegreeFacts.claims());
        claims.addAll(BalancedProducts.claims());
        claims.addAll(InvertibleTransforms.claims());
        claims.addAll(SingleTask.claims());
        claims.addAll(SupportDegree.claims());
        claims.addAll(ManyTasks.claims());
        claims.addAll(LargestDegree.claims());
        claims.addAll(NoFreeLunch.claims());
        claims.addAll(IdentifyingDensities.claims());
        claims.addAll(Rearrangement.claims());
        claims.addAll(RealTasks.claims());
        claims.addAll(PhaseDiagram.claims());
        claims.addAll(PhaseBoundary.claims());
        claims.addAll(Census.claims());
        claims.addAll(ExactDegreeTasks.claims());
        claims.addAll(SoftDegree.claims());
        claims.addAll(FiniteTasks.claims());
        claims.addAll(EnoughTasks.claims());
        claims.addAll(OutOfDistribution.claims());
        claims.addAll(Architecture.claims());
        return List.copyOf(claims);
    }

    /** What a search for transforms that refute a claim or a control follows, where that is known. */
    public static List<Objective> objectives() {
        return Stream.of(
                        InvertibleTransforms.objectives(),
                        Census.objectives(),
                        IdentifyingDensities.objectives(),
                        SingleTask.objectives())
                .flatMap(List::stream)
                .toList();
    }
}
