package dev.amsshell.query

import static dev.amsshell.job.JobState.CANCELED
import static dev.amsshell.job.JobState.ERROR
import static dev.amsshell.job.JobState.FINISHED
import static dev.amsshell.job.JobState.QUEUED

import dev.amsshell.job.JobState
import dev.amsshell.query.Condition.All
import dev.amsshell.query.Condition.Among
import dev.amsshell.query.Condition.Any
import dev.amsshell.query.Condition.Comparison
import dev.amsshell.query.Condition.Match
import dev.amsshell.query.Condition.Not
import spock.lang.Specification

class StatesSpec extends Specification {
    static final STATE = Entities.JOBS.property('state')
    static final OTHER = new Match(Entities.JOBS.property('name'), Match.Place.START, 'x')

    static Condition among(JobState... states) {
        return new Among(STATE, states as List)
    }

    static Condition compared(Operator operator, JobState state) {
        return new Comparison(new Operand.Of(STATE), operator, new Operand.Value(state))
    }

    def "what #condition leaves possible is final: #areFinal"() {
        expect:
        States.areFinal(States.possible(condition)) == areFinal

        where:
        condition                                                         | areFinal
        new All([])                                                       | false
        among(ERROR)                                                      | true
        among(ERROR, QUEUED)                                              | false
        compared(Operator.EQUAL, ERROR)                                   | true
        compared(Operator.UNEQUAL, ERROR)                                 | false
        new All([among(ERROR), OTHER])                                    | true
        new All([among(ERROR, QUEUED), among(ERROR, CANCELED)])           | true
        new Any([among(ERROR), among(FINISHED)])                          | true
        new Any([among(ERROR), OTHER])                                    | false
        new Not(among(ERROR))                                             | false
        new Not(new Not(among(ERROR)))                                    | true
        new Not(new Any([among(ERROR), OTHER]))                           | false
        new All([among(ERROR), new Not(among(ERROR))])                    | false
        Condition.FALSE                                                   | false
    }

    def "a state that nobody knows is possible where no known one is demanded"() {
        expect:
        States.possible(new Not(among(*JobState.known()))).size() == 1
        States.possible(among(*JobState.known())).size() == 7
    }
}
