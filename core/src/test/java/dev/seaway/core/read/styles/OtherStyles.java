package dev.seaway.core.read.styles;

import static dev.seaway.core.read.styles.ListStyle.cursor;
import static dev.seaway.core.read.styles.ListStyle.offset;
import static dev.seaway.core.read.styles.ListStyle.unpaged;

import java.util.List;

/** GraphQL connections, and lists that come in one answer. */
final class OtherStyles {

  private OtherStyles() {}

  static List<ListStyle> all() {
    return List.of(
        connection("GitHub GraphQL", "data.repository.issues")
            .body(
                "data/repository/issues/nodes",
                "{'data':{'repository':{'issues':{'totalCount':$total,'pageInfo':{'endCursor':'$token','hasNextPage':$more,'hasPreviousPage':false,'startCursor':'s'},'nodes':$records}}}}")
            .part("{'errors':[{'type':'FORBIDDEN','message':'not accessible'}]}"),
        connection("GitLab GraphQL", "data.project.issues")
            .body(
                "data/project/issues/nodes",
                "{'data':{'project':{'issues':{'count':$total,'pageInfo':{'endCursor':'$token','hasNextPage':$more},'nodes':$records}}}}")
            .part("{'errors':[{'message':'timeout'}]}"),
        connection("Linear", "data.issues")
            .body(
                "data/issues/nodes",
                "{'data':{'issues':{'nodes':$records,'pageInfo':{'hasNextPage':$more,'endCursor':'$token'}}}}"),
        connection("Shopify GraphQL", "data.products")
            .body(
                "data/products/nodes",
                "{'data':{'products':{'nodes':$records,'pageInfo':{'hasNextPage':$more,'hasPreviousPage':false,'startCursor':'s','endCursor':'$token'}}},'extensions':{'cost':{'requestedQueryCost':12,'actualQueryCost':9,'throttleStatus':{'maximumAvailable':2000}}}}"),
        connection("Rubrik", "data.clusters")
            .body(
                "data/clusters/nodes",
                "{'data':{'clusters':{'count':$total,'nodes':$records,'pageInfo':{'hasNextPage':$more,'endCursor':'$token'}}}}"),
        connection("Wiz", "data.issues")
            .body(
                "data/issues/nodes",
                "{'data':{'issues':{'nodes':$records,'pageInfo':{'hasNextPage':$more,'endCursor':'$token'},'totalCount':$total,'maxCountReached':false}}}")
            .part(
                "{'errors':[{'message':'internal server"
                    + " error','extensions':{'code':'INTERNAL'}}]}"),
        cursor("New Relic", "variables.cursor/variables.limit", NEW_RELIC.replace('/', '.'))
            .inferredWhenSmall()
            .post()
            .body(
                "data/actor/entitySearch/results/entities",
                "{'data':{'actor':{'entitySearch':{'count':$total,'results':{'nextCursor':(('$token'|null)),'entities':$records}}}}}")
            .part("{'errors':[{'message':'partial','path':['actor']}]}"),
        cursor("Monday", "variables.cursor/variables.limit", "data.boards.0.items_page.cursor")
            .inferred()
            .post()
            .body(
                "data/boards/0/items_page/items",
                "{'data':{'boards':[{'items_page':{'cursor':(('$token'|null)),'items':$records}}]},'account_id':1}")
            .part("{'errors':[{'message':'Complexity budget exhausted'}],'error_code':'X'}"),
        offset("LogScale", "variables.skip/variables.limit")
            .post()
            .with("hasMorePath", "data.search.hasNextPage")
            .body(
                "data/search/entities",
                "{'data':{'search':{'entities':$records,'hasNextPage':$more,'totalResults':$total}}}"),
        unpaged("Prometheus targets")
            .body(
                "data",
                "{'status':'success','data':$records,'infos':['PromQL info: metric might not be a"
                    + " counter']}")
            .inferred()
            .part("{'warnings':['error querying 10.0.0.1: partial response']}")
            .part("{'status':'error','errorType':'timeout','error':'query timed out'}"),
        unpaged("VictoriaMetrics")
            .body(
                "data/result",
                "{'status':'success','isPartial':false,'data':{'resultType':'vector','result':$records},'stats':{'seriesFetched':'900'}}")
            .inferred()
            .part("{'isPartial':true}"),
        unpaged("Vault")
            .texts()
            .body(
                "data/keys",
                "{'request_id':'q','lease_id':'','renewable':false,'lease_duration':0,'data':{'keys':$records},'wrap_info':null,'warnings':null,'auth':null}")
            .inferred(),
        unpaged("Jenkins jobs")
            .body("jobs", "{'_class':'hudson.model.Hudson','jobs':$records}")
            .inferred(),
        unpaged("Argo CD").body("items", "{'metadata':{},'items':$records}").inferred(),
        unpaged("Opsgenie teams")
            .body("data", "{'data':$records,'took':0.01,'requestId':'q'}")
            .inferred(),
        unpaged("Port entities")
            .body("entities", "{'ok':true,'entities':$records}")
            .inferred()
            .part("{'ok':false,'error':'internal_error'}"),
        unpaged("Jira fields").inferred(),
        unpaged("GitHub trees")
            .body(
                "tree",
                "{'sha':'9f','url':'https://x.example/t','tree':$records,'truncated':false}")
            .part("{'truncated':true}")
            .inferred(),
        unpaged("Artifactory AQL")
            .body(
                "results",
                "{'results':$records,'range':{'start_pos':0,'end_pos':$size,'total':$size}}")
            .inferred()
            .part(
                "{'range':{'notification':'AQL query reached the search hard limit, results are"
                    + " trimmed.'}}"));
  }

  private static final String NEW_RELIC = "data/actor/entitySearch/results/nextCursor";

  private static ListStyle connection(String name, String path) {
    return cursor(name, "variables.after/variables.first", path + ".pageInfo.endCursor")
        .post()
        .with("hasMorePath", path + ".pageInfo.hasNextPage");
  }
}
