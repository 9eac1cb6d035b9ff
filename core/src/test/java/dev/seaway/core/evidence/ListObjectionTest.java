package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.SignPlaces;
import dev.seaway.core.FakeApi;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record says against a list that it holds. */
class ListObjectionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/subs | 'subs':[1,2],'subsTruncated':true",
        "/subs | 'subs':[1,2],'subs_total':70",
        "/subs | 'subs':[1,2],'total_subs':3",
        "/subs | 'subs':[1,2],'sub_count':3",
        "/subs | 'subs':[1,2],'numberOfSubs':3",
        "/subs | 'subs':[1,2],'has_more_subs':true",
        "/subs | 'subs':[1,2],'moreSubs':'true'",
        "/subs | 'subs':[1,2],'nextSubsPage':'/x?page=2'",
        "/subs | 'subs':[1,2],'subs_next_cursor':'abc'",
        "/subs | 'subs':[1,2],'subsIncomplete':true",
        "/subs | 'subs':[1,2],'subsPageInfo':{'hasNextPage':true}",
        "/subs | 'subs':[1,2],'subs_page':{'total':3}",
        "/subs | 'subs':null,'subsError':'timed out'",
        "/value | 'value':[1],'value@odata.nextLink':'https://x/y?t=1'",
        "/policies | 'policies':[1],'policy_count':2",
        "/fields/comment/comments | 'fields':{'comment':{'comments':[1],'total':2,'maxResults':1}}",
        "/subs/nodes | 'subs':{'nodes':[1],'pageInfo':{'hasNextPage':true}}",
        "/subs/nodes | 'subs':{'nodes':[1],'totalCount':2}",
        "/subs/data | 'subs':{'object':'list','data':[1],'has_more':true,'url':'/v1/subs'}",
        "/Opportunities/records | 'Opportunities':{'totalSize':2,'done':false,'records':[1]}",
        "/changelog/histories | 'changelog':{'startAt':0,'total':40,'histories':[1]}",
        "/subs/items | 'subs':{'items':[1],'truncated':true}",
        "/subs/items | 'subs':{'items':[1],'links':{'next':'/x?page=2'}}"
      })
  void hearsWhatRefersToTheList(String list, String fields) {
    assertThat(objection(list, fields, Set.of())).as(fields).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/subs | 'subs':[1,2],'subs_total':2,'subsTruncated':false",
        "/subs | 'subs':[1,2],'total':70,'count':70,'next':'/r/2','status':'failed'",
        "/subs | 'subs':[1,2],'subs_url':'/x','subscribers_count':70,'subsidy_total':9",
        "/subs | 'subs':[1,2],'closed_subs_total':70,'subs_total_cost':90",
        "/subs | 'subs':[1,2],'others':{'hasNextPage':true},'others_total':70",
        "/subs | 'subs':[],'subs_total':0,'status':'failed','message':'forbidden'",
        "/subs/nodes | 'subs':{'nodes':[1],'pageInfo':{'hasNextPage':false,'endCursor':'x'}}",
        "/subs/data | 'subs':{'data':[1],'has_more':false,'errors':[],'total':1}",
        "/subs | 'subs':{'a':1},'subs_total':70"
      })
  void hearsNothingElse(String list, String fields) {
    assertThat(objection(list, fields, Set.of())).as(fields).isEmpty();
  }

  @Test
  void saysWhatItFoundAndCanBeToldToIgnoreIt() {
    String fields = "'subs':[1,2],'subs_total':70";

    assertThat(objection("/subs", fields, Set.of()))
        .contains(new ListObjection(false, "/subs_total", "/subs_total is 70, and 2 came"));
    assertThat(objection("/subs", fields, Set.of("/subs_total"))).isEmpty();
  }

  private static Optional<ListObjection> objection(
      String list, String fields, Set<String> ignored) {
    return ListObjection.of(
        FakeApi.json("{'id':1," + fields + "}"),
        JsonPointer.compile(list),
        new SignPlaces(ignored));
  }
}
