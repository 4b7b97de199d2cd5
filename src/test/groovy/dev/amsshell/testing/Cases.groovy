package dev.amsshell.testing

/**
 * Runs generated cases by number. Each draws from a Random of its own, so that it can be repeated alone:
 * mvn test -Dtest=FuzzSpec -Dfuzz.case=NUMBER. All of them run with -Pfuzz, else one per cent.
 */
final class Cases {

    private static final int SHARE = 100

    private Cases() {}

    /**
     * @param all how many there are
     * @param check is given the number of a case and its Random, and throws when the case fails
     */
    static void run(int all, Closure<?> check) {
        numbers(all).each { number ->
            try {
                check(number, random(number))
            } catch (Throwable failure) {
                throw new AssertionError("case $number of $all (alone: -Dfuzz.case=$number): $failure".toString(), failure)
            }
        }
    }

    private static Iterable<Integer> numbers(int all) {
        def alone = System.getProperty('fuzz.case')
        if (alone) {
            return [alone as int]
        }
        0..<(Boolean.getBoolean('fuzz.all') ? all : Math.max(1, all.intdiv(SHARE)))
    }

    /** Random gives much the same for neighbouring seeds, so the number is scattered first. */
    private static Random random(int number) {
        new Random(new SplittableRandom(number).nextLong())
    }
}
