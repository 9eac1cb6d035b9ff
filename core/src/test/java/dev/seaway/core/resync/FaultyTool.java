package dev.seaway.core.resync;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.resync.Fault.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A tool in memory that answers lists as its shape says, with the faults of one run. */
final class FaultyTool implements ApiClient, SyncListener {

  /** Requests of one run after which it is held to go on for ever. */
  private static final int FLOOD = 600;

  private final ApiShape shape;
  private final SourceModel model;
  private final List<Fault> faults;
  private final List<ListTrace> traces = new ArrayList<>();
  private final Map<String, ListTrace> open = new HashMap<>();
  private final int startPage;
  private int reading = 1;
  private int requests;

  /**
   * @param startPage the number of the first page, as the user has configured it
   */
  FaultyTool(ApiShape shape, SourceModel model, List<Fault> faults, int startPage) {
    this.startPage = startPage;
    this.shape = shape;
    this.model = model;
    this.faults = faults;
  }

  @Override
  public synchronized void on(SyncEvent event) {
    if (event instanceof SyncEvent.ReadingAgain) {
      reading = 2;
      open.clear();
    }
  }

  synchronized List<ListTrace> traces() {
    return traces;
  }

  boolean isFlooded() {
    return requests > FLOOD;
  }

  @Override
  public synchronized ApiResponse send(ApiRequest request) {
    if (++requests > FLOOD) {
      throw ApiFailures.status(500);
    }
    String path = request.target().replaceFirst("\\?.*", "");
    List<String> list = model.lists().get(path);
    if (list == null) {
      throw ApiFailures.status(404);
    }
    int index = List.copyOf(model.lists().keySet()).indexOf(path);
    ListRequest heard = ListRequest.of(request, shape, startPage);
    ListTrace trace = trace(path, heard);
    ListRequest asked = fault(Kind.POSITION_IGNORED, index).isPresent() ? heard.ignored() : heard;
    ListAnswer answer =
        new ListAnswer(shape, kind -> fault(kind, index), path, asked, list(list, index), trace);
    try {
      return answer.response();
    } finally {
      move(list, index, asked);
    }
  }

  private ListTrace trace(String path, ListRequest asked) {
    if (asked.isStart() || !open.containsKey(path)) {
      open.put(path, new ListTrace(path, reading));
      traces.add(open.get(path));
    }
    return open.get(path);
  }

  /** A fault of that kind, of any page. */
  private Optional<Fault> fault(Kind kind, int index) {
    return faults.stream()
        .filter(fault -> fault.kind() == kind && fault.holds(reading, index))
        .findFirst();
  }

  /** The records as the account sees them, in the order of this moment. */
  private List<String> list(List<String> list, int index) {
    List<String> visible = new ArrayList<>(list);
    if (index == 0 && shape.nested()) {
      fault(Kind.PARENTS_HIDDEN, index)
          .ifPresent(fault -> visible.subList(0, Math.min(1 + fault.at(), visible.size())).clear());
    }
    fault(Kind.UNSTABLE_ORDER, index)
        .ifPresent(
            fault -> Collections.shuffle(visible, new Random(fault.form() + requests * 31L)));
    return visible;
  }

  /** What happens at the tool once this was answered. */
  private void move(List<String> list, int index, ListRequest asked) {
    for (Fault fault : faults) {
      if (!fault.holds(reading, index)
          || fault.at() != asked.page()
          || (index == 0 && shape.nested())) {
        continue;
      }
      switch (fault.kind()) {
        case INSERTED -> model.insert(list, fault.form() % 3);
        case DELETED_BEHIND -> model.remove(list, fault.form() % 3);
        case REORDERED -> {
          if (asked.end() < list.size()) {
            list.addFirst(list.remove(asked.end() + fault.form() % (list.size() - asked.end())));
          }
        }
        default -> {
          // Happens in answers, or to the configuration.
        }
      }
    }
  }
}
