package dev.amsshell.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Gives each input of a prompt the imports of those before it. */
final class PromptImports extends CompilationCustomizer {
  private final List<ImportNode> kept = new ArrayList<>();
  private final List<ImportNode> fresh = new ArrayList<>();
  private ModuleNode seen;

  PromptImports() {
    super(CompilePhase.CONVERSION);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    ModuleNode module = source.getAST();
    if (module == seen) {
      return;
    }
    seen = module;
    fresh.clear();
    fresh.addAll(module.getImports());
    fresh.addAll(module.getStarImports());
    fresh.addAll(module.getStaticImports().values());
    fresh.addAll(module.getStaticStarImports().values());
    kept.forEach(each -> add(module, each));
  }

  /** Keeps the imports of the input that was compiled last, since it did compile. */
  void keep() {
    for (ImportNode each : fresh) {
      kept.removeIf(old -> isReplaced(old, each));
      kept.add(each);
    }
    fresh.clear();
  }

  /** The imports that are kept, as they are written, the oldest first. */
  List<String> kept() {
    return kept.stream().map(each -> each.getText().strip()).toList();
  }

  /** Keeps none any more. */
  void clear() {
    kept.clear();
  }

  /** By the same import, or by another one that means something else by the same name. */
  private static boolean isReplaced(ImportNode old, ImportNode fresh) {
    return old.getText().equals(fresh.getText())
        || !old.isStar()
            && !fresh.isStar()
            && old.isStatic() == fresh.isStatic()
            && Objects.equals(old.getAlias(), fresh.getAlias());
  }

  private static void add(ModuleNode module, ImportNode old) {
    ClassNode type = old.getType() == null ? null : ClassHelper.make(old.getType().getName());
    if (old.isStatic() && old.isStar()) {
      module.addStaticStarImport(old.getClassName(), type);
    } else if (old.isStatic()) {
      if (!module.getStaticImports().containsKey(old.getAlias())) {
        module.addStaticImport(type, old.getFieldName(), old.getAlias());
      }
    } else if (old.isStar()) {
      module.addStarImport(old.getPackageName());
    } else if (module.getImport(old.getAlias()) == null) {
      module.addImport(old.getAlias(), type);
    }
  }
}
