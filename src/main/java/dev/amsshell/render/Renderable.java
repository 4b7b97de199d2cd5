package dev.amsshell.render;

/** Something live that is shown as the value it stands for. */
public interface Renderable {
  /** The value to show; may ask the service. */
  Object rendered();

  /** What is shown of any value: what it stands for, or itself. */
  static Object resolve(Object value) {
    Object shown = value;
    while (shown instanceof Renderable live) {
      shown = live.rendered();
    }
    return shown;
  }
}
