/**
 * What a first build says before it falls silent. It is run as a source file, because nothing is compiled yet: see the
 * profile first-build of the top pom.
 */
final class FirstBuild {

    private FirstBuild() {}

    public static void main(String[] args) {
        System.out.println(
                "cubecheck: the first build downloads about 170 MB, unless Maven has them already, and takes one to three minutes;"
                        + " an audit takes about half a minute more.");
    }
}
