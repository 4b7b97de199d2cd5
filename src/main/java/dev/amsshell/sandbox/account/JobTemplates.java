package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The job templates that every account has from the start. */
final class JobTemplates {

  private static final Duration AGE = Duration.ofDays(200);

  private JobTemplates() {}

  static List<JobTemplate> at(Instant start) {
    Instant created = start.minus(AGE);
    return List.of(
        template(
            "5b1aa1c2-7f0e-4a52-9a51-d6f4a51c1c01", "Adaptive streaming", Recipe.ADAPTIVE, created),
        template("5b1aa1c2-7f0e-4a52-9a51-d6f4a51c1c02", "Thumbnails", Recipe.THUMBNAILS, created));
  }

  static JobTemplate any(Random random) {
    List<JobTemplate> all = at(Instant.EPOCH);
    return all.get(random.nextInt(all.size()));
  }

  private static JobTemplate template(String guid, String name, Recipe recipe, Instant created) {
    String taskTemplate = WireId.of("ttid", guid.replace("-9a51-", "-9a52-"));
    String body =
        "<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<jobTemplate>\r\n  <taskBody taskTemplateId=\""
            + taskTemplate
            + "\">\r\n    <inputAsset>JobInputAsset(0)</inputAsset>\r\n"
            + "    <outputAsset>JobOutputAsset(0)</outputAsset>\r\n  </taskBody>\r\n</jobTemplate>";
    return new JobTemplate(
        WireId.of("jtid", guid),
        name,
        created,
        body,
        List.of(
            new TaskTemplate(
                taskTemplate,
                recipe.taskName(),
                "",
                created,
                recipe.configuration(),
                recipe.mediaProcessorId())));
  }
}
