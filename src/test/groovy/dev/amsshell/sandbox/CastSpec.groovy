package dev.amsshell.sandbox

class CastSpec extends SandboxSpecification {

    def "#cast is as #plain"() {
        when:
        def found = client.filtered('Jobs', cast)

        then:
        found == client.filtered('Jobs', plain)
        !found.empty

        where:
        cast                                                  | plain
        "cast(State,'Edm.Int32') eq 4"                        | 'State eq 4'
        "cast(State, 'Edm.Int64') gt 4L"                      | 'State gt 4'
        "cast(RunningDuration,'Edm.Double') gt 1000000"       | 'RunningDuration gt 1000000'
        "startswith(cast(Name,'Edm.String'),'Enc')"           | "startswith(Name,'Enc')"
        "cast(Id,'Edm.String') eq '${WireClient.EXAMPLE}'"    | "Id eq '${WireClient.EXAMPLE}'"
    }

    def "#filter is refused"() {
        when:
        def response = client.get('Jobs?$filter=' + WireClient.encode(filter))

        then:
        response.statusCode() == 400
        WireClient.message(response) ==
            "No applicable function found for 'cast' at position 0: it takes a value and one of " +
            'Edm.Int32, Edm.Int64, Edm.Double, Edm.String.'

        where:
        filter << ["cast(State,'Edm.Guid') eq 4", 'cast(State) eq 4', 'cast(State,Name) eq 4', 'cast(State,null) eq 4',
                   "cast('Edm.Int32') eq 4"]
    }
}
