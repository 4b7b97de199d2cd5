package dev.amsshell.sandbox.arm;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.JsonObjects;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that Azure Resource Manager answers with an error. */
final class ArmRefusal extends RuntimeException {

  private final int status;
  private final String code;

  /**
   * @param code the name of the error
   */
  ArmRefusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static ArmRefusal notFound(String code, String message) {
    return new ArmRefusal(404, code, message);
  }

  Answer answer() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", getMessage());
    Answer answer = JsonObjects.answer(status, Map.of("error", error));
    return status == 401
        ? answer.with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        : answer;
  }
}
