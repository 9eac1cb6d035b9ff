package dev.seaway.core.catalog;

import java.util.Optional;

/** Whether what an integration holds at the catalog was read from one origin. */
public interface Origins {

  /** Where all is taken to come from one origin. */
  Origins NONE =
      new Origins() {
        @Override
        public void confirm() {
          // There is nothing to keep.
        }

        @Override
        public Optional<String> objection() {
          return Optional.empty();
        }
      };

  /**
   * Has the catalog keep this process's origin. To be called once a record was read, before what
   * comes of it is written. Asks the catalog the first time only.
   */
  void confirm();

  /** Why nothing may be deleted now. Asks the catalog each time. */
  Optional<String> objection();
}
