package dev.amsshell.check;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit's XML, as Surefire's schema has it: a suite for the script, a test for each
 * check. A warning is a test that passed and has something to say.
 */
final class JUnitReport {
  /** Stands for what the script itself came to, where that is an error. */
  private static final String SCRIPT = "(the script itself)";

  private final RunReport report;
  private final UnaryOperator<String> clean;
  private final XMLStreamWriter xml;

  private JUnitReport(RunReport report, UnaryOperator<String> clean, XMLStreamWriter xml) {
    this.report = report;
    this.clean = clean;
    this.xml = xml;
  }

  static String of(RunReport report, UnaryOperator<String> clean) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitReport(report, clean, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report cannot be written to memory", e);
    }
    return text.append('\n').toString();
  }

  private void write() throws XMLStreamException {
    Counts counts = report.counts();
    int script = report.error() == null ? 0 : 1;
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuite");
    attribute("name", report.script());
    attribute("time", seconds(Duration.between(report.started(), report.ended())));
    attribute("tests", String.valueOf(counts.total() + script));
    attribute("errors", String.valueOf(counts.errors() + script));
    attribute("skipped", "0");
    attribute("failures", String.valueOf(counts.failed()));
    start("properties");
    property("started", report.started().toString());
    property("ended", report.ended().toString());
    property("exitCode", String.valueOf(report.exitCode()));
    end();
    List<String> names = Names.unique(report.checks(), this::line);
    for (int i = 0; i < names.size(); i++) {
      check(names.get(i), report.checks().get(i));
    }
    if (report.error() != null) {
      test(SCRIPT, Duration.ZERO);
      trouble("error", "script", report.error(), report.error());
      end();
    }
    end();
    xml.writeEndDocument();
  }

  private void check(String name, CheckResult result) throws XMLStreamException {
    test(name, result.duration());
    String text = Details.of(result);
    switch (result.outcome()) {
      case FAILED -> trouble("failure", "check", result.message(), text);
      case ERROR -> trouble("error", "check", result.message(), text);
      case WARNING -> systemOut("warning: " + text);
      case OK -> {
        if (result.value() != null) {
          systemOut(text);
        }
      }
    }
    end();
  }

  private void test(String name, Duration time) throws XMLStreamException {
    start("testcase");
    attribute("name", name);
    attribute("classname", report.script());
    attribute("time", seconds(time));
  }

  private void trouble(String element, String type, String message, String text)
      throws XMLStreamException {
    start(element);
    attribute("message", message.lines().findFirst().orElse(""));
    attribute("type", type);
    text(text);
    end();
  }

  private void systemOut(String text) throws XMLStreamException {
    start("system-out");
    text(text);
    end();
  }

  private void property(String name, String value) throws XMLStreamException {
    start("property");
    attribute("name", name);
    attribute("value", value);
    end();
  }

  private void start(String element) throws XMLStreamException {
    xml.writeStartElement(element);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    // line breaks and tabs would become blanks
    xml.writeAttribute(name, line(value));
  }

  private String line(String text) {
    return XmlText.of(clean.apply(text)).replaceAll("[\n\t]", " ");
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(XmlText.of(clean.apply(text)));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1e3);
  }
}
