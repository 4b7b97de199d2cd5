package dev.amsshell.testing

import dev.amsshell.render.CsvPrinter
import dev.amsshell.render.Format
import dev.amsshell.render.JsonPrinter
import dev.amsshell.render.NdjsonPrinter
import dev.amsshell.render.Printer
import dev.amsshell.render.Style
import dev.amsshell.render.TablePrinter
import java.nio.charset.StandardCharsets
import java.time.ZoneOffset
import java.util.function.UnaryOperator

/** Printers of every format, and what they write as text. */
final class Printing {
    private Printing() {}

    static Printer printer(Format format, UnaryOperator<String> clean = { it }, Style style = Style.PLAIN, List<String> notices = []) {
        switch (format) {
            case Format.TABLE: return new TablePrinter(clean, { style }, { notices << it })
            case Format.JSON: return new JsonPrinter(clean)
            case Format.NDJSON: return new NdjsonPrinter(clean)
            case Format.CSV: return new CsvPrinter(clean)
        }
    }

    static Style terminal(int width) {
        return new Style(width, true, false, '\u2026', ZoneOffset.UTC)
    }

    static String table(Object value, Style style = Style.PLAIN, List<String> notices = []) {
        return text(printer(Format.TABLE, { it }, style, notices), value)
    }

    static String text(Printer printer, Object value) {
        def bytes = new ByteArrayOutputStream()
        printer.print(value, new PrintStream(bytes, false, StandardCharsets.UTF_8))
        return bytes.toString(StandardCharsets.UTF_8)
    }
}
