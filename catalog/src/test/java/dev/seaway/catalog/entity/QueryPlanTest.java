package dev.seaway.catalog.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.catalog.search.Condition;
import dev.seaway.catalog.search.RuleReader;
import dev.seaway.catalog.store.CatalogDatabase;
import dev.seaway.catalog.wire.Json;
import dev.seaway.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryPlanTest {
  @TempDir Path folder;

  private List<String> plan(String sql, @Nullable Object... values) {
    try (Database database = CatalogDatabase.open(folder.resolve("catalog.db"))) {
      return database.read(
          session ->
              session.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"), values));
    }
  }

  @Test
  void theSearchOfASyncRunsOnTheIndex() {
    String search =
        """
        {"combinator":"and","rules":[
          {"property":"$identifier","operator":"in","value":["a","b"]},
          {"property":"$blueprint","operator":"=","value":"request"},
          {"property":"$datasource","operator":"contains","value":"port-ocean/custom/"},
          {"property":"$datasource","operator":"contains","value":"/it/exporter"}]}\
        """;
    Condition condition =
        Condition.of(RuleReader.read(Json.readBody(search.getBytes(StandardCharsets.UTF_8))));
    assertThat(
            plan(
                "SELECT e.id FROM entity e WHERE " + condition.sql(), condition.values().toArray()))
        .anyMatch(line -> line.contains("(blueprint=? AND identifier=?)"))
        .noneMatch(line -> line.contains("SCAN e"));
  }

  @Test
  void theListingOfADatasourceRunsOnTheIndexWithoutSorting() {
    assertThat(
            plan(
                "SELECT id FROM entity WHERE datasource = ? AND updated_at < ? AND (updated_at, id)"
                    + " > (?, ?) ORDER BY updated_at, id LIMIT ?",
                1,
                2,
                3,
                4,
                5))
        .anyMatch(
            line ->
                line.contains(
                    "entity_by_datasource (datasource=? AND updated_at>? AND updated_at<?)"))
        .noneMatch(line -> line.contains("B-TREE"));
  }

  @Test
  void dependentsAreFoundByTheKeyOfTheirRelation() {
    assertThat(plan("SELECT source FROM relation WHERE target = ?", 1))
        .anyMatch(line -> line.contains("SEARCH relation USING PRIMARY KEY (target=?)"));
  }
}
