package dev.amsshell.script;

import dev.amsshell.script.analysis.types.ShellTypes;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.control.ClassNodeResolver;
import org.codehaus.groovy.control.CompilationUnit;

/**
 * Knows our types by their short names, for scripts that declare them. Unlike imports, these give
 * way to whatever else goes by the name: a {@code class Task} of the script or in a file beside it.
 */
final class TypeNames extends ClassNodeResolver {
  @Override
  public LookupResult findClassNode(String name, CompilationUnit unit) {
    LookupResult found = super.findClassNode(name, unit);
    return found == null && ShellTypes.BY_NAME.containsKey(name)
        ? new LookupResult(null, ClassHelper.make(ShellTypes.BY_NAME.get(name)))
        : found;
  }
}
