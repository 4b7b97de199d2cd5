package dev.amsshell.sandbox

/** What an account is set up with (wire sheet 4.4). */
class SettingsSpec extends SandboxSpecification {

    def "jobs and tasks name notification end points that are there"() {
        given:
        def there = client.rows('NotificationEndPoints')*.Id

        expect:
        there.size() == 2
        client.rows('Jobs').collectMany { it.JobNotificationSubscriptions*.NotificationEndPointId }.every { it in there }
    }

    def "an end point is created, changed and deleted, and never tells its credential"() {
        given:
        def id = client.created('NotificationEndPoints',
            [Name: 'hook', EndPointType: 3, EndPointAddress: 'https://example.org/x', CredentialType: 1, EncryptedEndPointCredential: 'secret']).Id

        when:
        client.send('MERGE', "NotificationEndPoints('$id')", ['Content-Type': WireClient.VERBOSE], '{"Name":"z","EndPointType":0}')
        def point = client.json("NotificationEndPoints('$id')")

        then:
        point.Name == 'z'
        point.EndPointType == 3
        point.EndPointAddress == 'https://example.org/x'
        point.EncryptedEndPointCredential == null

        when:
        def response = client.send('DELETE', "NotificationEndPoints('$id')")

        then:
        response.statusCode() == 204
        client.get("NotificationEndPoints('$id')").statusCode() == 404
        client.send('DELETE', "NotificationEndPoints('$id')").statusCode() == 404
    }

    def "an end point of type #type at '#address' is refused"() {
        expect:
        client.post('NotificationEndPoints', [Name: 'x', EndPointType: type, EndPointAddress: address]).statusCode() == 400

        where:
        type | address
        0    | 'queue'
        4    | 'queue'
        1    | ''
    }

    def "an end point is not changed to what could not be created"() {
        given:
        def id = client.rows('NotificationEndPoints')[0].Id

        expect:
        client.send('MERGE', "NotificationEndPoints('$id')", ['Content-Type': WireClient.VERBOSE], change).statusCode() == 400

        where:
        change << ['{"EndPointType":99}', '{"EndPointAddress":""}', '{"CredentialType":2}', '{"Colour":"red"}']
    }

    def "templates lead to their tasks, and jobs to templates that are there"() {
        given:
        def templates = client.rows('JobTemplates')

        expect:
        templates.every {
            it.JobTemplateBody.contains(client.rows("JobTemplates('${it.Id}')/TaskTemplates")[0].Id) && it.NumberofInputAssets == 1
        }
        client.rows('TaskTemplates').size() == 2
        client.rows('Jobs')*.TemplateId.findAll().every { it in templates*.Id }
    }

    def "templates and processors can only be read"() {
        expect:
        client.post('JobTemplates', [Name: 'x']).statusCode() == 405
        client.post('MediaProcessors', [Name: 'x']).statusCode() == 405
    }
}
