package dev.amsshell.sandbox.arm;

/**
 * The media account as Azure Resource Manager knows it.
 *
 * @param subscription the GUID of the subscription it belongs to
 * @param name its name, as in the address of its API
 */
public record AccountResource(String subscription, String name) {

  /** The group of every account of the sandbox. */
  public static final String GROUP = "sandbox";

  private static final String SUBSCRIPTION = "44444444-4444-4444-4444-444444444444";
  private static final String NAME = "amssandbox";

  /** The one there is unless a scenario has another. */
  public static AccountResource standard() {
    return new AccountResource(SUBSCRIPTION, NAME);
  }

  /** Its path. */
  String id() {
    return "/subscriptions/%s/resourceGroups/%s/providers/%s/%s"
        .formatted(subscription, GROUP, ResourceManager.TYPE, name);
  }
}
