package org.cubecheck.vocabulary;

import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Referee;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.transform.Bijection;

/** AssertJ's {@code assertThat}, and ours beside it: {@code assertThat(MINIMAL_DEGREE).holdsAt(T)}. Keeps no state. */
public class CubeAssertions extends Assertions {

    /** Takes every certificate as it is. */
    private static final Referee NO_REFEREE = (claim, certificate) -> Optional.empty();

    /** For a class of one's own that adds to these. */
    protected CubeAssertions() {}

    public static <X> ClaimAssert<X> assertThat(Claim<X> claim) {
        return new ClaimAssert<>(claim.proposition(), claim.id(), NO_REFEREE);
    }

    public static <X> ClaimAssert<X> assertThat(Control<X> control) {
        return new ClaimAssert<>(control.proposition(), control.id(), NO_REFEREE);
    }

    public static <X> ClaimAssert<X> assertThat(Proposition<X> proposition) {
        return new ClaimAssert<>(proposition, proposition.statement(), NO_REFEREE);
    }

    public static CertificateAssert assertThat(Certificate certificate) {
        return new CertificateAssert(certificate, "", NO_REFEREE);
    }

    public static BooleanFunctionAssert assertThat(BooleanFunction f) {
        return new BooleanFunctionAssert(f);
    }

    public static RealFunctionAssert assertThat(RealFunction f) {
        return new RealFunctionAssert(f);
    }

    public static SpectrumAssert assertThat(Spectrum spectrum) {
        return new SpectrumAssert(spectrum);
    }

    public static BijectionAssert assertThat(Bijection T) {
        return new BijectionAssert(T);
    }
}
