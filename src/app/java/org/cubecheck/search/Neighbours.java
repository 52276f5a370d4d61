package org.cubecheck.search;

import java.util.random.RandomGenerator;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/**
 * Steps from a transform of B^d to one nearby, on its images. One step in two exchanges the images of two points; the
 * other is a controlled sign change, before or after the transform: of one coordinate, where some of the others have
 * given signs. With all others it exchanges two neighbouring points; with few of them, transforms of low degree lead to
 * transforms of low degree, between which no exchange of two points leads.
 */
final class Neighbours {

    private Neighbours() {}

    /** A transform from which a search starts: one in two uniform, the other a signed permutation. */
    static int[] start(int d, RandomGenerator random) {
        return random.nextBoolean()
                ? Bijection.random(d, random).toArray()
                : SignedPermutation.random(d, random).toBijection().toArray();
    }

    /** Changes the images to those of a transform nearby. */
    static void step(int d, int[] image, RandomGenerator random) {
        if (d == 1 || random.nextBoolean()) {
            int a = random.nextInt(image.length);
            exchange(image, a, (a + 1 + random.nextInt(image.length - 1)) & image.length - 1);
            return;
        }
        int flipped = 1 << random.nextInt(d);
        int controls = 0;
        for (int left = random.nextInt(d); left > 0; ) {
            int control = 1 << random.nextInt(d);
            if (control == flipped || (controls & control) != 0) continue;
            controls |= control;
            left--;
        }
        int signs = random.nextInt(image.length) & controls;
        if (random.nextBoolean()) {
            for (int z = 0; z < image.length; z++) {
                if ((image[z] & controls) == signs) image[z] ^= flipped;
            }
        } else {
            for (int z = 0; z < image.length; z++) {
                if ((z & controls) == signs && (z & flipped) == 0) exchange(image, z, z | flipped);
            }
        }
    }

    private static void exchange(int[] image, int a, int b) {
        int y = image[a];
        image[a] = image[b];
        image[b] = y;
    }
}
