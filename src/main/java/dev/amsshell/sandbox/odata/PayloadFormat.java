package dev.amsshell.sandbox.odata;

/** A representation in which every resource can be written. */
public interface PayloadFormat extends ErrorFormat {

  /** The DataServiceVersion of the answer: OData 3.0 only where it is needed (wire sheet 4.5). */
  String version(Resource resource);

  String write(Resource resource);
}
