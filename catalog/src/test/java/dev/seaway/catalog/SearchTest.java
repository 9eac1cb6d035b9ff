package dev.seaway.catalog;

import static dev.seaway.catalog.CatalogClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.CatalogClient.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
  private static final String SEARCH = "/v1/entities/search";

  @TempDir Path folder;
  CatalogClient client;

  @BeforeEach
  void open() {
    client = new CatalogClient(folder);
    client.deskAndRequest();
    client.upsert("desk", "{'identifier':'D','title':'IT'}");
    client.upsert(
        "request",
        """
        {'identifier':'A','title':'Printer on fire','team':['ops','dev'],'properties':{
          'summary':'one','votes':1,'open':true,'tags':['x','y']},'relations':{'desk':'D'}},
        {'identifier':'B','title':'Mouse','properties':{'summary':'two','votes':10,'open':false,'tags':[]}}\
        """);
    client.clock.pass(Duration.ofHours(1));
    client.writeAs("someone-else");
    client.upsert("request", "{'identifier':'C','properties':{'summary':'10','votes':2.5}}");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'$identifier' | '=' | 'A' | A",
        "'$identifier' | '!=' | 'A' | B C",
        "'$identifier' | 'in' | ['A','C','Z'] | A C",
        "'$identifier' | 'notIn' | ['A'] | B C",
        "'$identifier' | 'in' | [] | ``",
        "'$title' | 'contains' | 'on' | A",
        "'$title' | 'doesNotContain' | 'on' | B C",
        "'$title' | 'beginsWith' | 'Mou' | B",
        "'$title' | 'endsWith' | 'fire' | A",
        "'$title' | 'endsWith' | '' | A B",
        "'$title' | 'isEmpty' | null | C",
        "'$title' | 'isNotEmpty' | null | A B",
        "'$title' | '=' | null | C",
        "'$datasource' | 'contains' | '/it/' | A B",
        "'$datasource' | '=' | 'someone-else' | C",
        "'$updatedAt' | '>' | '2026-01-01T00:30:00Z' | C",
        "'$createdAt' | '<=' | '2026-01-01T00:00:00Z' | A B",
        "'$team' | 'contains' | 'ops' | A",
        "'$team' | 'isEmpty' | null | B C",
        "'summary' | '=' | 'one' | A",
        "'summary' | '!=' | 'one' | B C",
        "'summary' | 'in' | ['one','two'] | A B",
        "'summary' | 'contains' | 'o' | A B",
        "'summary' | 'doesNotContain' | 'o' | C",
        "'summary' | '<' | 'p' | A C",
        "'votes' | '=' | 10 | B",
        "'votes' | '=' | 2.5 | C",
        "'votes' | '=' | '10' | ``",
        "'votes' | '>' | 1 | B C",
        "'votes' | '<=' | 2.5 | A C",
        "'votes' | '<' | 'z' | ``",
        "'votes' | 'in' | [1,2.5] | A C",
        "'open' | '=' | true | A",
        "'open' | '!=' | true | B C",
        "'tags' | 'contains' | 'x' | A",
        "'tags' | 'isEmpty' | null | B C",
        "'unheard-of' | 'isEmpty' | null | A B C",
      })
  void findsWhatMeetsARule(String property, String operator, String value, String found) {
    String rule = "{'property':%s,'operator':%s,'value':%s}".formatted(property, operator, value);
    assertThat(
            identifiers("and", "{'property':'$blueprint','operator':'=','value':'request'}", rule))
        .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found.split(" ")));
  }

  private List<String> identifiers(String combinator, String... rules) {
    Reply reply =
        client.post(
            SEARCH,
            "{'combinator':'%s','rules':[%s]}".formatted(combinator, String.join(",", rules)));
    assertThat(reply.status()).as(reply.message()).isEqualTo(200);
    List<String> identifiers = new ArrayList<>();
    reply
        .body()
        .path("entities")
        .forEach(entity -> identifiers.add(entity.path("identifier").asText()));
    return identifiers;
  }

  @Test
  void combinesAndNestsRules() {
    String a = "{'property':'$identifier','operator':'=','value':'A'}";
    String d = "{'property':'$blueprint','operator':'=','value':'desk'}";
    String open = "{'property':'open','operator':'=','value':true}";
    assertThat(identifiers("or", a, d)).containsExactly("D", "A");
    assertThat(identifiers("and", "{'combinator':'or','rules':[" + a + "," + d + "]}", open))
        .containsExactly("A");
    assertThat(identifiers("and")).containsExactly("D", "A", "B", "C");
    assertThat(identifiers("or")).isEmpty();
  }

  @Test
  void showsOnlyWhatIsIncluded() {
    String rules =
        "{'combinator':'and','rules':[{'property':'$identifier','operator':'in','value':['A']},{'property':'$blueprint','operator':'=','value':'request'},{'property':'$datasource','operator':'contains','value':'port-ocean/custom/'},{'property':'$datasource','operator':'contains','value':'/it/exporter'}]}";
    JsonNode whole = client.post(SEARCH, rules).body().path("entities").get(0);
    assertThat(whole).isEqualTo(client.entity("request", "A"));
    JsonNode part =
        client
            .post(
                SEARCH
                    + "?exclude_calculated_properties=true&include=blueprint&include=identifier&include=title&include=properties.votes&include=properties.extra&include=relations.desk",
                rules)
            .body()
            .path("entities")
            .get(0);
    assertThat(part)
        .isEqualTo(
            json(
                "{'blueprint':'request','identifier':'A','title':'Printer on"
                    + " fire','properties':{'votes':1},'relations':{'desk':'D'}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | needs \"rules\"",
        "{'rules':[]} | needs a \"combinator\"",
        "{'combinator':'xor','rules':[]} | needs a \"combinator\"",
        "{'combinator':'and','rules':[5]} | needs a \"property\" and an \"operator\"",
        "{'combinator':'and','rules':[{'property':'a','operator':'relatedTo','value':1}]} |"
            + " \"relatedTo\" is not an operator",
        "{'combinator':'and','rules':[{'property':'$nothing','operator':'=','value':1}]} |"
            + " \"$nothing\" is not a property",
        "{'combinator':'and','rules':[{'property':'a\\\"b','operator':'=','value':1}]} | is not a"
            + " property",
        "{'combinator':'and','rules':[{'property':'a','operator':'in','value':1}]} | \"in\" cannot"
            + " compare with a number",
        "{'combinator':'and','rules':[{'property':'a','operator':'=','value':{}}]} | \"=\" cannot"
            + " compare with an object",
        "{'combinator':'and','rules':[{'property':'$updatedAt','operator':'=','value':'now'}]} |"
            + " must be an ISO time",
        "{'combinator':'and','rules':[{'property':'$updatedAt','operator':'in','value':[]}]} | can"
            + " be compared by",
      })
  void refusesARuleThatItDoesNotKnow(String search, String message) {
    Reply reply = client.post(SEARCH, search);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.message()).contains(message);
  }

  @Test
  void refusesTooManyRulesAndUnknownFields() {
    String rule = "{'property':'a','operator':'=','value':1}";
    String rules = String.join(",", Collections.nCopies(201, rule));
    assertThat(client.post(SEARCH, "{'combinator':'or','rules':[" + rules + "]}").status())
        .isEqualTo(422);
    assertThat(client.post(SEARCH + "?include=colour", "{'combinator':'and','rules':[]}").message())
        .contains("colour");
  }

  @Test
  void takesAsManyRulesAsItAllows() {
    String rule = "{'property':'a','operator':'contains','value':'x'}";
    String[] rules = Collections.nCopies(200, rule).toArray(String[]::new);
    assertThat(identifiers("or", rules)).isEmpty();
  }
}
