package dev.amsshell.sandbox.odata;

/** The namespaces of Atom and of OData (wire sheet 9). */
final class XmlNames {

  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String PUBLISHING = "http://www.w3.org/2007/app";
  static final String DATA = "http://schemas.microsoft.com/ado/2007/08/dataservices";
  static final String METADATA = DATA + "/metadata";
  static final String GEORSS = "http://www.georss.org/georss";
  static final String GML = "http://www.opengis.net/gml";

  /** What is before the name of a navigation in the relation of a link. */
  static final String RELATED = DATA + "/related/";

  static final String SCHEME = DATA + "/scheme";

  private XmlNames() {}
}
