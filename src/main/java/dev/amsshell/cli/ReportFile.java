package dev.amsshell.cli;

import dev.amsshell.base.PublicFiles;
import dev.amsshell.check.ReportKind;
import dev.amsshell.check.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report that was asked for with {@code --report}. */
record ReportFile(ReportKind kind, Path file) {
  /** How the option is written. */
  static final String FORM = "KIND=FILE";

  /**
   * Those that were asked for, refused before anything is done where they could not be written.
   *
   * @param texts as given
   * @throws UsageError when one makes no sense
   */
  static List<ReportFile> of(List<String> texts) {
    List<ReportFile> reports = texts.stream().map(ReportFile::of).toList();
    long files =
        reports.stream().map(each -> each.file().toAbsolutePath().normalize()).distinct().count();
    if (files < reports.size()) {
      throw new UsageError(
          "two reports would go to one file", "Give each --report a FILE of its own.");
    }
    return reports;
  }

  private static ReportFile of(String text) {
    int sign = text.indexOf('=');
    if (sign <= 0 || sign == text.length() - 1) {
      throw Settings.wrong("report", text, FORM + ", such as junit=checks.xml");
    }
    String label = text.substring(0, sign);
    ReportKind kind =
        Stream.of(ReportKind.values())
            .filter(each -> each.label().equalsIgnoreCase(label))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageError(
                        "there is no report '" + label + "'", "There are " + kinds() + "."));
    return new ReportFile(kind, writable(text.substring(sign + 1)));
  }

  /** The kinds there are, for people. */
  static String kinds() {
    return Stream.of(ReportKind.values()).map(ReportKind::label).collect(Collectors.joining(", "));
  }

  private static Path writable(String name) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw Settings.wrong("report", name, "the path of a file");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null) {
      throw new UsageError(
          "cannot write a report to '%s': it is a folder".formatted(name), "Name a file in it.");
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageError(
          "cannot write a report to '%s': there is no folder %s".formatted(name, folder),
          "Make the folder first.");
    }
    return file;
  }

  /**
   * Writes it, as a whole.
   *
   * @throws UsageError when that cannot be done
   */
  void write(RunReport report, UnaryOperator<String> clean) {
    try {
      PublicFiles.replace(file, kind.write(report, clean));
    } catch (IOException e) {
      throw new UsageError(
          "cannot write the report %s=%s: %s".formatted(kind.label(), file, e),
          "See that the folder is there and can be written to.");
    }
  }
}
