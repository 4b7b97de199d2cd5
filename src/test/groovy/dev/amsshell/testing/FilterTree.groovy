package dev.amsshell.testing

/** A filter as a tree. It writes itself, and says for a row what it is worth: true, false or null, or a value. */
interface FilterTree {

    /** How tightly its outermost operator binds: 1 or, 2 and, 3 eq and ne, 4 the other comparisons, 5 not, 6 anything else. */
    int binding()

    /** The words of its text. */
    List<String> words(Random random)

    Object value(Map row)

    record Literal(String text, Object constant) implements FilterTree {
        int binding() { 6 }

        List<String> words(Random random) { [text] }

        Object value(Map row) { constant }
    }

    record Member(String name) implements FilterTree {
        int binding() { 6 }

        List<String> words(Random random) { [name] }

        Object value(Map row) { row[name] }
    }

    record Comparison(String operator, FilterTree left, FilterTree right) implements FilterTree {
        int binding() { operator in ['eq', 'ne'] ? 3 : 4 }

        List<String> words(Random random) {
            FilterText.words(left, binding() + 1, random) + [operator] + FilterText.words(right, binding() + 1, random)
        }

        Object value(Map row) { FilterValues.compared(operator, left.value(row), right.value(row)) }
    }

    record Both(FilterTree left, FilterTree right) implements FilterTree {
        int binding() { 2 }

        List<String> words(Random random) { FilterText.words(left, 2, random) + ['and'] + FilterText.words(right, 2, random) }

        Object value(Map row) { FilterValues.both(left.value(row), right.value(row)) }
    }

    record Either(FilterTree left, FilterTree right) implements FilterTree {
        int binding() { 1 }

        List<String> words(Random random) { FilterText.words(left, 1, random) + ['or'] + FilterText.words(right, 1, random) }

        Object value(Map row) { FilterValues.either(left.value(row), right.value(row)) }
    }

    record Not(FilterTree operand) implements FilterTree {
        int binding() { 5 }

        List<String> words(Random random) { ['not'] + FilterText.words(operand, 5, random) }

        Object value(Map row) { FilterValues.not(operand.value(row)) }
    }

    record Call(String function, List<FilterTree> arguments) implements FilterTree {
        int binding() { 6 }

        List<String> words(Random random) {
            List<String> words = [function, '(']
            arguments.eachWithIndex { argument, i -> words.addAll((i ? [','] : []) + FilterText.words(argument, 1, random)) }
            words + [')']
        }

        Object value(Map row) { FilterValues.called(function, arguments.collect { it.value(row) }) }
    }
}
