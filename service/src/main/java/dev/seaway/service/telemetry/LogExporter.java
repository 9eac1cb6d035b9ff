package dev.seaway.service.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.core.SeawayException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends log lines to the catalog, in batches. What is not taken is dropped. One call at a time. */
final class LogExporter {

  /** Its own lines are not shipped, so that a failure does not feed itself. */
  private static final Logger log = LoggerFactory.getLogger(LogExporter.class);

  private static final int BATCH = 100;

  private final LogQueue queue;
  private final Ingest ingest;
  private final String instance;
  private boolean failing;

  /**
   * @param instance names this installation in each line
   */
  LogExporter(LogQueue queue, Ingest ingest, String instance) {
    this.queue = queue;
    this.ingest = ingest;
    this.instance = instance;
  }

  /** Sends all that waits, up to the first failure. */
  synchronized void ship() {
    if (!ingest.isKnown()) {
      return;
    }
    List<LogLine> batch = queue.take(BATCH);
    while (!batch.isEmpty() && send(batch)) {
      batch = queue.take(BATCH);
    }
  }

  private boolean send(List<LogLine> batch) {
    try {
      ingest.send(Method.POST, "", document(batch));
      failing = false;
      return true;
    } catch (SeawayException e) {
      if (!failing) {
        log.warn(
            "The catalog does not take the log, so lines are missing there: {}", e.getMessage());
      }
      failing = true;
      return false;
    }
  }

  private ObjectNode document(List<LogLine> batch) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode logs = document.putArray("logs");
    for (LogLine line : batch) {
      logs.addObject()
          .put("message", line.message())
          .put("level", line.level())
          .put("timestamp", line.time().toString())
          .putObject("extra")
          .put("instance", instance)
          .put("logger", line.logger());
    }
    return document;
  }
}
