package dev.amsshell.job;

import java.util.Objects;

/**
 * A media processor: what does the work of tasks.
 *
 * @param id the service's id of it, to which tasks refer
 * @param name several versions may share one; may be null
 * @param vendor who made it; may be null
 * @param version such as 1.1; may be null
 * @param sku usually empty
 * @param description may be null
 */
public record Processor(
    String id, String name, String vendor, String version, String sku, String description) {
  public Processor {
    Objects.requireNonNull(id, "id is null");
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(id, name, version);
  }
}
