package dev.seaway.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.FakeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'title':'a'}                     | {'title':'a','icon':'x'}              | true
          {'title':'a'}                     | {'title':'b'}                         | false
          {'title':null}                    | {}                                    | true
          {'title':'a'}                     | {}                                    | false
          {'properties':{'n':1}}            | {'properties':{'n':1.0,'other':2}}    | true
          {'properties':{'n':1}}            | {'properties':{'n':2}}                | false
          {'properties':{'n':null}}         | {'properties':{}}                     | true
          {'properties':{'n':null}}         | {}                                    | true
          {'properties':{'n':null}}         | {'properties':{'n':3}}                | false
          {'properties':{'o':{'a':[1,2]}}}  | {'properties':{'o':{'a':[1.0,2]}}}    | true
          {'properties':{'o':{'a':[1,2]}}}  | {'properties':{'o':{'a':[2,1]}}}      | false
          {'relations':{'r':'x'}}           | {'relations':{'r':'x'}}               | true
          {'relations':{'r':'x'}}           | {'relations':{'r':'y'}}               | false
          {'team':['a']}                    | {'team':['a']}                        | true
          """)
  void comparesWhatTheMappingNames(String mapped, String known, boolean same) {
    assertThat(EntityComparison.same(FakeApi.json(mapped), FakeApi.json(known))).isEqualTo(same);
  }

  @Test
  void knowsThatAnUnknownEntityIsNotTheSame() {
    assertThat(EntityComparison.same(FakeApi.json("{}"), null)).isFalse();
  }
}
