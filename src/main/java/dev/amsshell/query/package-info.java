/** What can be asked of a service, as pure values: predicate trees, order, limits. */
package dev.amsshell.query;
