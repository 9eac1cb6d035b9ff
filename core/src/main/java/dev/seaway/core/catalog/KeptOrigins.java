package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.InterruptibleLock;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The origins that the catalog keeps of this integration. What two of them have written cannot be
 * told apart, so nothing is deleted until the user has said whose it is. Thread-safe.
 */
public final class KeptOrigins implements Origins {

  private static final Logger log = LoggerFactory.getLogger(KeptOrigins.class);

  /** One stranger is enough to object; further ones need not be named. */
  private static final int MOST_KEPT = 4;

  /** Credentials that have expired, a timeout, a limit. */
  private static final Set<Integer> PASSING = Set.of(401, 408, 429);

  private final CatalogClient catalog;
  private final Origin own;
  private final Consumer<JsonNode> changedByUs;
  private final InterruptibleLock oneAtATime =
      new InterruptibleLock("the origins that the catalog keeps");
  private boolean mayAdopt;
  private boolean confirmed;
  private boolean forgetful;
  private String said = "";

  /**
   * @param adopt whether this origin takes the place of those that are kept, once
   * @param changedByUs told what the catalog says to a change of the integration
   */
  public KeptOrigins(
      CatalogClient catalog, Origin own, boolean adopt, Consumer<JsonNode> changedByUs) {
    this.catalog = catalog;
    this.own = own;
    this.mayAdopt = adopt;
    this.changedByUs = changedByUs;
  }

  @Override
  public void confirm() {
    oneAtATime.call(this::confirmed);
  }

  private boolean confirmed() {
    if (!confirmed) {
      StampedVersion before = kept();
      StampedVersion after = mayAdopt ? adopt(before) : add(before);
      confirmed = true;
      others(after).ifPresent(this::say);
    }
    return true;
  }

  @Override
  public Optional<String> objection() {
    return oneAtATime.call(this::objectionNow);
  }

  private Optional<String> objectionNow() {
    StampedVersion kept = kept();
    if (confirmed) {
      // Another process that read the list at the same time may have put its own in our place.
      add(kept);
    }
    Optional<String> others = others(kept);
    others.ifPresent(this::say);
    return others.map(
        names ->
            "the integration %s also holds what was read from %s, and this run reads %s"
                .formatted(catalog.integration().identifier(), names, own));
  }

  private StampedVersion adopt(StampedVersion before) {
    StampedVersion after = keep(before, only());
    mayAdopt = false;
    if (forgetful) {
      return after;
    }
    String place = others(before).map(names -> " in place of " + names).orElse("");
    log.warn(
        "OCEAN__SEAWAY__ADOPT_ORIGIN: the integration {} now belongs to {}{}. Remove the option,"
            + " so that a second site under this identifier is noticed.",
        catalog.integration().identifier(),
        own,
        place);
    return after;
  }

  private StampedVersion add(StampedVersion before) {
    if (before.origins().size() >= MOST_KEPT) {
      return before;
    }
    SortedSet<Origin> all = only();
    all.addAll(before.origins());
    return keep(before, all);
  }

  private SortedSet<Origin> only() {
    SortedSet<Origin> only = new TreeSet<>();
    only.add(own);
    return only;
  }

  /**
   * A catalog that was asked in vain is not asked again: each change is told to all listeners.
   *
   * @return what the catalog keeps then
   */
  private StampedVersion keep(StampedVersion before, SortedSet<Origin> origins) {
    if (forgetful || before.origins().equals(origins)) {
      return before;
    }
    try {
      changedByUs.accept(
          catalog.patchIntegration(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("version", before.withOrigins(origins).text())));
      StampedVersion after = kept();
      if (!after.origins().contains(own)) {
        forgets("it has forgotten it at once");
      }
      return after;
    } catch (CatalogException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      forgets(String.valueOf(e.getMessage()));
      return before;
    }
  }

  /** Whoever may not change the integration can still write and delete entities. */
  private static boolean isRefusal(CatalogException failure) {
    return failure.getCause() instanceof ApiException cause
        && cause.status().stream()
            .anyMatch(status -> status >= 400 && status < 500 && !PASSING.contains(status));
  }

  private void forgets(String why) {
    forgetful = true;
    log.warn(
        "The catalog does not keep that the integration {} is read from {} ({}), so a second site"
            + " under this identifier would not be noticed. See that each site has an"
            + " OCEAN__INTEGRATION__IDENTIFIER of its own.",
        catalog.integration().identifier(),
        own,
        why);
  }

  private StampedVersion kept() {
    return catalog.kept(catalog.state().orElseGet(MissingNode::getInstance));
  }

  private Optional<String> others(StampedVersion kept) {
    return Optional.of(
            kept.origins().stream()
                .filter(origin -> !origin.equals(own))
                .map(Origin::text)
                .collect(Collectors.joining(", ")))
        .filter(names -> !names.isEmpty());
  }

  /** Once in a process, unless the others change. */
  private void say(String others) {
    if (!said.equals(others)) {
      said = others;
      log.warn(
          "The integration {} holds what was read from {}, and this run reads {}: nothing is"
              + " deleted. Give each site an identifier of its own"
              + " (OCEAN__INTEGRATION__IDENTIFIER). If the site has moved, or this is another"
              + " address of it, set OCEAN__SEAWAY__ADOPT_ORIGIN=true for one run; what is not at"
              + " {} is then deleted.",
          catalog.integration().identifier(),
          others,
          own,
          own);
    }
  }
}
