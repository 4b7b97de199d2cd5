package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.JobTemplate;
import dev.amsshell.sandbox.account.MediaProcessor;
import dev.amsshell.sandbox.account.NotificationEndPoint;
import dev.amsshell.sandbox.account.ReservedUnits;
import dev.amsshell.sandbox.account.TaskTemplate;
import dev.amsshell.sandbox.odata.Edm;
import dev.amsshell.sandbox.odata.EntitySet;
import dev.amsshell.sandbox.odata.EntityType;
import dev.amsshell.sandbox.odata.Navigation;
import dev.amsshell.sandbox.odata.Property;
import java.util.List;
import java.util.Optional;

/** What an account is set up with, as the wire shows it (wire sheet 4.4). */
final class SettingTypes {

  static final EntityType<MediaProcessor> MEDIA_PROCESSOR =
      new EntityType<>(
          "MediaProcessors",
          "MediaProcessor",
          new WireKey("mpid"),
          List.of(),
          List.of(
              new Property<>("Id", Edm.STRING, MediaProcessor::id),
              new Property<>("Description", Edm.STRING, MediaProcessor::description),
              new Property<>("Name", Edm.STRING, MediaProcessor::name),
              new Property<>("Sku", Edm.STRING, MediaProcessor::sku),
              new Property<>("Vendor", Edm.STRING, MediaProcessor::vendor),
              new Property<>("Version", Edm.STRING, MediaProcessor::version)));

  static final EntityType<NotificationEndPoint> END_POINT =
      new EntityType<>(
          "NotificationEndPoints",
          "NotificationEndPoint",
          new WireKey("nepid"),
          List.of(),
          List.of(
              new Property<>("Id", Edm.STRING, NotificationEndPoint::id),
              new Property<>("Name", Edm.STRING, NotificationEndPoint::name),
              new Property<>("Created", Edm.DATE_TIME, NotificationEndPoint::created),
              new Property<>("EndPointType", Edm.INT32, NotificationEndPoint::type),
              new Property<>("EndPointAddress", Edm.STRING, NotificationEndPoint::address),
              new Property<>("CredentialType", Edm.INT32, NotificationEndPoint::credentialType),
              // Written once and never shown again.
              new Property<>("EncryptedEndPointCredential", Edm.STRING, point -> null),
              new Property<>("ProtectionKeyId", Edm.STRING, NotificationEndPoint::protectionKeyId),
              new Property<>(
                  "ProtectionKeyType", Edm.INT32, NotificationEndPoint::protectionKeyType)));

  static final EntityType<TaskTemplate> TASK_TEMPLATE =
      new EntityType<>(
          "TaskTemplates",
          "TaskTemplate",
          new WireKey("ttid"),
          List.of(),
          List.of(
              new Property<>("Id", Edm.STRING, TaskTemplate::id),
              new Property<>("Name", Edm.STRING, TaskTemplate::name),
              new Property<>("Description", Edm.STRING, TaskTemplate::description),
              new Property<>("Created", Edm.DATE_TIME, TaskTemplate::created),
              new Property<>("LastModified", Edm.DATE_TIME, TaskTemplate::created),
              new Property<>("Configuration", Edm.STRING, TaskTemplate::configuration),
              new Property<>("MediaProcessorId", Edm.STRING, TaskTemplate::mediaProcessorId),
              new Property<>("NumberofInputAssets", Edm.INT32, template -> 1),
              new Property<>("NumberofOutputAssets", Edm.INT32, template -> 1),
              new Property<>("Options", Edm.INT32, template -> 0),
              new Property<>("EncryptionKeyId", Edm.STRING, template -> null),
              new Property<>("EncryptionScheme", Edm.STRING, template -> null),
              new Property<>("EncryptionVersion", Edm.STRING, template -> null),
              new Property<>("InitializationVector", Edm.STRING, template -> null)));

  static final EntityType<JobTemplate> JOB_TEMPLATE =
      new EntityType<>(
          "JobTemplates",
          "JobTemplate",
          new WireKey("jtid"),
          List.of(
              new Navigation<>(
                  "TaskTemplates",
                  template -> Optional.of(EntitySet.of(TASK_TEMPLATE, template::tasks)))),
          List.of(
              new Property<>("Id", Edm.STRING, JobTemplate::id),
              new Property<>("Name", Edm.STRING, JobTemplate::name),
              new Property<>("Created", Edm.DATE_TIME, JobTemplate::created),
              new Property<>("LastModified", Edm.DATE_TIME, JobTemplate::created),
              new Property<>("JobTemplateBody", Edm.STRING, JobTemplate::body),
              new Property<>(
                  "NumberofInputAssets", Edm.INT32, template -> JobTemplate.INPUT_ASSETS),
              new Property<>("TemplateType", Edm.INT32, template -> 1)));

  static final EntityType<ReservedUnits> RESERVED_UNITS =
      new EntityType<>(
          "EncodingReservedUnitTypes",
          "EncodingReservedUnitType",
          new GuidKey(),
          List.of(),
          List.of(
              new Property<>("AccountId", Edm.GUID, ReservedUnits::accountId),
              new Property<>("ReservedUnitType", Edm.INT32, ReservedUnits::type),
              new Property<>("MaxReservableUnits", Edm.INT32, ReservedUnits::most),
              new Property<>("CurrentReservedUnits", Edm.INT32, ReservedUnits::current)));

  private SettingTypes() {}
}
