package dev.amsshell.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.control.SourceUnit;

/** Code as it stands in the script, for messages. */
final class WhereExcerpt {
  private static final int LONGEST = 60;

  private final List<String> lines;

  WhereExcerpt(SourceUnit source) {
    lines = lines(source);
  }

  private static List<String> lines(SourceUnit source) {
    try (BufferedReader reader = new BufferedReader(source.getSource().getReader())) {
      return reader.lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Where a chain of calls starts; the places of its links are their own. */
  static ASTNode start(ASTNode code) {
    ASTNode object = null;
    if (code instanceof PropertyExpression property) {
      object = property.getObjectExpression();
    } else if (code instanceof MethodCallExpression call && !call.isImplicitThis()) {
      object = call.getObjectExpression();
    }
    // what stands for a static import has no place
    return object == null || object.getLineNumber() < 1 ? code : start(object);
  }

  /** The text of some code on one line; a long one is cut. */
  String of(ASTNode code) {
    int first = start(code).getLineNumber();
    int last = code.getLastLineNumber();
    if (first < 1 || last < first || last > lines.size()) {
      return code.getText();
    }
    StringBuilder text = new StringBuilder();
    for (int number = first; number <= last; number++) {
      String line = lines.get(number - 1);
      int from = number == first ? start(code).getColumnNumber() - 1 : 0;
      int to = number == last ? code.getLastColumnNumber() - 1 : line.length();
      if (from < 0 || from > to || to > line.length()) {
        return code.getText();
      }
      text.append(line, from, to).append(' ');
    }
    String plain = text.toString().strip().replaceAll("\\s+", " ");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST - 3) + "..." : plain;
  }
}
