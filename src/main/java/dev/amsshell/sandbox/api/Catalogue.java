package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.MediaProcessors;
import dev.amsshell.sandbox.account.Snapshot;
import dev.amsshell.sandbox.odata.EntitySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The sets that are served (wire sheet 3 and 4). */
final class Catalogue {

  private final Account account;
  private final Map<String, Function<Snapshot, EntitySet<?>>> sets = new LinkedHashMap<>();

  Catalogue(Account account) {
    this.account = account;
    AssetTypes assets = new AssetTypes(account);
    JobTypes jobs = new JobTypes(account, assets);
    sets.put("Assets", assets::assets);
    sets.put(
        "EncodingReservedUnitTypes",
        now -> EntitySet.of(SettingTypes.RESERVED_UNITS, () -> List.of(account.reservedUnits())));
    sets.put("Files", assets::files);
    sets.put("JobTemplates", now -> EntitySet.of(SettingTypes.JOB_TEMPLATE, account::templates));
    sets.put("Jobs", jobs::jobs);
    sets.put(
        "MediaProcessors",
        now -> EntitySet.of(SettingTypes.MEDIA_PROCESSOR, () -> MediaProcessors.ALL));
    sets.put(
        "NotificationEndPoints",
        now -> EntitySet.of(SettingTypes.END_POINT, () -> account.endPoints().all()));
    sets.put(
        "TaskTemplates",
        now ->
            EntitySet.of(
                SettingTypes.TASK_TEMPLATE,
                () -> account.templates().stream().flatMap(job -> job.tasks().stream()).toList()));
    sets.put("Tasks", jobs::tasks);
  }

  /** Their names in alphabetical order. */
  List<String> names() {
    return List.copyOf(sets.keySet());
  }

  Optional<EntitySet<?>> set(String name, Snapshot snapshot) {
    return Optional.ofNullable(sets.get(name)).map(set -> set.apply(snapshot));
  }
}
