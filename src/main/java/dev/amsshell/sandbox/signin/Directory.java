package dev.amsshell.sandbox.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one tenant of the sandbox and who is known in it.
 *
 * @param tenantId the tenant's GUID; its domain name is always {@link #DOMAIN}
 * @param principals in order; the first stands for the machine's managed identity
 */
public record Directory(String tenantId, List<Principal> principals) {

  /** The tenant's name. */
  public static final String DOMAIN = "sandbox.onmicrosoft.com";

  /** The tenant's GUID unless a scenario gives another. */
  public static final String TENANT_ID = "0a6ca2dd-5a4d-4c1e-9a1f-3d2b4c5e6f70";

  /** Applications of Microsoft that users may sign in with (wire sheet 1.1). */
  private static final Set<String> PUBLIC_CLIENTS =
      Set.of("d476653d-842c-4f52-862d-397463ada5e7", "68dac91e-cab5-461b-ab4a-ec7dcff0bd67");

  /** Names that stand for whatever tenant the user belongs to. */
  private static final Set<String> ANY_TENANT = Set.of("common", "organizations");

  /** Copies what it is given. */
  public Directory {
    principals = List.copyOf(principals);
  }

  /** An application, one without a role on the account, and a user. */
  public static Directory standard() {
    return new Directory(
        TENANT_ID,
        List.of(
            new Principal(
                "11111111-1111-1111-1111-111111111111",
                "sandbox-secret",
                null,
                null,
                null,
                true,
                false),
            new Principal(
                "22222222-2222-2222-2222-222222222222", "no-role", null, null, null, false, false),
            new Principal(
                "33333333-3333-3333-3333-333333333333",
                null,
                null,
                "operator@" + DOMAIN,
                "sandbox-password",
                true,
                false)));
  }

  /**
   * @throws AadRefusal unless it is the tenant, or stands for whatever tenant the user belongs to
   */
  void requireTenant(String name) {
    boolean tenant = name.equalsIgnoreCase(tenantId) || name.equalsIgnoreCase(DOMAIN);
    if (!tenant && !isAnyTenant(name)) {
      throw AadRefusal.invalidRequest(
          90002,
          "Tenant '"
              + name
              + "' not found. Check to make sure you have the correct tenant ID and are signing"
              + " into the correct cloud. The tenant of this sandbox is "
              + DOMAIN
              + ".");
    }
  }

  static boolean isAnyTenant(String name) {
    return ANY_TENANT.contains(name);
  }

  Optional<Principal> application(String clientId) {
    return principals.stream()
        .filter(each -> each.clientId().equalsIgnoreCase(clientId))
        .findFirst();
  }

  /**
   * The id of an application that users may sign in with.
   *
   * @throws AadRefusal when the form names none
   */
  String requireClient(Form form) {
    String id = form.required("client_id");
    if (!PUBLIC_CLIENTS.contains(id) && application(id).isEmpty()) {
      throw ClientProof.unknown(id);
    }
    return id;
  }

  Optional<Principal> user(String name) {
    return users().stream().filter(each -> each.user().equalsIgnoreCase(name)).findFirst();
  }

  List<Principal> users() {
    return principals.stream().filter(each -> each.user() != null).toList();
  }
}
