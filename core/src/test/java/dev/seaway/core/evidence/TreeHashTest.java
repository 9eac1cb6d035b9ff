package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.FakeApi;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeHashTest {

  @Test
  void tellsValuesApartByAllThatTheyHold() {
    List<String> values =
        List.of(
            "{}",
            "[]",
            "null",
            "0",
            "1",
            "true",
            "false",
            "''",
            "'1'",
            "1.5",
            "'a'",
            "['a']",
            "[['a']]",
            "['a','b']",
            "['b','a']",
            "{'a':1}",
            "{'a':'1'}",
            "{'a':{'b':1}}",
            "{'b':{'a':1}}",
            "{'a':1,'b':2}",
            "{'a':2,'b':1}",
            "[null]",
            "[null,null]",
            "123456789012345678901234567890");
    Stream<Long> hashes = values.stream().map(value -> TreeHash.of(FakeApi.json(value)));

    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void takesFieldsInAnyOrder() {
    assertThat(TreeHash.of(FakeApi.json("{'a':1,'b':[{'c':2,'d':3}]}")))
        .isEqualTo(TreeHash.of(FakeApi.json("{'b':[{'d':3,'c':2}],'a':1}")));
  }
}
