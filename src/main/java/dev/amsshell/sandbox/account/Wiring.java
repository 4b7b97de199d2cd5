package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.account.TaskBody.Input;
import dev.amsshell.sandbox.account.TaskBody.Output;
import dev.amsshell.sandbox.http.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How the tasks of a job hang together: each output asset is written once, and what a task reads is
 * an input of the job or written by another task, never by way of a circle (wire sheet 6.4).
 */
record Wiring(List<TaskBody> bodies) {

  private static final int MOST_ASSETS_OF_TASK = 50;

  /**
   * @param jobName what outputs without a name are named after
   * @param inputAssets how many input assets the job has
   * @param ids makes the ids of the output assets
   */
  static Wiring of(String jobName, List<String> xmls, int inputAssets, Supplier<String> ids) {
    List<TaskBody> bodies = new ArrayList<>();
    Set<Integer> written = new HashSet<>();
    for (String xml : xmls) {
      TaskBody body = new TaskBodyReader(jobName, ids).read(xml);
      if (body.inputs().size() + body.outputs().size() > MOST_ASSETS_OF_TASK) {
        throw new Refusal(403, "A task has at most " + MOST_ASSETS_OF_TASK + " assets.");
      }
      for (Output output : body.outputs()) {
        if (!written.add(output.index())) {
          throw invalid("JobOutputAsset(" + output.index() + ") is produced more than once");
        }
      }
      bodies.add(body);
    }
    requireInputs(bodies, inputAssets, written);
    requireNoCircle(bodies);
    return new Wiring(bodies);
  }

  /** The assets that are going to be written. */
  List<Output> outputs() {
    return bodies.stream().flatMap(body -> body.outputs().stream()).toList();
  }

  private static void requireInputs(List<TaskBody> bodies, int inputAssets, Set<Integer> written) {
    for (TaskBody body : bodies) {
      for (Input input : body.inputs()) {
        if (input.produced() && !written.contains(input.index())) {
          throw invalid("no task produces JobOutputAsset(" + input.index() + ")");
        }
        if (!input.produced() && input.index() >= inputAssets) {
          throw invalid(
              "there is no JobInputAsset(%d): the job has %d input assets"
                  .formatted(input.index(), inputAssets));
        }
      }
    }
  }

  private static void requireNoCircle(List<TaskBody> bodies) {
    List<TaskBody> open = new ArrayList<>(bodies);
    Set<Integer> written = new HashSet<>();
    while (!open.isEmpty()) {
      List<TaskBody> possible =
          open.stream()
              .filter(
                  body ->
                      body.inputs().stream()
                          .allMatch(in -> !in.produced() || written.contains(in.index())))
              .toList();
      if (possible.isEmpty()) {
        throw invalid("the tasks wait for one another");
      }
      possible.forEach(body -> body.outputs().forEach(output -> written.add(output.index())));
      open.removeAll(possible);
    }
  }

  static Refusal invalid(String why) {
    return Refusal.badRequest("The property 'TaskBody' is not valid: " + why + ".");
  }
}
