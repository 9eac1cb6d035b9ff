package dev.seaway.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.reconcile.Decision.Delete;
import dev.seaway.core.reconcile.Decision.Keep;
import org.junit.jupiter.api.Test;

class DependentsTest extends CatalogStage {

  @Test
  void takesNoDependentsAlongOverARelationThatTheMappingDoesNotSet() {
    knows("desk", "1", "2");
    sees("desk", "1");
    seen.add(request("7", "{}"));

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(cascaded).isFalse();
  }

  @Test
  void takesDependentsAlongWhereEverySeenEntitySetsItsRelation() {
    knows("desk", "1", "2");
    sees("desk", "1");
    seen.add(request("7", "{'desk':'1'}"));
    seen.add(request("8", "{'desk':null}"));

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(cascaded).isTrue();
  }

  @Test
  void takesNoDependentsAlongWhereAWayOverAThirdEntityMayLeadToASeenOne() {
    relations.put("desk", "{'team':{'target':'team'}}");
    knows("team", "1", "2");
    sees("team", "1");
    seen.add(request("7", "{'desk':'1'}"));

    assertThat(reconcile(0.9)).containsExactly(new Delete("team", 1));
    assertThat(cascaded).isFalse();
  }

  @Test
  void takesNoDependentsAlongWhereTheCatalogDoesNotShowABlueprintOnTheWay() {
    relations.put("desk", "{'owner':{'target':'_user'}}");
    knows("desk", "1", "2");
    sees("desk", "1");
    seen.add(request("7", "{'desk':'1'}"));

    assertThat(reconcile(0.9)).containsExactly(new Delete("desk", 1));
    assertThat(cascaded).isFalse();
  }

  @Test
  void takesNoDependentsAlongWhereTheyWereDecidedToBeKept() {
    knows("desk", "1", "2");
    sees("desk", "1");
    knows("request", numbers(10));

    assertThat(reconcile(0.9))
        .hasSize(2)
        .contains(new Delete("desk", 1))
        .anySatisfy(decision -> assertThat(decision).isInstanceOf(Keep.class));
    assertThat(cascaded).isFalse();
  }
}
