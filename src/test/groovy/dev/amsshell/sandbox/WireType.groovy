package dev.amsshell.sandbox

import dev.amsshell.sandbox.odata.ComplexList
import dev.amsshell.sandbox.odata.Edm
import dev.amsshell.sandbox.odata.EntityType
import dev.amsshell.sandbox.odata.KeyForm
import dev.amsshell.sandbox.odata.Navigation
import dev.amsshell.sandbox.odata.Property

/** Entity types over maps, so that what is written does not depend on what an account holds. */
class WireType {

    static final String NAMESPACE = 'Microsoft.Cloud.Media.Vod.Rest.Data.Models.'

    static final EntityType<Map> JOB = type('Jobs', 'Job', ['Tasks', 'OutputMediaAssets', 'InputMediaAssets'], [
        Id: Edm.STRING, Name: Edm.STRING, Created: Edm.DATE_TIME, LastModified: Edm.DATE_TIME, EndTime: Edm.DATE_TIME,
        Priority: Edm.INT32, RunningDuration: Edm.DOUBLE, StartTime: Edm.DATE_TIME, State: Edm.INT32,
        TemplateId: Edm.STRING, JobNotificationSubscriptions: Edm.COLLECTION])

    static final EntityType<Map> TASK = type('Tasks', 'Task', ['OutputMediaAssets', 'InputMediaAssets'], [
        Id: Edm.STRING, Configuration: Edm.STRING, EndTime: Edm.DATE_TIME, ErrorDetails: Edm.COLLECTION,
        HistoricalEvents: Edm.COLLECTION, MediaProcessorId: Edm.STRING, Name: Edm.STRING, PerfMessage: Edm.STRING,
        Priority: Edm.INT32, Progress: Edm.DOUBLE, RunningDuration: Edm.DOUBLE, StartTime: Edm.DATE_TIME,
        State: Edm.INT32, TaskBody: Edm.STRING, Options: Edm.INT32, EncryptionKeyId: Edm.STRING,
        EncryptionScheme: Edm.STRING, EncryptionVersion: Edm.STRING, InitializationVector: Edm.STRING,
        TaskNotificationSubscriptions: Edm.COLLECTION])

    static EntityType<Map> type(String set, String name, List<String> navigations, Map<String, Edm> properties) {
        new EntityType<Map>(set, name, new EscapedKey(),
            navigations.collect { new Navigation<Map>(it, { Optional.empty() }) },
            properties.collect { property, edm -> new Property<Map>(property, edm, { Map row -> row[property] }) })
    }

    static ComplexList collection(String elementType, List<Map> items = []) {
        new ComplexList(NAMESPACE + elementType, items)
    }

    /** Keys in quotes with their colons escaped, whatever they are. */
    static class EscapedKey implements KeyForm {

        @Override
        Optional<String> canonical(String text) {
            Optional.of(text)
        }

        @Override
        String description() {
            'anything'
        }

        @Override
        String inAddress(String key) {
            "'" + key.replace(':', '%3A') + "'"
        }
    }
}
