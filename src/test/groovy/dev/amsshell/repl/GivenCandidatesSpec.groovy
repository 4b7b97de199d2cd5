package dev.amsshell.repl

import dev.amsshell.script.analysis.Suggestions
import org.jline.reader.Candidate
import spock.lang.Specification

class GivenCandidatesSpec extends Specification {
    def matcher = new GivenCandidates()

    def "of #given after '#typed', '#common' goes without saying"() {
        given:
        matcher.compile([:], false, new InputParser.Word(typed, typed.length(), new Suggestions(0, typed.length(), [])), false, 0, '')

        expect:
        matcher.matches(given.collect { new Candidate(it) })*.value() == given
        matcher.commonPrefix == common

        where:
        typed | given                     || common
        'st'  | ['started', 'state']      || 'sta'
        'ST'  | ['started', 'state']      || 'STa'
        ''    | ['a', 'b']                || ''
        'Enc' | ['f3c43f94', 'f1aabbcc']  || 'Enc'
        'qu'  | ['queued', 'QUEUED']      || 'queued'
    }
}
