package dev.seaway.distribution;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A kind that the guide does not have: each service desk's queues, by a path parameter. */
final class Queues {

  private Queues() {}

  static ObjectNode blueprint() {
    return Stage.object("{'identifier':'queue','schema':{'properties':{}},'relations':{}}");
  }

  /** The entry of a mapping. */
  static ObjectNode resource() {
    return Stage.object(
        """
        {'kind': '/rest/servicedeskapi/servicedesk/{desk}/queue',
         'selector': {'data_path': '.values', 'path_parameters': {'desk': {
           'endpoint': '/rest/servicedeskapi/servicedesk',
           'data_path': '.values', 'field': '.id'}}},
         'port': {'entity': {'mappings': {
           'identifier': '.__desk + (.id | tostring)', 'blueprint': '\\'queue\\''}}}}
        """);
  }
}
