package dev.amsshell.script;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Defines the classes of one compiled script. */
final class ScriptLoader extends ClassLoader {
  private final CompiledScript script;

  ScriptLoader(CompiledScript script, ClassLoader parent) {
    super(parent);
    this.script = script;
  }

  Class<?> mainClass() throws ClassNotFoundException {
    return loadClass(script.mainClass());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // a script's own class wins over one of the same name in the shell
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      return script.classes().containsKey(name) ? findClass(name) : super.loadClass(name, resolve);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = script.classes().get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes =
        name.endsWith(".class")
            ? script.classes().get(name.substring(0, name.length() - 6).replace('/', '.'))
            : null;
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }
}
