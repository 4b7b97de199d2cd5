package dev.amsshell.config;

import java.net.URI;

/**
 * The directory that gives out tokens (wire sheet 1.1).
 *
 * @param authority its address, https, ending in a slash
 * @param tenant whose directory it is: a GUID, a domain, or {@code organizations} for users of any
 * @param resource the audience of tokens for the service
 * @param managementResource the audience of tokens for Azure Resource Manager
 */
public record Directory(URI authority, String tenant, String resource, String managementResource) {
  /** The tenant of users who do not say which. */
  static final String ANY_TENANT = "organizations";

  /** Authority and tenant, ending in a slash. */
  public String address() {
    return authority + tenant + "/";
  }
}
