package dev.seaway.core.plugin;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Delivery;
import dev.seaway.connector.Kind;
import dev.seaway.connector.LiveEvents;
import dev.seaway.connector.LookUp;
import dev.seaway.connector.Page;
import dev.seaway.connector.Source;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Has all code that the source of a plug-in holds run with the plug-in's class loader, whoever
 * calls it and whenever. Code of the engine that it calls in turn runs with the engine's.
 */
record PluginSource(ClassLoader loader) {

  Source of(Source source) {
    return new Source(
        source.baseUrl(),
        source.linkOrigins(),
        auth(source.auth()),
        source.headers(),
        source.kinds().stream().map(this::kind).toList(),
        source.undeclared(),
        source.limits(),
        source.events().map(events -> new Events(events, loader)));
  }

  private Auth auth(Auth auth) {
    return auth instanceof Auth.Custom(UnaryOperator<ApiRequest> signer)
        ? new Auth.Custom(request -> ContextLoader.during(loader, () -> signer.apply(request)))
        : auth;
  }

  private Kind kind(Kind kind) {
    return switch (kind) {
      case Kind.Api api -> api.lookUp().map(by -> api.lookedUpBy(lookUp(by))).orElse(api);
      case Kind.Code code -> new Kind.Code(code.name(), new Reader(code.reader(), loader));
    };
  }

  private LookUp lookUp(LookUp by) {
    return new LookUp(
        by.ids(),
        list -> ContextLoader.during(loader, () -> by.lists().steps(list)).map(this::steps));
  }

  private LookUp.Steps steps(LookUp.Steps steps) {
    return id -> ContextLoader.during(loader, () -> steps.of(id));
  }

  private record Reader(Kind.PageReader reader, ClassLoader loader) implements Kind.PageReader {

    @Override
    public void read(ApiClient api, Consumer<Page> pages) {
      ClassLoader engine = Thread.currentThread().getContextClassLoader();
      ContextLoader.during(
          loader,
          () ->
              reader.read(
                  request -> ContextLoader.during(engine, () -> api.send(request)),
                  page -> ContextLoader.during(engine, () -> pages.accept(page))));
    }
  }

  private record Events(LiveEvents events, ClassLoader loader) implements LiveEvents {

    @Override
    public String path() {
      return ContextLoader.during(loader, events::path);
    }

    @Override
    public Optional<String> refusal(Delivery delivery) {
      return ContextLoader.during(loader, () -> events.refusal(delivery));
    }

    @Override
    public Event event(Delivery delivery) {
      return ContextLoader.during(loader, () -> events.event(delivery));
    }

    @Override
    public Set<String> tellingFields(String kind) {
      return ContextLoader.during(loader, () -> events.tellingFields(kind));
    }
  }
}
