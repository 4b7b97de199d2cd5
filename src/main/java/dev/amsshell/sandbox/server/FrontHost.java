package dev.amsshell.sandbox.server;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.PlainPath;
import dev.amsshell.sandbox.http.Redirect;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.http.Site;

/**
 * The common entry, which sends everybody on to the API of the account, whatever was asked for
 * (wire sheet 3). What is asked of the API itself goes there.
 */
public final class FrontHost implements Service {

  private final Site site;
  private final int port;
  private final Service api;

  /**
   * @param port where the API is
   */
  public FrontHost(Site site, int port, Service api) {
    this.site = site;
    this.port = port;
    this.api = api;
  }

  @Override
  public Answer answer(Request request) {
    return PlainPath.isApi(request.path())
        ? api.answer(request)
        : Redirect.to(site.apiRoot(request, port));
  }
}
