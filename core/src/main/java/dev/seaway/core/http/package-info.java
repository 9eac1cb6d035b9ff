/**
 * Requests over HTTP, as plain blocking code: limited, retried, authorized, redirected, sent.
 *
 * <p>{@link dev.seaway.core.http.ApiClients} composes the pipeline; only {@link
 * dev.seaway.core.http.VertxTransport} and what it uses know Vert.x.
 */
@NullMarked
package dev.seaway.core.http;

import org.jspecify.annotations.NullMarked;
