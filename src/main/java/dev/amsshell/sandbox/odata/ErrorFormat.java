package dev.amsshell.sandbox.odata;

/** A representation in which at least an error can be written. */
public interface ErrorFormat {

  String contentType();

  /** The DataServiceVersion of an error. */
  String errorVersion();

  String error(String message);
}
