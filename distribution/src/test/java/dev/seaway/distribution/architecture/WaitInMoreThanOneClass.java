package dev.seaway.distribution.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds where several classes of a package wait on Vert.x futures, and names every call. */
final class WaitInMoreThanOneClass extends ArchCondition<JavaClass> {

  private static final Set<String> WAITS =
      Set.of("await", "toCompletionStage", "asCompletableFuture");

  private final PackageMatchers within;
  private final Map<String, JavaMethodCall> waiting = new TreeMap<>();

  WaitInMoreThanOneClass(String... within) {
    super("wait on Vert.x futures in more than one place");
    this.within = PackageMatchers.of(within);
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    if (within.test(item.getPackageName())) {
      item.getMethodCallsFromSelf().stream()
          .filter(WaitInMoreThanOneClass::waits)
          .forEach(call -> waiting.put(outermost(item), call));
    }
  }

  @Override
  public void finish(ConditionEvents events) {
    if (waiting.size() > 1) {
      waiting
          .values()
          .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
    }
  }

  private static boolean waits(JavaMethodCall call) {
    return call.getTargetOwner().getPackageName().startsWith("io.vertx.core")
        && WAITS.contains(call.getTarget().getName());
  }

  private static String outermost(JavaClass item) {
    return item.getEnclosingClass().map(WaitInMoreThanOneClass::outermost).orElse(item.getName());
  }
}
