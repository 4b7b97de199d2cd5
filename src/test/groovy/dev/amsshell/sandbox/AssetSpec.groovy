package dev.amsshell.sandbox

/** Assets and their files (wire sheet 4.4). */
class AssetSpec extends SandboxSpecification {

    Map asset() {
        client.rows("Jobs('${WireClient.EXAMPLE}')/InputMediaAssets")[0]
    }

    def "an asset has the members of the wire, in their order"() {
        expect:
        asset().keySet() as List == [
            'Id', 'State', 'Created', 'LastModified', 'AlternateId', 'Name', 'Options', 'FormatOption', 'Uri', 'StorageAccountName']
        asset().Name == 'BigBuckBunny.mp4'
        asset().Uri == "https://amsshellmedia.blob.core.windows.net/asset-${asset().Id - 'nb:cid:UUID:'}"
    }

    def "its dates are of the older form in verbose JSON, since its answer is of OData 1.0"() {
        when:
        def response = client.get("Assets('${asset().Id}')", [Accept: WireClient.VERBOSE])

        then:
        response.headers().firstValue('DataServiceVersion').get() == '1.0;'
        response.body().contains('"Created":"\\/Date(14236191')
        WireClient.decode(response.body()).d.Files.__deferred.uri.endsWith("Assets('${asset().Id.replace(':', '%3A')}')/Files")
    }

    def "its files are found by way of it, by a filter and by id; sizes travel as strings"() {
        when:
        def files = client.rows("Assets('${asset().Id}')/Files")

        then:
        files*.Name == ['BigBuckBunny.mp4']
        files[0].IsPrimary
        files[0].ContentFileSize ==~ /"?\d+"?/
        files[0].ContentFileSize instanceof String
        client.filtered('Files', "ParentAssetId eq '${asset().Id}'") == files
        client.json("Files('${files[0].Id}')").Name == 'BigBuckBunny.mp4'
    }

    def "what a finished task has written holds a streaming set with one primary file"() {
        given:
        def job = client.filtered('Jobs', 'State eq 3')[0]
        def output = client.rows("Jobs('${job.Id}')/OutputMediaAssets")[0]

        when:
        def files = client.rows("Assets('${output.Id}')/Files")

        then:
        files.size() > 3
        files.count { it.IsPrimary } == 1
        files*.Id.toUnique().size() == files.size()
        files.every { client.json("Files('${it.Id}')").Name == it.Name }
    }

    def "some jobs have lost an input: a stub stands for it"() {
        when:
        def stubs = client.rows('Jobs').collectMany { client.rows("Jobs('${it.Id}')/InputMediaAssets") }.findAll { it.State == 2 }

        then:
        !stubs.empty
        stubs.every {
            it.Name == 'Nonexistent Asset' && it.Uri == null && it.StorageAccountName == null && it.AlternateId == null &&
                it.Created == '2015-02-11T01:46:14' && client.get("Assets('${it.Id}')").statusCode() == 404
        }
    }

    def "an asset is created, renamed and deleted"() {
        given:
        def id = client.created('Assets', [Name: 'mine', AlternateId: 'a-1']).Id

        when:
        client.send('MERGE', "Assets('$id')", ['Content-Type': WireClient.VERBOSE], '{"Name":"yours"}')

        then:
        with(client.json("Assets('$id')")) {
            Name == 'yours'
            AlternateId == 'a-1'
            State == 0
        }
        client.rows('Assets?$top=1')[0].Id == id

        when:
        def response = client.send('DELETE', "Assets('$id')")

        then:
        response.statusCode() == 204
        client.get("Assets('$id')").statusCode() == 404
    }

    def "#what is refused with #status"() {
        expect:
        client.post(path, body).statusCode() == status

        where:
        what                     | path     | body                                                                       || status
        'another storage'        | 'Assets' | [Name: 'x', StorageAccountName: 'other']                                   || 404
        'strange options'        | 'Assets' | [Name: 'x', Options: 99]                                                   || 400
        'a strange format'       | 'Assets' | [Name: 'x', FormatOption: -1]                                              || 400
        'a size below nothing'   | 'Files'  | [Name: 'x', ParentAssetId: NewJobs.asset(client), ContentFileSize: -1]     || 400
        'an undefined property'  | 'Assets' | [Colour: 'red']                                                            || 400
        'a file of nothing'      | 'Files'  | [Name: 'x', ParentAssetId: 'nb:cid:UUID:00000000-0000-0000-0000-000000000000'] || 404
        'a malformed parent'     | 'Files'  | [Name: 'x', ParentAssetId: 'x']                                            || 400
    }

    def "a file of the same name, and a second primary one, conflict"() {
        given:
        def id = client.created('Assets', [Name: 'mine']).Id
        client.created('Files', [Name: 'a.mp4', ParentAssetId: id, IsPrimary: true])

        expect:
        client.post('Files', [Name: 'a.mp4', ParentAssetId: id]).statusCode() == 409
        client.post('Files', [Name: 'b.mp4', ParentAssetId: id, IsPrimary: true]).statusCode() == 409
        client.post('Files', [Name: 'b.mp4', ParentAssetId: id]).statusCode() == 201
    }

    def "what has to do with streaming is empty: #navigation"() {
        expect:
        client.rows("Assets('${asset().Id}')/$navigation") == []

        where:
        navigation << ['Locators', 'ContentKeys', 'DeliveryPolicies', 'AssetFilters']
    }

    def "links are addresses alone"() {
        given:
        def job = "Jobs('${WireClient.EXAMPLE}')"
        def address = "${sandbox.endpoint()}Assets('${asset().Id.replace(':', '%3A')}')".toString()

        expect:
        client.json("$job/\$links/InputMediaAssets").value == [[url: address]]
        client.json("$job/\$links/InputMediaAssets", WireClient.VERBOSE).d.results == [[uri: address]]
        client.get("$job/\$links/InputMediaAssets", [Accept: 'application/xml']).body().contains("<uri>$address</uri>")
        client.json("Assets('${asset().Id}')/\$links/ContentKeys").value == []
        client.get("$job/\$links/Nonsense").statusCode() == 404
    }
}
