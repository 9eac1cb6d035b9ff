package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Page;
import dev.seaway.core.evidence.Verdict;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one list, each asked for when it is wanted, or a little before. Once they have come
 * to an end, it is known what they prove of it. They throw where the list cannot be read on.
 * Closing takes back what was asked for and is not needed. They can be gone through once.
 */
public final class ListPages implements Iterable<PageAt>, AutoCloseable {

  private final Split split;
  private final ListPaging paging;
  private final ListTrail trail;
  private final ReadAhead ahead;
  private final Gathering gathering;
  private Optional<ApiRequest> next;
  private Optional<PageAt> ready = Optional.empty();
  private Optional<Verdict> verdict = Optional.empty();

  /** Why the list cannot be read on; thrown behind the page that was read before. */
  private @Nullable RuntimeException failure;

  ListPages(
      Split split,
      ListPaging paging,
      ListTrail trail,
      ReadAhead ahead,
      ApiRequest start,
      Gathering gathering) {
    this.split = split;
    this.paging = paging;
    this.trail = trail;
    this.ahead = ahead;
    this.gathering = gathering;
    this.next = Optional.of(start);
  }

  @Override
  public Iterator<PageAt> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return isReady();
      }

      @Override
      public PageAt next() {
        return take();
      }
    };
  }

  /** Whether there is a further page; asks for it where it is not there yet. */
  private boolean isReady() {
    if (ready.isEmpty() && failure != null) {
      throw failure;
    }
    if (ready.isEmpty() && next.isPresent()) {
      ready = read(next.get());
    }
    if (ready.isEmpty() && verdict.isEmpty()) {
      verdict = Optional.of(trail.verdict());
      gathering.end(verdict.get());
    }
    return ready.isPresent();
  }

  private PageAt take() {
    if (!isReady()) {
      throw new NoSuchElementException();
    }
    PageAt page = ready.orElseThrow();
    ready = Optional.empty();
    return page;
  }

  /** What the pages prove of the kind, once there is no further one. */
  public Verdict verdict() {
    return split.among(proof());
  }

  /** What they prove of their list. */
  Verdict proof() {
    return verdict.orElseThrow(() -> new IllegalStateException("The list was not read to its end"));
  }

  /** Empty where the answer lies behind the end. */
  private Optional<PageAt> read(ApiRequest current) {
    next = Optional.empty();
    return trail.answer(current, ahead).flatMap(response -> page(current, response));
  }

  private Optional<PageAt> page(ApiRequest current, ApiResponse response) {
    Page page = new Page(split.listing().recordsOf(response));
    page.records().forEach(this::addParameters);
    Optional<List<JsonNode>> received = split.listing().received(response, page.records());
    if (!trail.receive(current, response, page, received)) {
      return Optional.empty();
    }
    try {
      next =
          paging
              .next(current, response, page, received)
              .filter(coming -> trail.leadsOn(current, response, received, coming));
      next.ifPresent(coming -> ahead.prepare(coming, received.orElse(List.of())));
    } catch (RuntimeException e) {
      failure = e;
    }
    gathering.page(page);
    return Optional.of(new PageAt(page, place(current)));
  }

  private PagePosition place(ApiRequest current) {
    return new PagePosition(
        split.values(),
        split.listing().pagination().position(current),
        next.isEmpty() && failure == null);
  }

  private void addParameters(JsonNode record) {
    if (record instanceof ObjectNode object) {
      split.values().forEach((name, value) -> object.put("__" + name, value.asText()));
    }
  }

  @Override
  public void close() {
    gathering.close();
    ahead.close();
  }
}
