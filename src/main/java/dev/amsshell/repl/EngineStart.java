package dev.amsshell.repl;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Cancelled;
import dev.amsshell.script.PromptEngine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** The engine, which gets ready in the background while the user already types. */
final class EngineStart {
  private final CompletableFuture<PromptEngine> engine = new CompletableFuture<>();
  private final Cancellation preparation = new Cancellation();
  private final Supplier<PromptEngine> make;
  private final Preparation prepare;
  private volatile boolean isPreparing;
  private boolean hasBegun;

  /** What is done with an engine before its first input. */
  interface Preparation {
    void prepare(PromptEngine engine, Cancellation cancellation);
  }

  /**
   * @param make makes the engine
   * @param prepare what is done with it before anybody else has it
   */
  EngineStart(Supplier<PromptEngine> make, Preparation prepare) {
    this.make = make;
    this.prepare = prepare;
  }

  /** Begins to make it, unless that has begun. */
  synchronized void begin() {
    if (!hasBegun) {
      hasBegun = true;
      Thread thread = new Thread(this::make, "engine");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void make() {
    try {
      PromptEngine fresh = make.get();
      // the compiler takes longest the first time; nobody waits for it here
      fresh.load("warm", "1 + 1", new Cancellation());
      isPreparing = true;
      prepare.prepare(fresh, preparation);
      isPreparing = false;
      engine.complete(fresh);
    } catch (RuntimeException | Error e) {
      engine.completeExceptionally(e);
    }
  }

  /** Whether it is made, and what is done with it first still goes on. */
  boolean isPreparing() {
    return isPreparing;
  }

  /** The engine, if it is ready. */
  Optional<PromptEngine> ready() {
    return engine.isDone() && !engine.isCompletedExceptionally()
        ? Optional.of(engine.join())
        : Optional.empty();
  }

  /**
   * Waits until it is ready.
   *
   * @param cancellation of who waits: when he has enough, the preparation is cut short
   * @throws Cancelled when he had
   */
  PromptEngine await(Cancellation cancellation) {
    try (Cancellation.Registration cut = cancellation.onCancel(preparation::cancel)) {
      cancellation.abandoned().thenRun(preparation::abandon);
      CompletableFuture.anyOf(engine, cancellation.abandoned()).handle((one, e) -> null).get();
      cancellation.checkpoint();
      return engine.get();
    } catch (InterruptedException e) {
      throw new Cancelled();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  /** Does something once it is ready, on the thread that made it. */
  void whenReady(Runnable action) {
    engine.thenRun(action);
  }
}
