package dev.amsshell.cli;

import dev.amsshell.base.FileTrouble;
import dev.amsshell.base.PublicFiles;
import dev.amsshell.check.ReportKind;
import dev.amsshell.check.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
   * @param script the file of the script, if it has one
   * @throws UsageError when one makes no sense
   */
  static List<ReportFile> of(List<String> texts, Optional<Path> script) {
    List<ReportFile> reports = texts.stream().map(ReportFile::of).toList();
    if (reports.stream().map(ReportFile::target).distinct().count() < reports.size()) {
      throw new UsageError(
          "two reports would go to one file", "Give each --report a FILE of its own.");
    }
    for (ReportFile each : reports) {
      if (script.isPresent() && isSame(each.target(), script.get())) {
        throw each.unwritable("it is the script itself", "Give --report a FILE of its own.");
      }
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
    return of(kind, text.substring(sign + 1));
  }

  /** The kinds there are, for people. */
  static String kinds() {
    return Stream.of(ReportKind.values()).map(ReportKind::label).collect(Collectors.joining(", "));
  }

  private static ReportFile of(ReportKind kind, String name) {
    ReportFile report;
    try {
      report = new ReportFile(kind, Path.of(name));
    } catch (InvalidPathException e) {
      throw Settings.wrong("report", name, "the path of a file");
    }
    Path folder = report.target().getParent();
    if (!Files.isWritable(folder)) {
      throw report.unwritable("nothing can be written to " + folder, "Choose another folder.");
    }
    return report;
  }

  /** The file that is replaced, whatever links lead to it. */
  private Path target() {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null) {
      throw unwritable("it is a folder", "Name a file in it.");
    }
    if (!Files.isDirectory(folder)) {
      throw unwritable("there is no folder " + folder, "Make the folder first.");
    }
    try {
      return PublicFiles.target(file);
    } catch (IOException e) {
      throw unwritable(FileTrouble.reason(e), "Give --report the path of a file.");
    }
  }

  private static boolean isSame(Path target, Path script) {
    try {
      return Files.exists(target) && Files.isSameFile(target, script);
    } catch (IOException e) {
      // it is gone by now
      return false;
    }
  }

  private UsageError unwritable(String why, String advice) {
    return new UsageError("cannot write a report to '%s': %s".formatted(file, why), advice);
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
          "cannot write the report %s=%s: %s".formatted(kind.label(), file, FileTrouble.reason(e)),
          "See that the folder is there and can be written to.");
    }
  }
}
