package dev.amsshell.cli;

import dev.amsshell.await.AwaitFailed;
import dev.amsshell.await.Verdict;
import dev.amsshell.base.Failure;
import dev.amsshell.base.Redactor;
import dev.amsshell.base.SafeText;
import dev.amsshell.job.Job;
import dev.amsshell.render.JsonPrinter;
import dev.amsshell.script.ErrorText;
import dev.amsshell.script.Outcome;
import dev.amsshell.script.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells on stderr what went wrong, to a person or as one JSON object, without any secret. */
final class ErrorReport {
  private final PrintStream err;
  private final Redactor redactor;
  private final boolean json;

  ErrorReport(PrintStream err, Redactor redactor, boolean json) {
    this.err = err;
    this.redactor = redactor;
    this.json = json;
  }

  ExitCode compileFailure(Outcome.CompileFailure failure) {
    if (!json) {
      return tell(ErrorText.of(failure), ExitCode.COMPILE);
    }
    Problem first = failure.problems().get(0);
    Map<String, Object> error = error("compile", ExitCode.COMPILE, first.message(), "");
    place(error, first);
    error.put("problems", failure.problems().stream().map(ErrorReport::problem).toList());
    return tell(error, ExitCode.COMPILE);
  }

  ExitCode thrown(Outcome.Thrown thrown) {
    ExitCode code = ExitCode.of(thrown.error());
    if (!json) {
      return tell(ErrorText.of(thrown), code);
    }
    Failure failure = ErrorText.rootFailure(thrown.error());
    Map<String, Object> error =
        error(
            failure == null ? "script" : failure.kind().label(),
            code,
            thrown.problem().message(),
            ErrorText.advice(thrown.error()));
    if (failure instanceof AwaitFailed awaited) {
      if (awaited.kind() == Failure.Kind.JOB_FAILED) {
        error.put("retry", awaited.getRetry());
      }
      error.put("reached", awaited.getReached().size());
      error.put(
          "jobs",
          awaited.getVerdicts().stream()
              .filter(each -> !each.isReached())
              .map(ErrorReport::verdict)
              .toList());
    }
    place(error, thrown.problem());
    error.put("frames", thrown.problem().frames());
    return tell(error, code);
  }

  /** A failure that no script is to blame for. */
  ExitCode failure(Failure failure) {
    ExitCode code = ExitCode.of(failure.kind());
    if (!json) {
      return tell(text(failure.getMessage(), failure.advice()), code);
    }
    return tell(error(failure.kind().label(), code, failure.getMessage(), failure.advice()), code);
  }

  /** The results could not be written, though somebody still wants them. */
  ExitCode outputFailed(IOException cause) {
    return plain("output", outputFailure(cause), "");
  }

  static String outputFailure(IOException cause) {
    return "cannot write the output: " + cause.getMessage();
  }

  /** A mistake of this program; its trace would help nobody who reads it at night. */
  ExitCode unexpected(RuntimeException mistake) {
    return plain(
        "internal",
        "this should not happen: " + mistake,
        "Please report it with the command that led to it.");
  }

  private ExitCode plain(String kind, String message, String advice) {
    return json
        ? tell(error(kind, ExitCode.SCRIPT, message, advice), ExitCode.SCRIPT)
        : tell(text(message, advice), ExitCode.SCRIPT);
  }

  private static String text(String message, String advice) {
    return SafeText.block("ams-shell: " + message + (advice.isEmpty() ? "" : "\n" + advice));
  }

  private static Map<String, Object> error(
      String kind, ExitCode code, String message, String advice) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("error", kind);
    error.put("exitCode", code.code());
    error.put("message", message);
    if (!advice.isEmpty()) {
      error.put("advice", advice);
    }
    return error;
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    Job job = verdict.job();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", verdict.id().text());
    fields.put("name", job == null ? null : job.name());
    fields.put("end", verdict.end().name().toLowerCase(Locale.ROOT));
    fields.put("state", job == null ? null : job.state());
    fields.put("errors", job == null || !job.hasTasks() ? List.of() : job.getErrors());
    return fields;
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message", problem.message());
    place(fields, problem);
    return fields;
  }

  private static void place(Map<String, Object> fields, Problem problem) {
    if (!problem.file().isEmpty()) {
      fields.put("file", problem.file());
      fields.put("line", problem.line());
      fields.put("column", problem.column());
    }
  }

  private ExitCode tell(Map<String, Object> error, ExitCode code) {
    new JsonPrinter(redactor::redact).print(error, err);
    return code;
  }

  private ExitCode tell(String text, ExitCode code) {
    err.println(redactor.redact(text));
    return code;
  }
}
