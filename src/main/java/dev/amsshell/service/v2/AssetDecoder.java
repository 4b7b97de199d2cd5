package dev.amsshell.service.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amsshell.job.Asset;
import dev.amsshell.job.Capacity;
import dev.amsshell.job.Processor;
import java.util.List;
import java.util.Objects;

/** Reads Asset, MediaProcessor and EncodingReservedUnitType entities (wire sheet 4.4). */
final class AssetDecoder {
  private static final List<String> STATES = List.of("Initialized", "Published", "Deleted");
  private static final int DELETED = 2;
  private static final List<String> SIZES = List.of("S1", "S2", "S3");

  private AssetDecoder() {}

  /** Of a deleted asset that a job still names, the service makes up its times (4.4). */
  static Asset asset(JsonNode entity) {
    Fields fields = new Fields(entity);
    boolean isDeleted = fields.integer("State") == DELETED;
    return new Asset(
        Objects.requireNonNullElse(fields.text("Id"), ""),
        fields.text("Name"),
        fields.label("State", STATES),
        isDeleted,
        isDeleted ? null : fields.instant("Created"),
        isDeleted ? null : fields.instant("LastModified"),
        fields.text("AlternateId"),
        fields.text("StorageAccountName"),
        fields.text("Uri"));
  }

  static Processor processor(JsonNode entity) {
    Fields fields = new Fields(entity);
    return new Processor(
        Objects.requireNonNullElse(fields.text("Id"), ""),
        fields.text("Name"),
        fields.text("Vendor"),
        fields.text("Version"),
        fields.text("Sku"),
        fields.text("Description"));
  }

  static Capacity capacity(JsonNode entity) {
    Fields fields = new Fields(entity);
    return new Capacity(
        fields.label("ReservedUnitType", SIZES),
        fields.integer("CurrentReservedUnits"),
        fields.integer("MaxReservableUnits"));
  }
}
