package dev.amsshell.script.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/** Finds the literals of a syntax tree that are given to a name for secrets. */
final class SecretExpressions extends ClassCodeVisitorSupport {
  private static final int SHORTEST_NUMBER = 6;

  /** What stands before a secret in a header, and is none itself. */
  private static final Pattern SCHEMES =
      Pattern.compile("(?i)\\b(?:basic|bearer|sharedaccesssignature|sharedkey|wrap)\\b");

  private static final Pattern NAME = Pattern.compile("[\\w.-]+");

  /** What makes another thing of a text than the text in another form. */
  private static final Set<String> NOT_THE_TEXT = Set.of("execute", "toURI", "toURL");

  /** Calls whose arguments stand side by side without one being the name of the next. */
  private static final Set<String> NO_PAIRS =
      Set.of("equals", "print", "printf", "println", "replace", "replaceAll", "replaceFirst");

  private final Set<Expression> found = new LinkedHashSet<>();

  /** Looks through a whole text. */
  void visit(ModuleNode module) {
    module.getClasses().forEach(this::visitClass);
  }

  /** The literals that are secrets by the names they are given to. */
  Set<Expression> found() {
    return found;
  }

  @Override
  public void visitBinaryExpression(BinaryExpression binary) {
    int operator = binary.getOperation().getType();
    Expression left = binary.getLeftExpression();
    Expression right = binary.getRightExpression();
    if (Types.ofType(operator, Types.ASSIGNMENT_OPERATOR) || operator == Types.LEFT_SHIFT) {
      assigned(left, right);
    } else if (operator == Types.COMPARE_EQUAL || operator == Types.COMPARE_NOT_EQUAL) {
      assigned(left, right);
      assigned(right, left);
    }
    super.visitBinaryExpression(binary);
  }

  @Override
  public void visitMapEntryExpression(MapEntryExpression entry) {
    assigned(entry.getKeyExpression(), entry.getValueExpression());
    super.visitMapEntryExpression(entry);
  }

  @Override
  public void visitMethodCallExpression(MethodCallExpression call) {
    String name = String.valueOf(call.getMethodAsString());
    List<Expression> arguments = listed(call.getArguments());
    if (SecretNames.takesSecret(name)) {
      arguments.forEach(this::secret);
    } else if (!NO_PAIRS.contains(name)) {
      for (int i = 1; i < arguments.size(); i++) {
        if (arguments.get(i - 1) instanceof ConstantExpression key) {
          assigned(key, arguments.get(i));
        }
      }
    }
    super.visitMethodCallExpression(call);
  }

  @Override
  public void visitConstructorCallExpression(ConstructorCallExpression call) {
    if (SecretNames.isSecret(call.getType().getNameWithoutPackage())) {
      listed(call.getArguments()).forEach(this::secret);
    }
    super.visitConstructorCallExpression(call);
  }

  @Override
  public void visitClosureExpression(ClosureExpression closure) {
    defaults(closure.getParameters());
    super.visitClosureExpression(closure);
  }

  @Override
  protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
    defaults(method.getParameters());
    super.visitConstructorOrMethod(method, isConstructor);
  }

  @Override
  public void visitField(FieldNode field) {
    given(field.getName(), field.getInitialExpression());
    super.visitField(field);
  }

  @Override
  protected void visitAnnotation(AnnotationNode annotation) {
    annotation.getMembers().forEach(this::given);
    super.visitAnnotation(annotation);
  }

  @Override
  protected SourceUnit getSourceUnit() {
    return null;
  }

  private void defaults(Parameter[] parameters) {
    if (parameters != null) {
      for (Parameter each : parameters) {
        given(each.getName(), each.getInitialExpression());
      }
    }
  }

  private void assigned(Expression target, Expression value) {
    if (target instanceof TupleExpression targets && value instanceof ListExpression values) {
      int pairs = Math.min(targets.getExpressions().size(), values.getExpressions().size());
      for (int i = 0; i < pairs; i++) {
        assigned(targets.getExpression(i), values.getExpression(i));
      }
    } else {
      given(nameOf(target), value);
    }
  }

  private void given(String name, Expression value) {
    if (name != null && value != null && SecretNames.isSecret(name)) {
      secret(value);
    }
  }

  /** The name that a target, or a key, goes by; null when that is not known before it runs. */
  private static String nameOf(Expression target) {
    if (target instanceof VariableExpression variable) {
      return variable.getName();
    }
    if (target instanceof PropertyExpression property) {
      return property.getPropertyAsString();
    }
    if (target instanceof BinaryExpression binary
        && binary.getOperation().getType() == Types.LEFT_SQUARE_BRACKET) {
      return nameOf(binary.getRightExpression());
    }
    boolean isName =
        target instanceof ConstantExpression constant
            && constant.getValue() instanceof String text
            && NAME.matcher(text).matches();
    return isName ? target.getText() : null;
  }

  /** Takes the literals that become the value of an expression, not those that lead to it. */
  private void secret(Expression value) {
    if (value instanceof ConstantExpression constant) {
      if (isSecret(constant.getValue())) {
        found.add(constant);
      }
    } else if (value instanceof GStringExpression text) {
      if (text.getStrings().stream().anyMatch(part -> isSecret(part.getValue()))) {
        found.add(text);
      }
      text.getValues().forEach(this::secret);
    } else if (value instanceof TernaryExpression choice) {
      secret(choice.getTrueExpression());
      secret(choice.getFalseExpression());
    } else if (value instanceof BinaryExpression binary) {
      secretIn(binary);
    } else if (value instanceof CastExpression cast) {
      secret(cast.getExpression());
    } else if (value instanceof ListExpression list) {
      list.getExpressions().forEach(this::secret);
    } else if (value instanceof ArrayExpression array) {
      array.getExpressions().forEach(this::secret);
    } else if (value instanceof MapExpression map) {
      map.getMapEntryExpressions().forEach(entry -> secret(entry.getValueExpression()));
    } else if (value instanceof PropertyExpression property) {
      secretForm(property.getObjectExpression(), property.getProperty());
    } else if (value instanceof MethodCallExpression call) {
      secretForm(call.getObjectExpression(), call.getMethod());
      if (call.isImplicitThis() && isQuoted(call.getMethod())) {
        // two strings side by side, as in 'it''s', are a call to Groovy
        secret(call.getMethod());
        listed(call.getArguments()).forEach(this::secret);
      }
    } else if (value instanceof ConstructorCallExpression call
        && call.getType().getName().equals("String")) {
      listed(call.getArguments()).forEach(this::secret);
    }
  }

  private void secretIn(BinaryExpression binary) {
    int operator = binary.getOperation().getType();
    if (Types.ofType(operator, Types.ASSIGNMENT_OPERATOR)) {
      secret(binary.getRightExpression());
    } else if (Types.ofType(operator, Types.MATH_OPERATOR)) {
      secret(binary.getLeftExpression());
      secret(binary.getRightExpression());
    }
  }

  /** As in {@code 'text'.toCharArray()}. */
  private void secretForm(Expression receiver, Expression member) {
    if (!NOT_THE_TEXT.contains(member.getText())) {
      int before = found.size();
      secret(receiver);
      if (found.size() > before && isQuoted(member)) {
        secret(member);
      }
    }
  }

  private static boolean isQuoted(Expression member) {
    return member instanceof ConstantExpression
        && member.getLastColumnNumber() - member.getColumnNumber() != member.getText().length();
  }

  private static boolean isSecret(Object value) {
    if (value instanceof Number number) {
      return number.toString().length() >= SHORTEST_NUMBER;
    }
    return value instanceof String text
        && SCHEMES
            .matcher(text)
            .replaceAll("")
            .codePoints()
            .anyMatch(c -> !Character.isWhitespace(c));
  }

  private static List<Expression> listed(Expression arguments) {
    return arguments instanceof TupleExpression tuple ? tuple.getExpressions() : List.of(arguments);
  }
}
