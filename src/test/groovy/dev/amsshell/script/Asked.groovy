package dev.amsshell.script

import dev.amsshell.dsl.WhereClosure
import dev.amsshell.job.InvalidJobId
import dev.amsshell.query.Condition
import dev.amsshell.query.Entities
import dev.amsshell.query.Entity

/** Stands where a query will: remembers what it is asked. */
class Asked {
    final Entity<?> entity
    Condition condition

    Asked(Entity<?> entity) {
        this.entity = entity
    }

    /** For `ams`. */
    static Map<String, Asked> account() {
        return Entities.ALL.collectEntries { [it.name(), new Asked(it)] }
    }

    Condition where(Closure<?> closure) {
        if (!(closure instanceof WhereClosure)) {
            throw new IllegalArgumentException('a closure held in a variable')
        }
        condition = closure.condition(entity) { String id ->
            if (!(id ==~ /job-\d+/)) {
                throw new InvalidJobId("no job id: $id", 'write job-1')
            }
            return id
        }
        return condition
    }

    @Override
    String toString() {
        return "asked about $entity"
    }
}
