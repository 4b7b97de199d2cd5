package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification

/** What a person who waits sees, filmed in a real terminal. */
@Requires({ Tmux.installed })
class AwaitScreenSpec extends Specification {
    static final JOB = 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1")'
    static final STUCK = 'ams.job("f3c43f94-327f-2347-90bb-000000000100")'
    static final SCENARIO = '--scenario samples/scenarios/stuck-at-100.toml'

    def home = new AmsShellProcess().home
    @AutoCleanup
    Tmux terminal

    def open(String command, int width, int height = 24) {
        terminal = new Tmux(command, [HOME: home.toString(), XDG_STATE_HOME: "$home/state".toString(), NO_COLOR: '1'], width, height)
    }

    def headless(String expression, int width, String options) {
        // as it usually is, at the bottom of a full screen
        open("seq 100; ${AmsShellProcess.LAUNCHER} eval --sandbox --timeout 1h $options '$expression'", width)
    }

    def prompt(int width, String options) {
        open("seq 100; ${AmsShellProcess.LAUNCHER} --sandbox --timeout 1h $options", width)
        terminal.shows(/ams>$/)
    }

    /** All that was ever on the screen, but for what filled it. */
    List<String> lines() {
        terminal.screen().readLines().findAll { !(it ==~ /\d{1,3}/) }
    }

    def "headless, the line is gone in the end"() {
        given:
        headless("${JOB}.await().state", 80, '--speed 100')

        expect:
        terminal.shows(/\d %/)
        terminal.ends() == 0
        lines() == ['Finished', '[exit code 0]']
    }

    def "headless, one line tells how it goes, however wide the terminal becomes meanwhile"() {
        given:
        headless("${JOB}.await()", 200, '--speed 3')

        expect:
        terminal.shows(/(?m)^Enc.*  Processing  .*[█░]+ +[\d.]+ %  \d+ s  about .* left$/)

        when:
        terminal.resize(80, 24)
        then:
        terminal.shows(/(?m)^Enc.{0,30}  Processing  [█░]+ +[\d.]+ %  \d+ s  about .* left$/)

        when:
        terminal.resize(40, 24)
        then:
        terminal.shows(/(?m)^Enc\S*.*…\S+ \S+  Processing  +[\d.]+ %  .*$/)

        when:
        terminal.resize(120, 24)
        then:
        terminal.shows(/(?m)^Enc.{50,70}  Processing  [█░]+ +[\d.]+ %  .*  about .* left$/)

        when:
        terminal.press('C-c')
        then:
        terminal.ends() == 130
        lines().size() == 2
        lines()[0].startsWith('ams-shell: the job goes on')
    }

    def "headless, what a script prints is not mixed with the line"() {
        given:
        headless("${JOB}.await(onChange: { println it.state }).name", 80, '--speed 200')

        expect:
        terminal.ends() == 0
        lines() == ['Processing', 'Finished', 'Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set', '[exit code 0]']
    }

    def "at the prompt one job has a bar, and then it is gone"() {
        given:
        prompt(80, '--speed 100')

        when:
        terminal.enter("${JOB}.await().state")

        then:
        terminal.shows(/[█░]{4,}/)
        terminal.shows(/\nFinished\n+ams>$/)
        lines().drop(1) == ["ams> ${JOB}.await().state".toString(), 'Finished', 'ams>']
    }

    def "at the prompt many jobs are a block, which survives resizing and is gone at the end"() {
        given:
        prompt(120, '--speed 5')

        when:
        terminal.enter('ams.await(ams.jobs.active).size()')
        terminal.shows(/\d+ of \d+ done.*\n.*Queued\n  Processing.*\n  Processing/)
        terminal.resize(50, 24)
        terminal.shows(/Encoding C\S*…\S+ for iOS/)
        terminal.press('C-c')

        then:
        terminal.shows(/interrupted\nams>$/)
        lines().findAll { it.contains('Processing') || it.contains(' done') } == []
    }

    def "Ctrl-C at the prompt ends the wait, says how to go on, and leaves the job alone"() {
        given:
        prompt(120, SCENARIO)

        when:
        terminal.enter("${STUCK}.await()")
        terminal.shows(/\d %/)
        terminal.press('C-c')

        then:
        terminal.shows(/(?m)^ams-shell: the job goes on; to wait for it again: ams\.job\('\S+'\)\.await\(\)\ninterrupted\nams>$/)

        when:
        terminal.enter("${STUCK}.state")

        then:
        terminal.shows(/\nProcessing\n/)
    }

    def "Ctrl-C ends a headless wait with 130 and says how to go on"() {
        given:
        headless("${STUCK}.await()", 120, SCENARIO)

        when:
        terminal.shows(/\d %/)
        terminal.press('C-c')

        then:
        terminal.ends() == 130
        lines().first().startsWith('ams-shell: the job goes on; to wait for it again: ams.job(')
        lines().size() == 2
    }
}
