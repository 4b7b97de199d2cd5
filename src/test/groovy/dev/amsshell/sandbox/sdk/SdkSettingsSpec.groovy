package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.exception.ServiceException
import com.microsoft.windowsazure.services.media.models.EncodingReservedUnit
import com.microsoft.windowsazure.services.media.models.EncodingReservedUnitType
import com.microsoft.windowsazure.services.media.models.EndPointType
import com.microsoft.windowsazure.services.media.models.MediaProcessor
import com.microsoft.windowsazure.services.media.models.NotificationEndPoint
import dev.amsshell.sandbox.NewJobs

/** The official SDK looks at what the account is set up with, and changes it. */
class SdkSettingsSpec extends SdkSpecification {

    def "media processors are listed by name"() {
        expect:
        with(ams.list(MediaProcessor.list().set('$filter', "Name eq 'Media Encoder Standard'"))) {
            it*.id == [NewJobs.STANDARD]
            it*.version == ['1.1']
            it*.vendor == ['Microsoft']
            it*.sku == ['']
        }
    }

    def "the newest version of a media processor is found"() {
        expect:
        ams.list(MediaProcessor.list().set('$filter', "Name eq 'Azure Media Packager'").set('$orderby', 'Version desc').setTop(1))*.version == ['2.9.0.0']
    }

    def "a notification end point is created, and listed"() {
        given:
        def id = ams.create(NotificationEndPoint.create('queue', EndPointType.AzureQueue, 'jobs')).id

        expect:
        with(ams.get(NotificationEndPoint.get(id))) {
            name == 'queue'
            endPointType == EndPointType.AzureQueue
            endPointAddress == 'jobs'
            created.toInstant() == clock.instant()
        }
        id in ams.list(NotificationEndPoint.list())*.id
    }

    def "a notification end point gets another name, and nothing else changes"() {
        given:
        def id = ams.create(NotificationEndPoint.create('old', EndPointType.AzureQueue, 'jobs')).id

        when:
        ams.update(NotificationEndPoint.update(id).setName('new'))

        then:
        with(ams.get(NotificationEndPoint.get(id))) {
            name == 'new'
            endPointType == EndPointType.AzureQueue
            endPointAddress == 'jobs'
        }
    }

    def "a notification end point is deleted"() {
        given:
        def id = ams.create(NotificationEndPoint.create('short-lived', EndPointType.AzureQueue, 'jobs')).id

        when:
        ams.delete(NotificationEndPoint.delete(id))
        ams.get(NotificationEndPoint.get(id))

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 404
    }

    def "reserved units are read"() {
        expect:
        with(ams.get(EncodingReservedUnit.get())) {
            accountId ==~ /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
            reservedUnitType == EncodingReservedUnitType.Standard
            maxReservableUnits == 25
        }
    }

    def "reserved units are bought"() {
        given:
        def before = ams.get(EncodingReservedUnit.get())

        when:
        ams.update(EncodingReservedUnit.update(before).setCurrentReservedUnits(20).setReservedUnitType(EncodingReservedUnitType.Premium))

        then:
        with(ams.get(EncodingReservedUnit.get())) {
            currentReservedUnits == 20
            reservedUnitType == EncodingReservedUnitType.Premium
            maxReservableUnits == before.maxReservableUnits
            accountId == before.accountId
        }
    }

    def "more reserved units than there may be are refused"() {
        when:
        ams.update(EncodingReservedUnit.update(ams.get(EncodingReservedUnit.get())).setCurrentReservedUnits(26))

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 400
    }
}
