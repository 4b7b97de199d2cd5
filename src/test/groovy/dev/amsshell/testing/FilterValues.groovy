package dev.amsshell.testing

/** What the operators and functions of filters give for values, in the plainest way. */
final class FilterValues {

    private FilterValues() {}

    /** Null equals null and nothing else, and is neither above nor below anything. */
    static boolean compared(String operator, Object a, Object b) {
        if (a == null || b == null) {
            return operator == 'eq' ? a === b : operator == 'ne' && a !== b
        }
        switch (operator) {
            case 'eq': return (a <=> b) == 0
            case 'ne': return (a <=> b) != 0
            case 'gt': return (a <=> b) > 0
            case 'ge': return (a <=> b) >= 0
            case 'lt': return (a <=> b) < 0
            default: return (a <=> b) <= 0
        }
    }

    static Boolean both(Object a, Object b) {
        false in [a, b] ? false : null in [a, b] ? null : true
    }

    static Boolean either(Object a, Object b) {
        true in [a, b] ? true : null in [a, b] ? null : false
    }

    static Boolean not(Object a) {
        a == null ? null : !a
    }

    /** Of null every function is null. */
    static Object called(String function, List<?> arguments) {
        if (null in arguments) {
            return null
        }
        switch (function) {
            case 'startswith': return arguments[0].startsWith(arguments[1])
            case 'endswith': return arguments[0].endsWith(arguments[1])
            case 'substringof': return arguments[1].contains(arguments[0])
            default: return arguments[0].length()
        }
    }
}
