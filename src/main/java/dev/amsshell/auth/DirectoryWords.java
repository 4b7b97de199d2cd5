package dev.amsshell.auth;

/**
 * What the codes of the directory (AADSTS...) mean to whoever reads them at night. Codes that
 * nobody thought of are told in the directory's own words.
 *
 * @param what what it means
 * @param advice what to do
 */
record DirectoryWords(String what, String advice) {
  /** The user has declined. */
  static final int DECLINED = 65004;

  /**
   * The meaning of a complaint.
   *
   * @param code its number; 0 when it has none
   * @param said the directory's own words
   */
  static DirectoryWords of(int code, String said, SignInTrouble.Attempt attempt) {
    String plain = SignInTrouble.text(said);
    String application = attempt.clientId();
    String tenant = attempt.directory().tenant();
    return switch (code) {
      case 7000215 ->
          new DirectoryWords(
              "the client secret of application %s is wrong".formatted(application),
              "Use the value of the secret and not its id; make a new one if in doubt.");
      case 7000222 ->
          new DirectoryWords(
              "the client secret of application %s has expired".formatted(application),
              "Make a new one: Azure portal, App registrations, Certificates & secrets.");
      case 7000218 ->
          new DirectoryWords(
              "application %s must prove itself".formatted(application),
              "For users, it must allow public client flows; else give client-secret or certificate.");
      case 700016 ->
          new DirectoryWords(
              "there is no application %s in tenant %s".formatted(application, tenant),
              "Check client-id, and that tenant is the one it belongs to.");
      case 90002, 900023, 900021, 50059 ->
          new DirectoryWords(
              "there is no tenant '%s'".formatted(tenant),
              "Check tenant, its GUID or domain, and that authority is of the right cloud.");
      case 700024 ->
          new DirectoryWords(
              "it takes the application's proof for too old or too new" + clocks(said, attempt),
              "Set the clock of this machine right.");
      case 700027, 700025, 700023, 50027 ->
          new DirectoryWords(
              "the certificate is not one of application %s (%s)".formatted(application, plain),
              "Register the certificate with the application, or use the one that is.");
      case 500011 ->
          new DirectoryWords(
              "tenant %s knows no service %s".formatted(tenant, attempt.directory().resource()),
              "Check tenant, cloud and resource.");
      case 50173, 700082, 700084, 70008, 70043, 50132, 50133, 50078 ->
          new DirectoryWords("the sign-in has expired or was revoked", attempt.again());
      case 50076, 50079, 50074, 50158, 50005, 16000, 50058 ->
          new DirectoryWords("it wants the user to prove more than before", attempt.again());
      case 65001 ->
          new DirectoryWords(
              "nobody has consented that application %s acts for users".formatted(application),
              "Ask an administrator of tenant %s to consent.".formatted(tenant));
      case DECLINED, 70000 -> new DirectoryWords("the sign-in was declined", attempt.again());
      case 70020, 70019 -> new DirectoryWords("the code was not used in time", attempt.again());
      case 53000, 53001, 53002, 53003 ->
          new DirectoryWords(
              "a rule of the tenant forbids it (conditional access)",
              "Sign in from where it is allowed, or ask an administrator of tenant %s."
                  .formatted(tenant));
      case 50034, 50126 -> new DirectoryWords("the user or the password is wrong", attempt.again());
      default ->
          new DirectoryWords(
              plain,
              attempt.profile().isEmpty()
                  ? "Check tenant, client-id and what proves it."
                  : attempt.again());
    };
  }

  private static String clocks(String said, SignInTrouble.Attempt attempt) {
    String skew = ClockSkew.of(said, attempt.context().clock().instant());
    return skew.isEmpty() ? "" : ": " + skew;
  }
}
