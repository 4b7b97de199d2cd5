package dev.amsshell.render;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;

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
    if (shown instanceof Date date) {
      return Instant.ofEpochMilli(date.getTime());
    }
    return shown instanceof Optional<?> optional ? resolve(optional.orElse(null)) : shown;
  }
}
