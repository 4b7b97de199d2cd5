package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.exception.ServiceException
import com.microsoft.windowsazure.services.media.models.Asset
import com.microsoft.windowsazure.services.media.models.AssetFile
import com.microsoft.windowsazure.services.media.models.AssetOption
import com.microsoft.windowsazure.services.media.models.AssetState
import com.microsoft.windowsazure.services.media.models.Job
import com.microsoft.windowsazure.services.media.models.Task
import dev.amsshell.sandbox.NewJobs
import dev.amsshell.sandbox.WireClient

/** The official SDK keeps assets. */
class SdkAssetSpec extends SdkSpecification {

    static final String UNKNOWN = 'nb:cid:UUID:00000000-0000-0000-0000-000000000000'

    def "an asset is created empty"() {
        when:
        def id = ams.create(Asset.create().setName('a & b').setAlternateId('42').setOptions(AssetOption.None)).id
        def asset = ams.get(Asset.get(id))

        then:
        with(asset) {
            name == 'a & b'
            alternateId == '42'
            options == AssetOption.None
            state == AssetState.Initialized
            created.toInstant() == clock.instant()
            uri.contains(id - 'nb:cid:UUID:')
            storageAccountName == 'amsshellmedia'
        }
        ams.list(AssetFile.list(asset.assetFilesLink)).empty
    }

    def "assets are listed, and found by name"() {
        given:
        def id = ams.create(Asset.create().setName("it's new")).id

        expect:
        ams.list(Asset.list().setTop(5)).size() == 5
        ams.list(Asset.list().set('$filter', "Name eq 'it''s new'"))*.id == [id]
    }

    def "an asset gets another name and alternate id"() {
        given:
        def id = ams.create(Asset.create().setName('old').setOptions(AssetOption.StorageEncrypted)).id

        when:
        ams.update(Asset.update(id).setName('new').setAlternateId('other'))

        then:
        with(ams.get(Asset.get(id))) {
            name == 'new'
            alternateId == 'other'
            options == AssetOption.StorageEncrypted
        }
    }

    def "what is not set in an update stays"() {
        given:
        def id = ams.create(Asset.create().setName('kept').setAlternateId('changes')).id

        when:
        ams.update(Asset.update(id).setAlternateId('changed'))

        then:
        with(ams.get(Asset.get(id))) {
            name == 'kept'
            alternateId == 'changed'
        }
    }

    def "a deleted asset is gone, and a stub in the jobs that used it"() {
        given:
        def job = ams.get(Job.get(WireClient.EXAMPLE))
        def id = ams.list(Asset.list(job.outputAssetsLink))[0].id

        when:
        ams.delete(Asset.delete(id))

        then:
        with(ams.list(Asset.list(job.outputAssetsLink)).find { it.id == id }) {
            state == AssetState.Deleted
            name == 'Nonexistent Asset'
            uri == ''
        }

        when:
        ams.get(Asset.get(id))

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 404
    }

    def "what is not there cannot be #done"() {
        when:
        request()

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 404

        where:
        done      | request
        'read'    | { ams.get(Asset.get(UNKNOWN)) }
        'renamed' | { ams.update(Asset.update(UNKNOWN).setName('x')) }
        'deleted' | { ams.delete(Asset.delete(UNKNOWN)) }
    }

    def "the files of an asset are listed by its link"() {
        given:
        def asset = ams.list(Asset.list(ams.get(Job.get(WireClient.EXAMPLE)).inputAssetsLink))[0]

        expect:
        with(ams.list(AssetFile.list(asset.assetFilesLink))) {
            it*.name == ['BigBuckBunny.mp4']
            it*.isPrimary == [true]
            it*.parentAssetId == [asset.id]
            it*.mimeType == ['video/mp4']
            it[0].contentFileSize > 0
        }
    }

    def "a file is announced in an asset, which then can be encoded"() {
        given:
        def asset = ams.create(Asset.create().setName('upload')).id

        when:
        def created = ams.create(AssetFile.create(asset, 'big.mp4').setContentFileSize(5_000_000_000L).setIsPrimary(true).setMimeType('video/mp4'))

        then:
        with(ams.get(AssetFile.get(created.id))) {
            name == 'big.mp4'
            contentFileSize == 5_000_000_000L
            isPrimary
            !isEncrypted
        }
        ams.create(SdkJobs.ofOneTask(asset)).id
    }

    def "what a finished job has written is in its output asset"() {
        given:
        def job = ams.create(SdkJobs.ofOneTask(NewJobs.asset(client)))

        when:
        clock.advanceSeconds(120)
        def output = ams.list(Asset.list(job.outputAssetsLink))[0]

        then:
        !ams.list(AssetFile.list(output.assetFilesLink)).empty
        ams.list(Asset.list(output.parentAssetsLink))*.id == [NewJobs.asset(client)]
    }
}
