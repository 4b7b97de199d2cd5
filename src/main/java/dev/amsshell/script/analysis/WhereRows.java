package dev.amsshell.script.analysis;

import dev.amsshell.query.Entity;
import dev.amsshell.query.Property;
import java.util.Optional;

/**
 * What the condition of a query may ask about.
 *
 * @param entity the rows
 * @param row the name of a row in the condition
 * @param isNamed whether the condition names it, so that bare names are no properties
 */
record WhereRows(Entity<?> entity, String row, boolean isNamed) {
  /** The property that a name by itself means. */
  Optional<Property> bare(String name) {
    return isNamed ? Optional.empty() : entity.find(name);
  }
}
