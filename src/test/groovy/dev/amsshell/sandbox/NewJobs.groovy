package dev.amsshell.sandbox

/** Jobs as clients submit them in verbose JSON. */
class NewJobs {

    static final String STANDARD = 'nb:mpid:UUID:ff4df607-d419-42f0-bc17-a481b1331e56'

    /** An asset of the account that can be encoded. */
    static String asset(WireClient client) {
        client.rows("Jobs('${WireClient.EXAMPLE}')/InputMediaAssets")[0].Id
    }

    static Map link(WireClient client, String asset = asset(client)) {
        [__metadata: [uri: "https://HOST/api/Assets('${asset.replace(':', '%3A')}')".toString()]]
    }

    static Map task(Map changes = [:]) {
        [Configuration: 'Adaptive Streaming', MediaProcessorId: STANDARD, TaskBody: body()] + changes
    }

    static String body(String input = 'JobInputAsset(0)', int output = 0, String attributes = '') {
        '<?xml version="1.0" encoding="utf-8"?><taskBody>' +
            "<inputAsset>$input</inputAsset><outputAsset$attributes>JobOutputAsset($output)</outputAsset></taskBody>"
    }

    static Map job(WireClient client, Map changes = [:]) {
        [Name: 'NewTestJob', InputMediaAssets: [link(client)], Tasks: [task()]] + changes
    }
}
