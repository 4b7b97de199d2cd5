package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Request;
import java.util.Optional;

/** Answers the requests of some paths. */
interface Endpoint {

  /** Nothing when the path is another's. */
  Optional<Answer> answer(Request request);
}
