/** A ready-made configuration for REST APIs, for connectors to share. */
@NullMarked
package dev.seaway.connector.rest;

import org.jspecify.annotations.NullMarked;
