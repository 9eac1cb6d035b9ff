package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Secret;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All values of a configuration as texts, secrets too: for a fingerprint, and nothing else. */
final class ConfigTexts {

  private final List<String> texts = new ArrayList<>();

  private ConfigTexts() {}

  static List<String> texts(Object value) {
    ConfigTexts revealed = new ConfigTexts();
    revealed.add(value);
    return revealed.texts;
  }

  private void add(Object value) {
    switch (value) {
      case Secret secret -> texts.add(secret.reveal());
      case ApiRequest request -> add(request);
      case JsonNode json -> texts.add(json.toString());
      case Record record -> add(record);
      case Optional<?> optional -> add(optional.stream().toList());
      case Map<?, ?> map -> add(map);
      case Collection<?> all -> add(all);
      default -> texts.add(text(value));
    }
  }

  private void add(ApiRequest request) {
    texts.add(request.method() + " " + request.target());
    add(request.query());
    add(request.headers());
    texts.add(request.body().map(ApiRequest.Body::text).orElse(""));
  }

  private void add(Collection<?> all) {
    texts.add(Integer.toString(all.size()));
    all.forEach(this::add);
  }

  private void add(Map<?, ?> map) {
    texts.add(Integer.toString(map.size()));
    map.forEach(
        (key, value) -> {
          add(key);
          add(value);
        });
  }

  private void add(Record record) {
    texts.add(record.getClass().getName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      texts.add(component.getName());
      value(record, component).ifPresent(this::add);
    }
  }

  private static Optional<Object> value(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return Optional.ofNullable(component.getAccessor().invoke(record));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record does not tell its " + component.getName(), e);
    }
  }

  /** What has no text of its own, as code, has another one in each process. */
  private static String text(Object value) {
    try {
      Class<?> told = value.getClass().getMethod("toString").getDeclaringClass();
      return told == Object.class ? "" : value.toString();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
