package dev.amsshell.service.v2

import static dev.amsshell.query.Operator.EQUAL
import static dev.amsshell.query.Operator.GREATER
import static dev.amsshell.query.Operator.LESS
import static dev.amsshell.query.Operator.UNEQUAL

import dev.amsshell.job.JobState
import dev.amsshell.query.Condition
import dev.amsshell.query.Condition.All
import dev.amsshell.query.Condition.Among
import dev.amsshell.query.Condition.Any
import dev.amsshell.query.Condition.Comparison
import dev.amsshell.query.Condition.Match
import dev.amsshell.query.Condition.Missing
import dev.amsshell.query.Condition.Not
import dev.amsshell.query.Condition.Raw
import dev.amsshell.query.Entities
import dev.amsshell.query.Operand
import dev.amsshell.query.Operator
import java.time.Clock
import java.time.Instant
import spock.lang.Specification

/** Predicate trees as filters that mean the same whether missing values are compared in two or three truth values. */
class FilterPrinterSpec extends Specification {
    static final PRINTER = new FilterPrinter(new EntitySets(Clock.systemUTC()).of(Entities.JOBS))
    static final TIME = Instant.parse('2024-05-01T00:00:00Z')

    static Comparison is(String property, Operator operator, Object value) {
        def own = Entities.JOBS.property(property)
        return new Comparison(new Operand.Of(own), operator, new Operand.Value(own.accept(value)))
    }

    static Comparison both(String left, Operator operator, String right) {
        return new Comparison(new Operand.Of(Entities.JOBS.property(left)), operator, new Operand.Of(Entities.JOBS.property(right)))
    }

    static Among among(String property, Object... values) {
        def own = Entities.JOBS.property(property)
        return new Among(own, values.collect { own.accept(it) })
    }

    static Match match(Match.Place place, String part) {
        return new Match(Entities.JOBS.property('name'), place, part)
    }

    static Missing missing(String property) {
        return new Missing(Entities.JOBS.property(property))
    }

    def "#condition is sent as #filter"() {
        expect:
        PRINTER.print(condition as Condition) == filter

        where:
        condition                                                                   | filter
        is('state', EQUAL, JobState.ERROR)                                          | 'State eq 4'
        is('priority', GREATER, 3)                                                  | 'Priority gt 3'
        is('created', GREATER, TIME)                                                | "Created gt datetime'2024-05-01T00:00:00Z'"
        is('name', EQUAL, "it's")                                                   | "Name eq 'it''s'"
        is('name', UNEQUAL, 'x')                                                    | "Name ne 'x' or Name eq null"
        is('name', LESS, 'x')                                                       | "Name lt 'x' and Name ne null"
        is('ended', LESS, TIME)                                                     | "EndTime lt datetime'2024-05-01T00:00:00Z'"
        new Not(is('ended', LESS, TIME))                                            | "EndTime ge datetime'2024-05-01T00:00:00Z' or EndTime eq null"
        new Not(is('created', LESS, TIME))                                          | "Created ge datetime'2024-05-01T00:00:00Z'"
        new Not(is('name', EQUAL, 'x'))                                             | "Name ne 'x' or Name eq null"
        new Not(is('name', UNEQUAL, 'x'))                                           | "Name eq 'x'"
        both('created', LESS, 'lastModified')                                       | 'Created lt LastModified'
        both('started', LESS, 'ended')                                              | 'StartTime lt EndTime'
        both('started', EQUAL, 'ended')                                             | 'StartTime eq EndTime or StartTime eq null and EndTime eq null'
        both('started', UNEQUAL, 'created')                                         | 'StartTime ne Created or StartTime eq null'
        new Not(both('started', LESS, 'ended'))                                     | 'StartTime ge EndTime or StartTime eq null or EndTime eq null'
        both('started', UNEQUAL, 'ended')                                           | 'StartTime ne EndTime or StartTime eq null and EndTime ne null or StartTime ne null and EndTime eq null'
        missing('ended')                                                            | 'EndTime eq null'
        new Not(missing('ended'))                                                   | 'EndTime ne null'
        missing('created')                                                          | 'false'
        new Not(missing('created'))                                                 | 'true'
        match(Match.Place.START, 'Enc')                                             | "startswith(Name,'Enc')"
        match(Match.Place.END, 'x')                                                 | "endswith(Name,'x')"
        match(Match.Place.ANYWHERE, 'x')                                            | "substringof('x',Name)"
        new Not(match(Match.Place.START, 'Enc'))                                    | "not startswith(Name,'Enc') or Name eq null"
        new Comparison(new Operand.Length(Entities.JOBS.property('name')), GREATER, new Operand.Value(9L)) | 'length(Name) gt 9'
        among('state', 'error', 'canceled')                                         | 'State eq 4 or State eq 5'
        new Not(among('state', 'error', 'canceled'))                                | 'State ne 4 and State ne 5'
        new Not(among('name', 'a', 'b'))                                            | "Name ne 'a' and Name ne 'b' or Name eq null"
        among('state')                                                              | 'false'
        new All([is('priority', EQUAL, 1), among('state', 'error', 'canceled')])    | 'Priority eq 1 and (State eq 4 or State eq 5)'
        new Any([is('priority', EQUAL, 1), new All([is('priority', EQUAL, 2), is('state', EQUAL, 'error')])]) | 'Priority eq 1 or Priority eq 2 and State eq 4'
        new Not(new Any([is('priority', EQUAL, 1), is('state', EQUAL, 'error')]))   | 'Priority ne 1 and State ne 4'
        new Not(new All([is('priority', EQUAL, 1), is('state', EQUAL, 'error')]))   | 'Priority ne 1 or State ne 4'
        new Not(new Not(is('state', EQUAL, 'error')))                               | 'State eq 4'
        new All([is('priority', EQUAL, 1), new Raw('State eq 4 or State eq 5')])    | 'Priority eq 1 and (State eq 4 or State eq 5)'
        new Not(new Raw('State eq 4'))                                              | 'not (State eq 4)'
        is('runningDuration', GREATER, java.time.Duration.ofSeconds(90))            | 'RunningDuration gt 90000.0'
    }
}
