package dev.amsshell.auth;

/** Somebody who signs in. */
public interface Interaction {
  /** Shows what to type where, in the directory's own words. */
  void showCode(String message);

  /** Tells something that is worth knowing. */
  void tell(String notice);

  /** Opens an address in a browser of this machine, and says it for whom none opens. */
  void open(String address);
}
