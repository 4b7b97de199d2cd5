package dev.amsshell.testing

/** Spoils text in one place. */
final class Spoiler {

    private final Random random

    Spoiler(Random random) {
        this.random = random
    }

    /**
     * @param nasty what may be put in
     */
    String spoil(String text, List<String> nasty) {
        int from = random.nextInt(text.length() + 1)
        int to = Math.min(text.length(), from + 1 + random.nextInt(random.nextBoolean() ? 4 : 40))
        def (before, part, after) = [text.substring(0, from), text.substring(from, to), text.substring(to)]
        switch (random.nextInt(9)) {
            case 0: return before + (random.nextInt(256) as char) + text.substring(Math.min(text.length(), from + 1))
            case 1: return before + after
            case 2: return before + part + part + after
            case 3: return before + part * 50 + after
            case 4: return before
            case 5: return after + part + before
            case 6: return before + text.substring(from).replaceFirst(/\d+/, pick(Nasty.NUMBERS))
            case 7: return before + pick(nasty) + after
            default: return before + pick(nasty) + part + after
        }
    }

    private <V> V pick(List<V> values) {
        values[random.nextInt(values.size())]
    }
}
