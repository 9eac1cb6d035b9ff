package dev.seaway.connector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents and defaults one component of a configuration record. The engine binds the component
 * {@code fooBar} from {@code OCEAN__INTEGRATION__CONFIG__FOO_BAR}.
 *
 * <p>Types: String, {@link Secret}, boolean, int, long, double, {@link java.net.URI}, {@link
 * java.time.Duration} (given in seconds), enums (case-insensitive; other spellings through
 * {@code @JsonAlias}), JsonNode, {@code List} and {@code Map} (given as JSON), and {@code Optional}
 * of any of them. A component that is neither {@code Optional}, {@code List} nor {@code Map} and
 * has no default is required.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Option {

  /** What it means, in one sentence for users. */
  String value();

  /** The default as a user would write it; empty for none. */
  String byDefault() default "";

  /** Smallest accepted number (or seconds). */
  long min() default Long.MIN_VALUE;

  /** Largest accepted number (or seconds). */
  long max() default Long.MAX_VALUE;

  /** True where the value must never be shown; implied by the type {@link Secret}. */
  boolean secret() default false;
}
