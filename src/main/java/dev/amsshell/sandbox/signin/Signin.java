package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.http.Site;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** All the endpoints that give out tokens. They ask for none; what is no path of theirs goes on. */
public final class Signin implements Service {

  private final List<Endpoint> endpoints;
  private final Service service;

  /**
   * @param tokens where tokens are written down that were given out
   * @param sessions the sign-ins of users
   * @param lifetimes how long access tokens are accepted
   * @param site the address of the sandbox, as clients spell it
   * @param service answers everything else
   */
  public Signin(
      Tokens tokens,
      Sessions sessions,
      TokenLifetimes lifetimes,
      Directory directory,
      Site site,
      Clock clock,
      Service service) {
    Mint mint = new Mint(tokens, lifetimes.ofDirectory(), directory, clock);
    this.endpoints =
        List.of(
            new AadEndpoint(directory, mint, sessions, site, clock),
            new DiscoveryEndpoint(directory, site),
            new AuthorizeEndpoint(directory, sessions.codes(), new AadErrors(clock)),
            new DeviceLoginEndpoint(directory, sessions.devices()),
            new AcsEndpoint(mint, lifetimes.ofAccessControl(), site),
            new ManagedIdentityEndpoint(directory, mint));
    this.service = service;
  }

  @Override
  public Answer answer(Request request) {
    for (Endpoint endpoint : endpoints) {
      Optional<Answer> answer = endpoint.answer(request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return service.answer(request);
  }
}
