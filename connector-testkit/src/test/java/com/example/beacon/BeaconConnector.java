package com.example.beacon;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Connector;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Option;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Secret;
import dev.seaway.connector.Source;
import java.net.URI;
import java.util.List;

/** Beacon, a tool for incidents. */
public final class BeaconConnector implements Connector<BeaconConnector.Config> {
  /** What a user sets. */
  public record Config(
      @Option(value = "Address of the API", byDefault = "https://api.beacon.example") URI baseUrl,
      @Option("API token, made under Settings > Tokens") Secret token,
      @Option(value = "Records per page", byDefault = "100", min = 1, max = 500) int pageSize) {}

  @Override
  public String name() {
    return "beacon";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Source source(Config config) {
    var data = JsonPointer.compile("/data");
    var cursor = List.of(JsonPointer.compile("/meta/next_cursor"));
    var noFlags = new EndSigns(List.of(), List.of());
    var pages = new Pagination.Cursor("cursor", "limit", config.pageSize(), cursor, noFlags);
    var incident = new Kind.Parent("incidentId", "incident", JsonPointer.compile("/id"));
    var notes = ApiRequest.get("/v1/incidents/{incidentId}/notes");
    List<Kind> kinds =
        List.of(
            Kind.Api.of("incident", "/v1/incidents", data, pages),
            new Kind.Api("note", notes, data, pages, List.of(incident)));
    return Source.of(config.baseUrl(), new Auth.Bearer(config.token()), kinds);
  }
}
