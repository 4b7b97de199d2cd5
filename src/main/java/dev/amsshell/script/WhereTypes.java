package dev.amsshell.script;

import groovy.transform.CompileStatic;
import groovy.transform.TypeChecked;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.Expression;

/** Tells whether types are checked in some code, so that names must mean something to Groovy. */
final class WhereTypes {
  private WhereTypes() {}

  static boolean areChecked(ClassNode type) {
    MethodNode method = type.getEnclosingMethod();
    ClassNode outer = type.getOuterClass();
    boolean around = outer != null && areChecked(outer);
    return areChecked((AnnotatedNode) type, method == null ? around : areChecked(method, around));
  }

  /** Its own annotation decides, else what is around it. */
  static boolean areChecked(AnnotatedNode node, boolean around) {
    boolean areChecked = around;
    for (AnnotationNode annotation : node.getAnnotations()) {
      String name = annotation.getClassNode().getName();
      if (name.equals(CompileStatic.class.getName()) || name.equals(TypeChecked.class.getName())) {
        Expression mode = annotation.getMember("value");
        areChecked = mode == null || !mode.getText().endsWith("SKIP");
      }
    }
    return areChecked;
  }
}
