package dev.amsshell.service.v2;

import dev.amsshell.query.Entities;
import dev.amsshell.query.Entity;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The entity sets of the service that can be queried (wire sheet 4). */
final class EntitySets {
  private final List<EntitySet<?>> all;

  EntitySets(Clock clock) {
    this.all =
        List.of(
            new EntitySet<>(
                Entities.JOBS,
                "Jobs",
                Map.of(
                    "id", "Id",
                    "name", "Name",
                    "state", "State",
                    "priority", "Priority",
                    "created", "Created",
                    "lastModified", "LastModified",
                    "started", "StartTime",
                    "ended", "EndTime",
                    "runningDuration", "RunningDuration",
                    "templateId", "TemplateId"),
                new JobDecoder(clock)::job),
            new EntitySet<>(
                Entities.TASKS,
                "Tasks",
                Map.of(
                    "id", "Id",
                    "name", "Name",
                    "state", "State",
                    "progress", "Progress",
                    "priority", "Priority",
                    "started", "StartTime",
                    "ended", "EndTime",
                    "runningDuration", "RunningDuration",
                    "processor", "MediaProcessorId"),
                TaskDecoder::task),
            new EntitySet<>(
                Entities.ASSETS,
                "Assets",
                Map.of(
                    "id", "Id",
                    "name", "Name",
                    "created", "Created",
                    "lastModified", "LastModified",
                    "alternateId", "AlternateId",
                    "storageAccount", "StorageAccountName"),
                AssetDecoder::asset),
            new EntitySet<>(
                Entities.PROCESSORS,
                "MediaProcessors",
                Map.of("id", "Id", "name", "Name", "vendor", "Vendor", "version", "Version"),
                AssetDecoder::processor));
  }

  @SuppressWarnings("unchecked")
  <T> EntitySet<T> of(Entity<T> entity) {
    return (EntitySet<T>)
        all.stream()
            .filter(set -> set.entity().name().equals(entity.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no set of " + entity));
  }
}
