package dev.amsshell.render;

/** Something live that is shown as the value it stands for. */
public interface Renderable {
  /** The value to show; may ask the service. */
  Object rendered();
}
