package dev.amsshell.config;

import java.util.Optional;

/** Where the service of a profile is. */
public sealed interface Location {
  /** The address, as far as it is known without asking. */
  String describe();

  /** At an address that is known. */
  record At(Endpoint endpoint) implements Location {
    @Override
    public String describe() {
      return endpoint.toString();
    }
  }

  /**
   * Where Azure Resource Manager says (wire sheet 1.1).
   *
   * @param resourceManager the address of Azure Resource Manager
   * @param cloud whose hosts the endpoint may be one of
   * @param subscription the GUID of the subscription
   * @param group the resource group; nothing looks through all of them
   * @param account the name of the account
   */
  record ByAccount(
      Endpoint resourceManager,
      Cloud cloud,
      String subscription,
      Optional<String> group,
      String account)
      implements Location {
    @Override
    public String describe() {
      return "account %s of subscription %s, by %s"
          .formatted(account, subscription, resourceManager);
    }
  }
}
