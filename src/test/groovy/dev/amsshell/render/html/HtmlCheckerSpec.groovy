package dev.amsshell.render.html

import dev.amsshell.render.page.Page
import dev.amsshell.testing.HtmlChecker
import dev.amsshell.testing.SamplePages
import java.nio.file.Files
import java.nio.file.Path
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

@Requires({ HtmlChecker.isInstalled() })
class HtmlCheckerSpec extends Specification {
    @TempDir
    Path folder

    def "a checker of HTML has nothing to say of any page"() {
        given:
        def pages = [
            incident: HtmlPage.of(SamplePages.incident(), { it }, ZoneOffset.UTC),
            hostile : HtmlPage.of(SamplePages.incident(HtmlPageSpec.HOSTILE.join(' ')), { it }, ZoneId.of('Europe/Berlin')),
            empty   : HtmlPage.of(new Page('Nothing', '', SamplePages.NOW, []), { it }, ZoneOffset.UTC),
            nothing : HtmlPage.of(SamplePages.of(*HtmlPageSpec.NOTHING.values()), { it }, ZoneOffset.UTC),
            // so that it is seen to speak at all
            wrong   : '<!DOCTYPE html><html lang="en"><title>x</title><body><p>x<li>y</html>']
        def files = pages.collect { name, html -> Files.writeString(folder.resolve("${name}.html"), html) }

        when:
        def complaints = HtmlChecker.complaints(files)

        then:
        complaints.findAll { !it.contains('wrong.html') } == []
        complaints.any { it.contains('wrong.html') }
    }
}
