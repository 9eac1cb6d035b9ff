/** What the running service answers on its own port: health, metrics, requests and events. */
@NullMarked
package dev.seaway.service.operations;

import org.jspecify.annotations.NullMarked;
