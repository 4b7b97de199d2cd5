package dev.amsshell.sandbox

class FilterSpec extends SandboxSpecification {

    def "#filter gives the jobs it should"() {
        given:
        def all = client.rows('Jobs')

        when:
        def found = client.filtered('Jobs', filter)

        then:
        found == all.findAll(expected)
        found.size() < 300 && !found.empty

        where:
        filter                                                  | expected
        'State eq 4'                                            | { it.State == 4 }
        'State ne 3'                                            | { it.State != 3 }
        'State gt 3'                                            | { it.State > 3 }
        'State ge 3'                                            | { it.State >= 3 }
        'State lt 3'                                            | { it.State < 3 }
        'State le 3'                                            | { it.State <= 3 }
        '4 eq State'                                            | { it.State == 4 }
        'State eq 4L'                                           | { it.State == 4 }
        'State eq 4.0'                                          | { it.State == 4 }
        'State gt -1 and Priority eq 10'                        | { it.Priority == 10 }
        'RunningDuration gt 1000000.5'                          | { it.RunningDuration > 1000000.5 }
        'RunningDuration gt 1e6'                                | { it.RunningDuration > 1000000 }
        'State eq 4 and Priority gt 0'                          | { it.State == 4 && it.Priority > 0 }
        'State eq 4 or State eq 5 or State eq 6'                | { it.State in [4, 5, 6] }
        'State eq 4 or State eq 5 and Priority gt 0'            | { it.State == 4 || it.State == 5 && it.Priority > 0 }
        '(State eq 4 or State eq 5) and Priority gt 0'          | { it.State in [4, 5] && it.Priority > 0 }
        'not (State eq 3)'                                      | { it.State != 3 }
        'not not (State eq 3)'                                  | { it.State == 3 }
        "startswith(Name,'Enc')"                                | { it.Name?.startsWith('Enc') }
        "startswith(Name, 'Enc') eq true"                       | { it.Name?.startsWith('Enc') }
        "startswith(Name,'Enc') eq false"                       | { it.Name != null && !it.Name.startsWith('Enc') }
        "not startswith(Name,'Enc')"                            | { it.Name != null && !it.Name.startsWith('Enc') }
        "endswith(Name,'retry2')"                               | { it.Name?.endsWith('retry2') }
        "substringof('Bunny',Name)"                             | { it.Name?.contains('Bunny') }
        "substringof('''',Name)"                                | { it.Name?.contains("'") }
        "substringof('東京',Name)"                                | { it.Name?.contains('東京') }
        'length(Name) gt 30'                                    | { it.Name && it.Name.length() > 30 }
        "Name lt 'F'"                                           | { it.Name && it.Name < 'F' }
        'EndTime eq null'                                       | { it.EndTime == null }
        'EndTime ne null'                                       | { it.EndTime != null }
        'Name eq null'                                          | { it.Name == null }
        'TemplateId ne null'                                    | { it.TemplateId != null }
        "Created gt datetime'2015-02-10T01:46:14'"              | { it.Created > '2015-02-10T01:46:14' }
        "Created le datetime'2015-02-10T01:46:14Z'"             | { it.Created <= '2015-02-10T01:46:14' }
        "Created gt datetime'2015-02-10T02:46:14.0000000+01:00'" | { it.Created > '2015-02-10T01:46:14' }
        "Created lt datetime'2015-01-01T00:00'"                 | { it.Created < '2015-01-01' }
        "(false or LastModified gt datetime'2015-02-11T01:00:00.5')" | { it.LastModified > '2015-02-11T01:00:00.5' }
        "State eq 3 and not substringof('Encoding', Name)"      | { it.State == 3 && it.Name && !it.Name.contains('Encoding') }
    }

    def "#filter gives all jobs: #all"() {
        expect:
        client.filtered('Jobs', filter).size() == (all ? 300 : 0)

        where:
        filter                            | all
        'true'                            | true
        'not false'                       | true
        'true or false'                   | true
        'false'                           | false
        'null'                            | false
        "'a' lt 'b'"                      | true
        '1 lt 1.5'                        | true
        'EndTime gt null'                 | false
        'null eq null'                    | true
        '3000000000 gt 2999999999'        | true
        "Name eq 'nobody''s job'"         | false
        "Id eq 'nb:jid:UUID:00000000-0000-0000-0000-000000000000'" | false
    }

    def "a job is found by its id in any letter case, with #query"() {
        expect:
        client.rows(query)*.Id == [WireClient.EXAMPLE]

        where:
        query << [
            'Jobs()?$filter=Id%20eq%20\'nb%3Ajid%3AUUID%3Af3c43f94-327f-2347-90bb-3bf79f8559f1\'&$top=1',
            'Jobs()?$filter=Id+eq+\'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1\'&$top=2',
            'Jobs?%24filter=Id%20eq%20%27nb:jid:UUID:F3C43F94-327F-2347-90BB-3BF79F8559F1%27']
    }

    def "a date that was read finds the job again"() {
        given:
        def job = client.rows('Jobs?$skip=100&$top=1')[0]

        expect:
        client.filtered('Jobs', "Created eq datetime'${job.Created}'")*.Id == [job.Id]
    }

    def "a long chain of alternatives is no trouble"() {
        given:
        def ids = client.rows('Jobs?$top=150')*.Id

        expect:
        client.filtered('Jobs', ids.collect { "Id eq '$it'" }.join(' or ')).size() == 150
    }

    def "tasks and processors are filtered alike"() {
        expect:
        client.filtered('Tasks', 'Progress eq 100')*.State.toUnique() == [3]
        client.filtered('Tasks', "Name eq 'Thumbnails' and State eq 2")*.Name.toUnique() == ['Thumbnails']
        client.filtered('MediaProcessors', "startswith(Name,'Azure')").size() == 3
    }

    def "#filter is refused: #text"() {
        when:
        def response = client.get('Jobs?$filter=' + WireClient.encode(filter))

        then:
        response.statusCode() == 400
        WireClient.message(response).contains(text)

        where:
        filter                              | text
        ''                                  | 'Expression expected at position 0.'
        'State eq'                          | 'Expression expected at position 8.'
        'State eq 4 and'                    | 'Expression expected at position 14.'
        'eq 4'                              | "No property 'eq' exists"
        'State = 4'                         | 'Syntax error at position 6.'
        'State eq 4 5'                      | 'Syntax error at position 11.'
        'State eq 4 eq true eq true'        | 'Syntax error at position 11.'
        '(State eq 4'                       | "')' or operator expected at position 11."
        'State eq 4)'                       | 'Syntax error at position 10.'
        'Stat eq 4'                         | "No property 'Stat' exists in type 'Microsoft.Cloud.Media.Vod.Rest.Data.Models.Job' at position 0."
        'State eq 4 or Foo eq 1'            | "at position 14."
        'state eq 4'                        | "No property 'state' exists"
        "State eq '4'"                      | "Operator 'eq' incompatible with operand types 'Edm.Int32' and 'Edm.String' at position 6."
        'Name eq 4'                         | 'incompatible'
        "Created gt '2015-01-01'"           | "'Edm.DateTime' and 'Edm.String'"
        'true gt false'                     | 'incompatible'
        'Tasks eq null'                     | "No property 'Tasks'"
        'JobNotificationSubscriptions eq null' | 'incompatible'
        'State'                             | "Expression of type 'System.Boolean' expected at position 0."
        'not State'                         | "Operator 'not' incompatible with operand type 'Edm.Int32' at position 4."
        'State and true'                    | "Operator 'and' incompatible"
        "Name eq 'open"                     | 'Unterminated string literal at position 8.'
        "Created gt datetime'yesterday'"    | "Unrecognized literal 'datetime'yesterday'' at position 11."
        "Created gt datetime'2015-02-30T00:00:00'" | 'Unrecognized literal'
        "Created gt datetime'2015-02-11T00:00:00.12345678Z'" | 'Unrecognized literal'
        "Created gt datetime'2015-02-11T00:00:00+99:00'" | 'Unrecognized literal'
        "Id eq guid'x'"                     | 'Unrecognized literal'
        "Id eq guid'1-1-1-1-1'"             | 'Unrecognized literal'
        'State eq 1e999'                    | "Unrecognized literal '1e999' at position 9."
        "Id eq duration'P1D'"               | 'Unrecognized literal'
        'State eq 4x'                       | "Unrecognized literal '4x' at position 9."
        'State eq 99999999999999999999'     | 'Unrecognized literal'
        'State eq 9223372036854775808'      | 'Unrecognized literal'
        "startswith(Name)"                  | "No applicable function found for 'startswith' at position 0"
        "startswith(State,'4')"             | "No applicable function found for 'startswith'"
        "tolower(Name) eq 'x'"              | "Unknown function 'tolower' at position 0."
        "Id eq ''"                          | "Invalid Job id ''"
        "Id eq 'f3c43f94-327f-2347-90bb-3bf79f8559f1'" | 'position 6'
        "Id ne 'nb:tid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'" | 'Invalid Job id'
        '(' * 500 + 'true' + ')' * 500      | 'nested too deeply at position 100.'
        'not ' * 500 + 'true'               | 'nested too deeply'
    }
}
