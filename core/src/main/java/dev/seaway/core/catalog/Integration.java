package dev.seaway.core.catalog;

/**
 * Who writes: the catalog knows what belongs to whom by it.
 *
 * @param type the connector's name
 * @param identifier this installation's name
 * @param version Seaway's version
 */
public record Integration(String type, String identifier, String version) {

  /**
   * The User-Agent of every call. Port Ocean's form, so that its entities are known as this
   * integration's.
   */
  public String userAgent() {
    return "port-ocean/" + type + "/" + version + "/" + identifier;
  }

  /**
   * The User-Agent of calls that concern entities, which the catalog keeps as the entities'
   * datasource.
   */
  public String datasource() {
    return userAgent() + "/exporter";
  }

  /** The beginning that this integration's datasources share, whatever the version that wrote. */
  public String datasourcePrefix() {
    return "port-ocean/" + type + "/";
  }

  /** The end that this integration's datasources share. */
  public String datasourceSuffix() {
    return "/" + identifier + "/exporter";
  }
}
