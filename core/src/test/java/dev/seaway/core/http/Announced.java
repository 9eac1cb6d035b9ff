package dev.seaway.core.http;

import dev.seaway.connector.ApiRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the waits that were announced. */
final class Announced implements WaitListener {

  record Wait(ApiRequest request, Duration length, String reason) {}

  final List<Wait> waits = new CopyOnWriteArrayList<>();

  @Override
  public void waiting(ApiRequest request, Duration wait, String reason) {
    waits.add(new Wait(request, wait, reason));
  }
}
