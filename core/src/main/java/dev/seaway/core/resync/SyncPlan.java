package dev.seaway.core.resync;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Source;
import dev.seaway.core.SeawayException;
import dev.seaway.core.read.Listing;
import dev.seaway.mapping.Mapping;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.mapping.Resource;
import dev.seaway.mapping.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run reads, in the mapping's order. Resources that ask for the same list share its pages.
 */
public record SyncPlan(List<KindPlan> kinds) {

  private record Asked(String kind, Selector selector) {}

  /** Plans the mapping's resources; all faults in them are reported together. */
  public static SyncPlan of(MappingDocument mapping, Source source) {
    KindResolver kinds = new KindResolver(source);
    List<KindPlan> plans = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Map.Entry<Asked, List<Mapping>> group : groups(mapping).entrySet()) {
      Asked asked = group.getKey();
      try {
        KindPlan.Reading reading = kinds.reading(asked.kind(), asked.selector());
        List<Mapping> mappings = List.copyOf(group.getValue());
        plans.add(new KindPlan(asked.kind(), reading.namedBy(mappings), mappings));
      } catch (SeawayException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    if (!faults.isEmpty()) {
      throw new SeawayException(SeawayException.Category.USER, String.join("\n", faults));
    }
    return new SyncPlan(plans);
  }

  private static Map<Asked, List<Mapping>> groups(MappingDocument mapping) {
    Map<Asked, List<Mapping>> groups = new LinkedHashMap<>();
    for (Resource resource : mapping.resources()) {
      Asked asked = new Asked(resource.kind(), resource.selector());
      groups.computeIfAbsent(asked, none -> new ArrayList<>()).add(resource.mapping());
    }
    return groups;
  }

  /** What is read and how: the same text in another process that reads the same. */
  public String fingerprint() {
    return kinds.stream().map(SyncPlan::fingerprint).collect(Collectors.joining("\n"));
  }

  private static String fingerprint(KindPlan kind) {
    return switch (kind.reading()) {
      case KindPlan.Reading.List(Listing listing, var _, var _) ->
          kind.name() + " " + fingerprint(listing);
      case KindPlan.Reading.Code _ -> kind.name();
    };
  }

  private static String fingerprint(Listing listing) {
    ApiRequest request = listing.request();
    return Stream.of(
            request.method(),
            request.target(),
            request.query(),
            request.headers(),
            request.body().map(ApiRequest.Body::text),
            listing.pagination(),
            listing.parameters().stream()
                .map(parameter -> parameter.name() + " " + fingerprint(parameter.values()))
                .toList())
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  /** Those of the kinds that are lists behind paths. */
  List<Listing> listings() {
    return kinds.stream()
        .map(KindPlan::reading)
        .filter(KindPlan.Reading.List.class::isInstance)
        .map(reading -> ((KindPlan.Reading.List) reading).listing())
        .toList();
  }
}
