package dev.amsshell.sandbox.odata;

import java.util.List;
import java.util.Map;

/**
 * The value of a collection property.
 *
 * @param elementType the qualified name of the complex type
 * @param items the members of each element, in the order of the wire
 */
public record ComplexList(String elementType, List<Map<String, Object>> items) {

  String type() {
    return "Collection(" + elementType + ")";
  }
}
