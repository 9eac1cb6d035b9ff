package dev.seaway.core.evidence;

import static dev.seaway.core.evidence.Answers.NONE;
import static dev.seaway.core.evidence.Answers.OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.evidence.Verdict.Contradicted;
import dev.seaway.core.evidence.Verdict.Inferred;
import dev.seaway.core.evidence.Verdict.Proven;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that count something else than the list, are estimates, or are too many. */
class DoubtfulCountsTest {

  private static final String TWO = "{'items':[{'id':1},{'id':2}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'filtered_count':2,'total':70",
        "'recordsFiltered':2,'recordsTotal':70",
        "'meta':{'filter_count':2,'total_count':70}",
        "'filteredTotalCount':2,'totalCount':70",
        "'meta':{'page':{'total_filtered_count':2,'total_count':70}}",
        "'totalFiltered':2,'total':70,'has_more':false"
      })
  void believesNoFilteredTotalBelowALargerOneIfNobodyAskedForAFilter(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOfSatisfying(
            Inferred.class,
            found -> assertThat(found.advice()).contains("totalPath", "ignoredSigns"));
    assertThat(
            new Answers(NONE).asking("search[value]", "x").page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Proven.class);
    assertThat(new Answers(NONE).asking("search[value]", "").page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void comparesWithTheFilteredTotalAllTheSame() {
    assertThat(new Answers(NONE).page(TWO + ",'filtered_count':9,'total':70}").verdict())
        .isInstanceOf(Contradicted.class);
    assertThat(new Answers(NONE).page(TWO + ",'filtered_count':2,'total':2}").verdict())
        .isInstanceOf(Proven.class);
    assertThat(
            Answers.with("ignoredSigns", "[\"/total\"]")
                .page(TWO + ",'filtered_count':2,'total':70}")
                .verdict())
        .isInstanceOf(Proven.class);
    assertThat(
            Answers.with("totalPath", "total")
                .page(TWO + ",'filtered_count':2,'total':70}")
                .verdict())
        .isInstanceOf(Contradicted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'nbHits':2,'exhaustiveNbHits':false",
        "'nbHits':2,'exhaustive':{'nbHits':false,'typo':true}",
        "'nbHits':70,'exhaustive':{'nbHits':false}",
        "'total':2,'approximate':true",
        "'meta':{'total':2,'isEstimate':true}",
        "'total':70,'estimated':true",
        "'estimatedTotalHits':2"
      })
  void takesAnEstimateForNeitherProofNorContradiction(String said) {
    assertThat(new Answers(NONE).page(TWO + "," + said + "}").verdict())
        .isInstanceOf(Inferred.class);
  }

  @Test
  void comparesExactNumbersOfHitsAndPages() {
    assertThat(
            new Answers(NONE)
                .page(TWO + ",'nbHits':2,'nbPages':1,'exhaustiveNbHits':true}")
                .verdict())
        .isInstanceOf(Proven.class);
    assertThat(new Answers(NONE).page(TWO + ",'nbHits':70,'exhaustiveNbHits':true}").verdict())
        .isInstanceOf(Contradicted.class);
    assertThat(new Answers(NONE).page(TWO + ",'nbPages':4}").verdict())
        .isInstanceOf(Contradicted.class);
    assertThat(new Answers(NONE).page(TWO + ",'total':2,'approximate':false}").verdict())
        .isInstanceOf(Proven.class);
  }

  @Test
  void takesAnEstimateThatChangesForNoMovement() {
    assertThat(
            new Answers(OFFSET)
                .page(TWO + ",'total':9,'estimated':true}")
                .page("{'items':[{'id':3}],'total':3,'estimated':true,'more':false}")
                .verdict())
        .isInstanceOf(Proven.class);
  }

  @Test
  void believesNoNumbersInPlacesThatChangeWithoutEnd() {
    Answers list = new Answers(OFFSET);
    for (int page = 0; page < 30; page++) {
      int number = page;
      String numbers =
          IntStream.range(0, 10)
              .mapToObj(place -> "'page%d_%d':{'total':0}".formatted(number, place))
              .collect(Collectors.joining(","));
      list.page("{'items':[{'id':%d}],'total':30,%s}".formatted(page, numbers));
    }

    assertThat(list.verdict()).isInstanceOf(Inferred.class);
    assertThat(list.text()).contains("numbers in more than 200 places");
  }
}
