package dev.amsshell.testing

import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.query.Condition
import dev.amsshell.query.Entities
import dev.amsshell.query.Operand
import dev.amsshell.query.Operator
import dev.amsshell.query.Property
import dev.amsshell.query.Type
import java.time.Duration

/** Predicate trees over jobs, about values that some of the jobs have, or nearly. */
final class Predicates {

    private final Random random
    private final List<Job> jobs

    Predicates(Random random, List<Job> jobs) {
        this.random = random
        this.jobs = jobs
    }

    Condition condition(int depth) {
        if (depth == 0) {
            return simple()
        }
        switch (random.nextInt(7)) {
            case 0..1: return new Condition.All(parts(depth))
            case 2..3: return new Condition.Any(parts(depth))
            case 4..5: return new Condition.Not(condition(depth - 1))
            default: return simple()
        }
    }

    private List<Condition> parts(int depth) {
        (0..<random.nextInt(4)).collect { condition(depth - 1) }
    }

    private Condition simple() {
        def property = pick(Entities.JOBS.properties())
        switch (random.nextInt(10)) {
            case 0: return new Condition.Missing(property)
            case 1: return new Condition.Constant(random.nextBoolean())
            case 2: return property.type() == Type.TEXT ? match(property) : compared(property)
            case 3: return property.type() == Type.TEXT ? length(property) : compared(property)
            case 4..5: return among(property)
            case 6: return pair(property)
            default: return compared(property)
        }
    }

    private Condition compared(Property property) {
        def value = value(property)
        value == null ? new Condition.Missing(property)
            : new Condition.Comparison(new Operand.Of(property), operator(property), new Operand.Value(property.accept(value)))
    }

    private Condition among(Property property) {
        def values = (0..<random.nextInt(5)).collect { value(property) }.findAll { it != null }.collect { property.accept(it) }
        new Condition.Among(property, values)
    }

    private Condition match(Property property) {
        String text = value(property) ?: 'x'
        def from = random.nextInt(text.length() + 1)
        def part = text.substring(from, from + random.nextInt(text.length() - from + 1))
        new Condition.Match(property, pick(Condition.Match.Place.values() as List), part)
    }

    private Condition length(Property property) {
        new Condition.Comparison(new Operand.Length(property), pick(Operator.values() as List), new Operand.Value(random.nextInt(60) as long))
    }

    private Condition pair(Property property) {
        def others = Entities.JOBS.properties().findAll { it.type() == property.type() }
        new Condition.Comparison(new Operand.Of(property), operator(property), new Operand.Of(pick(others)))
    }

    private Operator operator(Property property) {
        property.type().ordered ? pick(Operator.values() as List) : pick([Operator.EQUAL, Operator.UNEQUAL])
    }

    private Object value(Property property) {
        def own = property.of(pick(jobs))
        switch (property.type()) {
            case Type.NUMBER: return random.nextBoolean() ? own : pick([-1, 0.5, 3_000_000_000, 2])
            case Type.TIME: return own?.plusNanos(pick([0, 0, 100, -100, 60_000_000_000]))
            case Type.DURATION: return own + Duration.ofNanos(pick([0, 0, 1_000_000, -1_000_000]))
            case Type.STATE: return random.nextInt(8) ? own : JobState.unknown('9')
            case Type.TEXT: return random.nextInt(4) ? own : pick(["it's", '', 'ü%20&+', "') or true or ('"])
            default: return own
        }
    }

    private <V> V pick(List<V> values) {
        values[random.nextInt(values.size())]
    }
}
