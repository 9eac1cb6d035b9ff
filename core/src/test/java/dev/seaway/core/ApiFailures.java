package dev.seaway.core;

import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.Optional;

/** Failures as the client throws them. */
public final class ApiFailures {

  private ApiFailures() {}

  public static ApiException status(int status) {
    Reason reason =
        switch (status) {
          case 401 -> Reason.CREDENTIALS;
          case 403 -> Reason.PERMISSION;
          case 404 -> Reason.NOT_FOUND;
          default -> Reason.STATUS;
        };
    return new ApiException(reason, status, Optional.empty(), "answered " + status);
  }
}
