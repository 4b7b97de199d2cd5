package dev.amsshell.sandbox

import static dev.amsshell.sandbox.NewJobs.body
import static dev.amsshell.sandbox.NewJobs.job
import static dev.amsshell.sandbox.NewJobs.link
import static dev.amsshell.sandbox.NewJobs.task

/** Jobs are submitted by POST (wire sheet 6.4). */
class SubmitSpec extends SandboxSpecification {

    def "a job in verbose JSON is created, Queued, with its address"() {
        when:
        def response = client.post('Jobs', job(client))
        def created = WireClient.decode(response.body()).d

        then:
        response.statusCode() == 201
        response.headers().firstValue('Location').get() == created.__metadata.uri
        created.Id ==~ /nb:jid:UUID:[0-9a-f-]{36}/
        with(created) {
            Name == 'NewTestJob'
            State == 0
            Priority == 0
            RunningDuration == 0
            StartTime == null
            EndTime == null
            Created == '2015-02-11T01:46:14Z'
            LastModified == Created
        }
        client.json("Jobs('${created.Id}')").Name == 'NewTestJob'
    }

    def "its tasks and its output assets are there at once"() {
        given:
        def created = client.created('Jobs', job(client))

        when:
        def tasks = client.rows("Jobs('${created.Id}')/Tasks")
        def outputs = client.rows("Jobs('${created.Id}')/OutputMediaAssets")
        def inputs = client.rows("Jobs('${created.Id}')/InputMediaAssets")

        then:
        tasks*.State == [0]
        tasks*.Configuration == ['Adaptive Streaming']
        outputs*.Name == ['JobOutputAsset(0)_NewTestJob']
        inputs*.Id == [NewJobs.asset(client)]
        client.rows("Tasks('${tasks[0].Id}')/OutputMediaAssets")*.Id == outputs*.Id
        client.rows("Tasks('${tasks[0].Id}')/InputMediaAssets")*.Id == inputs*.Id
        client.rows("Assets('${outputs[0].Id}')/ParentAssets")*.Id == inputs*.Id
    }

    def "the body of a task is read back as the service rewrites it"() {
        given:
        def created = client.created('Jobs', job(client, [Tasks: [task(TaskBody: body('JobInputAsset(0)', 0,
            ' assetCreationOptions="0" assetName="V2 &amp; more" storageAccountName="amsshellmedia"'))]]))

        expect:
        client.rows("Jobs('${created.Id}')/Tasks")[0].TaskBody ==
            '<?xml version="1.0" encoding="utf-16"?>\r\n<taskBody>\r\n  <inputAsset>JobInputAsset(0)</inputAsset>\r\n' +
            '  <outputAsset assetCreationOptions="0" assetFormatOption="0" assetName="V2 &amp; more"' +
            ' storageAccountName="amsshellmedia">JobOutputAsset(0)</outputAsset>\r\n</taskBody>'
    }

    def "a job in minimal JSON binds its assets by address"() {
        when:
        def response = client.send('POST', 'Jobs', ['Content-Type': 'application/json', Accept: WireClient.VERBOSE],
            """{"Name":"light","InputMediaAssets@odata.bind":["https://HOST/api/Assets('${NewJobs.asset(client)}')"],
               "Tasks":[{"Name":"t","Configuration":"Adaptive Streaming","MediaProcessorId":"${NewJobs.STANDARD}",
                 "TaskBody":"${body().replace('"', '\\"')}",
                 "TaskNotificationSubscriptions":[{"IncludeTaskProgress":true,
                   "NotificationEndPointId":"nb:nepid:UUID:12ed9f0d-947b-4852-aef4-7a708b0ab03f","TargetTaskState":2}]}]}""")
        def id = WireClient.decode(response.body()).d.Id

        then:
        response.statusCode() == 201
        client.rows("Jobs('$id')/Tasks")[0].TaskNotificationSubscriptions ==
            [[IncludeTaskProgress: true, NotificationEndPointId: 'nb:nepid:UUID:12ed9f0d-947b-4852-aef4-7a708b0ab03f', TargetTaskState: 2]]
    }

    def "a job in Atom has subscriptions, and is answered in Atom"() {
        when:
        def response = client.send('POST', 'Jobs', ['Content-Type': 'application/atom+xml;type=entry', Accept: 'application/atom+xml'], """
            <entry xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"
                   xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
              <link rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/InputMediaAssets" href="Assets('${NewJobs.asset(client)}')"/>
              <link rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/Tasks" type="application/atom+xml;type=feed">
                <m:inline><feed><entry><content type="application/xml"><m:properties>
                  <d:Configuration>Adaptive Streaming</d:Configuration><d:MediaProcessorId>${NewJobs.STANDARD}</d:MediaProcessorId>
                  <d:TaskBody>${body().replace('<', '&lt;')}</d:TaskBody>
                </m:properties></content></entry></feed></m:inline>
              </link>
              <content type="application/xml"><m:properties><d:Name>atomic</d:Name><d:Priority m:type="Edm.Int32">7</d:Priority>
                <d:JobNotificationSubscriptions><d:element><d:NotificationEndPointId>nb:nepid:UUID:36e510df-8560-4bae-a698-87723f677e98</d:NotificationEndPointId><d:TargetJobState>2</d:TargetJobState></d:element></d:JobNotificationSubscriptions>
              </m:properties></content>
            </entry>""".stripIndent().strip())
        def job = client.filtered('Jobs', "Name eq 'atomic'")[0]

        then:
        response.statusCode() == 201
        response.headers().firstValue('Content-Type').get() == 'application/atom+xml;type=entry;charset=utf-8'
        response.body().contains("<d:Id>${job.Id}</d:Id>")
        job.Priority == 7
        job.JobNotificationSubscriptions == [[TargetJobState: 2, NotificationEndPointId: 'nb:nepid:UUID:36e510df-8560-4bae-a698-87723f677e98']]
    }

    def "a job is made from a template"() {
        when:
        def template = client.rows('JobTemplates')[0]
        def created = client.created('Jobs', [Name: 'templated', TemplateId: template.Id, InputMediaAssets: [link(client)]])

        then:
        created.TemplateId == template.Id
        client.rows("Jobs('${created.Id}')/Tasks")*.Configuration == client.rows("JobTemplates('${template.Id}')/TaskTemplates")*.Configuration
    }

    def "#what is refused with #status: #text"() {
        when:
        def response = client.post('Jobs', job(client, changes))

        then:
        response.statusCode() == status
        WireClient.message(response).contains(text)

        where:
        what                         | changes                                                   | status | text
        'no task'                    | [Tasks: []]                                               | 400    | 'There must be at least one task.'
        'too many tasks'             | [Tasks: (0..30).collect { task(TaskBody: body('JobInputAsset(0)', it)) }] | 400 | 'at most 30 tasks'
        'an undefined property'      | [Colour: 'red']                                           | 400    | 'Make sure to only use property names that are defined by the type'
        'a task with one'            | [Tasks: [task(Colour: 'red')]]                            | 400    | 'Make sure to only use property names that are defined by the type'
        'a name that is a number'    | [Name: 5]                                                 | 400    | "the value of the property 'Name' is not of type 'Edm.String'"
        'a priority that is a word'  | [Priority: 'high']                                        | 400    | "'Priority' is not of type 'Edm.Int32'"
        'a long name'                | [Name: 'x' * 4001]                                        | 400    | 'it may have 4000'
        'inline subscriptions'       | [JobNotificationSubscriptions: [[TargetJobState: 2]]]     | 400    | 'cannot be given inline'
        'an unknown asset'           | [InputMediaAssets: [link(client, 'nb:cid:UUID:00000000-0000-0000-0000-000000000000')]] | 404 | "Resource not found for the segment 'Assets'."
        'a malformed asset'          | [InputMediaAssets: [link(client, 'x')]]                   | 400    | 'no id of the form nb:cid:UUID:<guid>'
        'a link to something else'   | [InputMediaAssets: [[__metadata: [uri: "https://HOST/api/Jobs('x')"]]]] | 400 | 'leads to no entity of Assets'
        'an unknown template'        | [TemplateId: 'nb:jtid:UUID:00000000-0000-0000-0000-000000000000', Tasks: []] | 404 | 'JobTemplates'
        'an unknown processor'       | [Tasks: [task(MediaProcessorId: 'nb:mpid:UUID:00000000-0000-0000-0000-000000000000')]] | 403 | 'is not available to the account'
        'a retired processor'        | [Tasks: [task(MediaProcessorId: 'nb:mpid:UUID:70bdc2c3-ebf4-42a9-8542-5afc1e55d217')]] | 403 | 'is not available to the account'
        'a malformed processor'      | [Tasks: [task(MediaProcessorId: 'Media Encoder Standard')]] | 400  | 'nb:mpid:UUID:<guid>'
        'no configuration'           | [Tasks: [task(Configuration: null)]]                      | 400    | "'Configuration' of a task is required"
        'a subscription to nothing'  | [Tasks: [task(TaskNotificationSubscriptions: [[TargetTaskState: 0, NotificationEndPointId: 'x']])]] | 400 | 'TaskNotificationSubscription.TargetTaskState must not be 0'
        'an unknown end point'       | [Tasks: [task(TaskNotificationSubscriptions: [[TargetTaskState: 2, NotificationEndPointId: 'nb:nepid:UUID:00000000-0000-0000-0000-000000000000']])]] | 404 | 'NotificationEndPoints'
        'no body'                    | [Tasks: [task(TaskBody: '')]]                             | 400    | "'TaskBody' of a task is required"
        'a body that is no XML'      | [Tasks: [task(TaskBody: '<taskBody>')]]                   | 400    | 'no well-formed XML at line 1'
        'a body with a type'         | [Tasks: [task(TaskBody: '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><taskBody>&y;</taskBody>')]] | 400 | "'TaskBody' is not valid"
        'a harmless type'            | [Tasks: [task(TaskBody: '<!DOCTYPE taskBody>' + (body() - '<?xml version="1.0" encoding="utf-8"?>'))]] | 400 | "'TaskBody' is not valid"
        'strange options'            | [Tasks: [task(Options: 8)]]                               | 400    | "'Options' is a number from 0 to 7"
        'a strange element'          | [Tasks: [task(TaskBody: '<taskBody><asset/></taskBody>')]] | 400   | "the element 'asset' is not expected there"
        'a strange reference'        | [Tasks: [task(TaskBody: body('JobAsset(0)'))]]            | 400    | "'JobAsset(0)' is neither JobInputAsset(n) nor JobOutputAsset(n)"
        'an input that is not there' | [Tasks: [task(TaskBody: body('JobInputAsset(1)'))]]       | 400    | 'there is no JobInputAsset(1): the job has 1 input assets'
        'an output nobody makes'     | [Tasks: [task(TaskBody: body('JobOutputAsset(3)'))]]      | 400    | 'no task produces JobOutputAsset(3)'
        'an output made twice'       | [Tasks: [task(), task()]]                                 | 400    | 'JobOutputAsset(0) is produced more than once'
        'a circle'                   | [Tasks: [task(TaskBody: body('JobOutputAsset(1)', 0)), task(TaskBody: body('JobOutputAsset(0)', 1))]] | 400 | 'the tasks wait for one another'
        'an unknown storage account' | [Tasks: [task(TaskBody: body('JobInputAsset(0)', 0, ' storageAccountName="other"'))]] | 404 | "no storage account 'other'"
    }

    def "an asset without a file to start from cannot be encoded"() {
        given:
        def empty = client.created('Assets', [Name: 'empty'])

        when:
        def response = client.post('Jobs', job(client, [InputMediaAssets: [link(client, empty.Id)]]))

        then:
        response.statusCode() == 400
        WireClient.message(response).contains('has no primary file')

        when:
        client.created('Files', [Name: 'a.mp4', ParentAssetId: empty.Id, IsPrimary: true, ContentFileSize: '12'])

        then:
        client.post('Jobs', job(client, [InputMediaAssets: [link(client, empty.Id)]])).statusCode() == 201
    }

    def "nothing is created when the answer could not be written"() {
        given:
        def before = client.get('Jobs/$count').body()

        expect:
        client.post('Jobs', job(client), [Accept: 'image/png']).statusCode() == 415
        client.get('Jobs/$count').body() == before
    }
}
