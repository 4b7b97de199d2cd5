package dev.amsshell.testing

/** Writes filters in all the ways in which they can be written. */
final class FilterText {

    private static final Set<String> SYMBOLS = ['(', ')', ',']

    private FilterText() {}

    static List<String> words(FilterTree tree, Random random) {
        words(tree, 1, random)
    }

    /** In parentheses when it binds less tightly than needed, and now and then all the same. */
    static List<String> words(FilterTree tree, int needed, Random random) {
        def words = tree.words(random)
        tree.binding() < needed || random.nextInt(8) == 0 ? ['('] + words + [')'] : words
    }

    /** White space where two words would become one without, and here and there. */
    static String spaced(List<String> words, Random random) {
        def text = new StringBuilder()
        words.eachWithIndex { word, i ->
            boolean needed = i > 0 && !(word in SYMBOLS) && !(words[i - 1] in SYMBOLS)
            int more = random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0
            text << (random.nextInt(20) ? ' ' : '\t') * ((needed ? 1 : 0) + more) << word
        }
        text << ' ' * random.nextInt(2)
    }
}
