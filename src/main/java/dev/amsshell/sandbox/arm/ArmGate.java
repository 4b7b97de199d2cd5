package dev.amsshell.sandbox.arm;

import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.signin.Audience;
import dev.amsshell.sandbox.signin.BearerToken;
import dev.amsshell.sandbox.signin.Tokens;

/** Asks for a token of Azure Resource Manager, which is not one of the media API. */
final class ArmGate {

  private final Tokens tokens;
  private final AccountResource account;

  ArmGate(Tokens tokens, AccountResource account) {
    this.tokens = tokens;
    this.account = account;
  }

  /**
   * @throws ArmRefusal unless the token opens it
   */
  void check(Request request) {
    if (request.headers().get("Authorization").isEmpty()) {
      throw unauthorized(
          "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
    }
    Tokens.Standing standing =
        BearerToken.of(request)
            .map(token -> tokens.standing(token, Audience.MANAGEMENT))
            .orElse(Tokens.Standing.UNKNOWN);
    switch (standing) {
      case ACCEPTED -> {}
      case WITHOUT_ROLE ->
          throw new ArmRefusal(
              403,
              "AuthorizationFailed",
              "The client does not have authorization to perform action '"
                  + ResourceManager.TYPE
                  + "/read' over scope '"
                  + account.id()
                  + "' or the scope is invalid. If access was recently granted, please refresh"
                  + " your credentials.");
      case OTHER_AUDIENCE ->
          throw unauthorized(
              "InvalidAuthenticationTokenAudience",
              "The access token has been obtained for wrong audience or resource. It should"
                  + " exactly match with one of the allowed audiences"
                  + " 'https://management.core.windows.net/','https://management.azure.com/'.");
      case EXPIRED ->
          throw unauthorized(
              "ExpiredAuthenticationToken",
              "The access token expiry UTC time is earlier than current UTC time.");
      case UNKNOWN ->
          throw unauthorized("InvalidAuthenticationToken", "The access token is invalid.");
    }
  }

  private static ArmRefusal unauthorized(String code, String message) {
    return new ArmRefusal(401, code, message);
  }
}
