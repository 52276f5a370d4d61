package example;

import org.cubecheck.identify.Identification;

/** The latents of three bits, permuted and flipped, told from samples. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var z = new double[64][3];
        var phi = new double[64][3];
        for (int row = 0; row < 64; row++) {
            for (int j = 0; j < 3; j++) z[row][j] = (row >> j & 1) == 0 ? 1 : -1;
            phi[row] = new double[] {-2 * z[row][2], z[row][0], z[row][1]};
        }
        System.out.println(Identification.of(z, phi).signedPermutation().orElseThrow());
    }
}
