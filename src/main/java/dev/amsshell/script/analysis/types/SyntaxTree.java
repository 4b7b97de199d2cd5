package dev.amsshell.script.analysis.types;

import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.SourceUnit;

/**
 * What the parser makes of a text. It parses and does no more: no class is looked up, and nothing
 * that a text asks of the compiler, such as fetching a library, is done.
 */
public final class SyntaxTree {
  private SyntaxTree() {}

  /**
   * The tree of a text.
   *
   * @throws CompilationFailedException when the text is not Groovy
   */
  public static ModuleNode of(String text) {
    SourceUnit unit = SourceUnit.create("input", text);
    unit.parse();
    unit.completePhase();
    unit.nextPhase();
    unit.convert();
    return unit.getAST();
  }
}
