package dev.amsshell.testing

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path

/** The Nu HTML checker, as its authors ship it: the npm package vnu-jar. It knows HTML, SVG, ARIA, CSS and policies. */
final class HtmlChecker {
    private HtmlChecker() {}

    static boolean isInstalled() {
        return Tools.isThere('vnu-jar', 'the HTML checker', jar() != null)
    }

    /** What it finds wrong with the files, warnings and remarks included. */
    static List<String> complaints(List<Path> files) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def process = ([java, '-XX:TieredStopAtLevel=1', '-Xss8m', '-jar', jar().toString(), '--stdout', '--format', 'json', '--exit-zero-always'] + files*.toString()).execute()
        def out = new StringBuffer()
        def err = new StringBuffer()
        process.waitForProcessOutput(out, err)
        assert process.exitValue() == 0: err
        def told = new ObjectMapper().readValue(out.toString(), Map)
        return told.messages.collect { "$it.type of $it.url, line $it.lastLine: $it.message near $it.extract".toString() }
    }

    private static Path jar() {
        if (['bash', '-c', 'command -v npm'].execute().waitFor() != 0) {
            return null
        }
        def jar = Path.of(['npm', 'root', '-g'].execute().text.strip(), 'vnu-jar', 'build', 'dist', 'vnu.jar')
        return Files.exists(jar) ? jar : null
    }
}
