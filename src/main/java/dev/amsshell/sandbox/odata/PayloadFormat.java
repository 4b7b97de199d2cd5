package dev.amsshell.sandbox.odata;

/** A representation in which every resource, and every error, can be written. */
public interface PayloadFormat {

  /** The Content-Type of that resource (wire sheet 2). */
  String contentType(Resource resource);

  /** The DataServiceVersion of the answer: OData 3.0 only where it is needed (wire sheet 4.5). */
  String version(Resource resource);

  String write(Resource resource);

  /** The Content-Type of an error (wire sheet 7.1). */
  String errorContentType();

  /** The DataServiceVersion of an error. */
  String errorVersion();

  String error(String message);
}
