package dev.amsshell.config

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import spock.lang.Specification
import spock.lang.TempDir

class SecretSourceSpec extends Specification {
    @TempDir
    Path folder

    SecretSource source(String text, Map<String, String> environment = [:]) {
        SecretSource.parse(text, 'client-secret', new Surroundings(environment, folder))
    }

    String read(String text, Map<String, String> environment = [:]) {
        source(text, environment).read(new Cancellation()).reveal()
    }

    def "a secret comes from #text"() {
        given:
        Files.writeString(folder.resolve('secret.txt'), 'from-a-file\n')

        expect:
        read(text, [NAME: ' from-env ', HOME: folder.toString()]) == secret

        where:
        text                        || secret
        'env:NAME'                  || 'from-env'
        'file:secret.txt'           || 'from-a-file'
        'file:~/secret.txt'         || 'from-a-file'
        'cmd:printf from-a-command' || 'from-a-command'
        'cmd:cat secret.txt'        || 'from-a-file'
        'cmd:echo $((1+1))x | tr x y' || '2y'
        'the-text-itself'           || 'the-text-itself'
    }

    def "what cannot be had is told without the secret: #message"() {
        when:
        Files.writeString(folder.resolve('empty'), '\n')
        read(text)

        then:
        def e = thrown(ConfigurationProblem)
        e.message.contains(message)
        e.advice() != ''

        where:
        text                              || message
        'env:NAME'                        || 'client-secret is to come from the environment variable NAME, which is not set'
        'file:none'                       || "client-secret cannot be read from 'none': there is no such file"
        'file:empty'                      || 'client-secret is empty: file:empty'
        'cmd:exit 3'                      || 'the command for client-secret ended with exit code 3'
        'cmd:echo locked >&2; false'      || 'ended with exit code 1: locked'
        'cmd:no-such-program-here'        || 'ended with exit code 127'
        'cmd:true'                        || 'client-secret is empty: cmd:true'
    }

    def "each read looks anew"() {
        given:
        def file = Files.writeString(folder.resolve('secret.txt'), 'first')
        def secret = source('file:secret.txt')

        expect:
        secret.read(new Cancellation()).reveal() == 'first'

        when:
        Files.writeString(file, 'second')

        then:
        secret.read(new Cancellation()).reveal() == 'second'
    }

    def "a command cannot ask anything"() {
        expect:
        read('cmd:cat; printf done') == 'done'
    }

    def "a command may say much besides"() {
        expect:
        read("cmd:head -c 300000 /dev/zero | tr '\\0' x >&2; echo secret") == 'secret'
    }

    def "a command ends with the work that needs it, and so does what it started"() {
        given:
        def wish = new Cancellation()
        def pid = folder.resolve('pid')
        def result = CompletableFuture.supplyAsync { source("cmd:sleep 1000 & echo \$! > pid.new; mv pid.new pid; wait").read(wish) }
        while (!Files.exists(pid)) {
            Thread.onSpinWait()
        }

        when:
        wish.cancel()
        result.get()

        then:
        def e = thrown(ExecutionException)
        e.cause instanceof Cancelled
        ProcessHandle.of(Files.readString(pid).trim() as long).map { it.onExit().get(); true }.orElse(true)
    }

    def "it says where it is, and nothing more: #text"() {
        expect:
        source(text).toString() == shown

        where:
        text              || shown
        'env:NAME'        || 'env:NAME'
        'cmd:pass ams'    || 'cmd:pass ams'
        'the-text-itself' || '***'
    }
}
