package dev.amsshell.testing

import dev.amsshell.testing.FilterTree.Both
import dev.amsshell.testing.FilterTree.Call
import dev.amsshell.testing.FilterTree.Comparison
import dev.amsshell.testing.FilterTree.Either
import dev.amsshell.testing.FilterTree.Literal
import dev.amsshell.testing.FilterTree.Member
import dev.amsshell.testing.FilterTree.Not

/** Makes filters over {@link SampleRows} that use the whole grammar. */
final class FilterTrees {

    private static final List<String> OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le']

    private final Random random
    private final FilterLiterals literals

    FilterTrees(Random random) {
        this.random = random
        this.literals = new FilterLiterals(random)
    }

    /** Something that is true, false or null. */
    FilterTree condition(int depth) {
        if (depth == 0) {
            return simple()
        }
        switch (random.nextInt(7)) {
            case 0..1: return new Both(condition(depth - 1), condition(depth - 1))
            case 2..3: return new Either(condition(depth - 1), condition(depth - 1))
            case 4: return new Not(condition(depth - 1))
            case 5: return eitherWay(pick(['eq', 'ne']), condition(depth - 1),
                random.nextBoolean() ? truth() : condition(depth - 1))
            default: return simple()
        }
    }

    private FilterTree simple() {
        switch (random.nextInt(12)) {
            case 0: return truth()
            case 1: return new Member('Public')
            case 2: return new Call('substringof', [text(), text()])
            case 3: return new Call(pick(['startswith', 'endswith']), [text(), text()])
            case 4: return eitherWay(pick(OPERATORS), new Member(pick(SampleRows.NAMES)), new Literal('null', null))
            case 5: return eitherWay(pick(['eq', 'ne']), new Member('Public'), truth())
            case 6: return eitherWay(pick(['eq', 'ne']), new Member('Owner'), literals.guid())
            case 7: return eitherWay(pick(OPERATORS), new Member('Id'), literals.id())
            case 8: return eitherWay(pick(OPERATORS), text(), text())
            case 9: return eitherWay(pick(OPERATORS), date(), date())
            default: return eitherWay(pick(OPERATORS), number(), number())
        }
    }

    private FilterTree truth() {
        pick([new Literal('true', true), new Literal('false', false), new Literal('null', null)])
    }

    private FilterTree text() {
        random.nextBoolean() ? new Member('Name') : literals.text()
    }

    private FilterTree date() {
        random.nextBoolean() ? new Member(pick(['Created', 'Ended'])) : literals.date()
    }

    private FilterTree number() {
        switch (random.nextInt(5)) {
            case 0: return new Call('length', [random.nextInt(4) ? text() : new Literal('null', null)])
            case 1..2: return new Member(pick(['Priority', 'Size', 'Duration']))
            default: return literals.number()
        }
    }

    private FilterTree eitherWay(String operator, FilterTree a, FilterTree b) {
        random.nextBoolean() ? new Comparison(operator, a, b) : new Comparison(operator, b, a)
    }

    private <V> V pick(List<V> values) {
        values[random.nextInt(values.size())]
    }
}
