package dev.seaway.distribution.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object to a line, for log collectors. Errors nobody expected have their stack traces.
 */
final class JsonFormat implements LogFormat {

  private final boolean stackTraces;

  JsonFormat(boolean stackTraces) {
    this.stackTraces = stackTraces;
  }

  @Override
  public String format(ILoggingEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", event.getInstant().toString());
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("message", event.getFormattedMessage());
    event.getMDCPropertyMap().forEach(line::put);
    Optional.ofNullable(event.getKeyValuePairs())
        .orElse(List.<KeyValuePair>of())
        .forEach(field -> line.set(field.key, value(field)));
    if (event.getThrowableProxy() != null) {
      line.put("error", event.getThrowableProxy().getMessage());
      if (stackTraces || event.getLevel() == Level.ERROR) {
        line.put("stack", ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    return line.toString();
  }

  /** Counts stay numbers, so that collectors can add them up. */
  private static JsonNode value(KeyValuePair field) {
    return field.value instanceof Integer number
        ? IntNode.valueOf(number)
        : TextNode.valueOf(String.valueOf(field.value));
  }
}
