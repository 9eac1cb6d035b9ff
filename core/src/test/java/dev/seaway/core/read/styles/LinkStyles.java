package dev.seaway.core.read.styles;

import static dev.seaway.core.read.styles.ListStyle.cursor;
import static dev.seaway.core.read.styles.ListStyle.link;
import static dev.seaway.core.read.styles.ListStyle.page;

import java.util.List;

/** Lists whose answers hold a link to the next page. */
final class LinkStyles {

  private LinkStyles() {}

  static List<ListStyle> all() {
    return List.of(
        link("Azure Resource Manager", "nextLink")
            .body("value", "{'value':$records((,'nextLink':'$link'))}")
            .hollow()
            .inferred(),
        link("Azure Resource Manager, null at the end", "nextLink")
            .inferred()
            .body("value", "{'value':$records,'nextLink':(('$link'|null))}")
            .hollow(),
        link("Microsoft Graph", "@odata.nextLink")
            .body(
                "value",
                "{'@odata.context':'https://x.example/$metadata#users','value':$records((,'@odata.nextLink':'$link'))}")
            .hollow()
            .inferred(),
        link("Microsoft Graph with count", "@odata.nextLink")
            .body(
                "value",
                "{'@odata.context':'https://x.example/$metadata#users','@odata.count':$total,'value':$records((,'@odata.nextLink':'$link'))}"),
        link("Microsoft Graph delta", "@odata.nextLink")
            .body(
                "value",
                "{'@odata.context':'https://x.example/$metadata#users','value':$records,(( "
                    + " '@odata.nextLink':'$link'|'@odata.deltaLink':'https://x.example/delta?token=z'))}")
            .hollow(),
        link("Dataverse", "@odata.nextLink")
            .body("value", DATAVERSE.replace("COUNT", "$total"))
            .part("{'@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded':true}"),
        link("Dataverse, not counted", "@odata.nextLink")
            .body("value", DATAVERSE.replace("COUNT", "-1")),
        link("OData 2", "d.__next")
            .body(
                "d/results", "{'d':{'results':$records,'__count':'$total'((,'__next':'$link'))}}"),
        link("Data API builder", "nextLink")
            .body("value", "{'value':$records((,'nextLink':'$path'))}")
            .inferred(),
        cursor("HubSpot lists", "after/limit", "paging.next.after")
            .body(
                "results",
                "{'results':$records((,'paging':{'next':{'after':'$token','link':'$link'}}))}")
            .inferred()
            .part("{'numErrors':1,'errors':[{'status':'error','message':'no such object'}]}")
            .partStatus(207),
        cursor("HubSpot search", "after/limit", "paging.next.after")
            .post()
            .body(
                "results",
                "{'total':$total,'results':$records((,'paging':{'next':{'after':'$token'}}))}"),
        link("LaunchDarkly", "_links.next.href")
            .body(
                "items",
                "{'items':$records,'totalCount':$total,'_links':{'self':{'href':'/f','type':'application/json'},'first':{'href':'/f?offset=0'},'last':{'href':'/f?offset=4'}((,'next':{'href':'$path'}))}}"),
        link("Snyk", "links.next")
            .body(
                "data",
                "{'jsonapi':{'version':'1.0'},'data':$records,'links':{'self':'/rest/o','first':'/rest/o?a=1','last':'/rest/o?a=3'((,'next':'$path'))}}")
            .inferred(),
        link("Snyk with objects", "links.next.href")
            .body(
                "data",
                "{'jsonapi':{'version':'1.0'},'data':$records,'links':{'last':{'href':'/rest/o?a=3'}((,'next':{'href':'$path'}))}}")
            .inferred(),
        link("Zendesk offset", "next_page")
            .inferredWhenSmall()
            .body(
                "tickets",
                "{'tickets':$records,'next_page':(('$link'|null)),'previous_page':null,'count':$total}"),
        link("Zendesk search", "next_page")
            .inferredWhenSmall()
            .body(
                "results",
                "{'results':$records,'facets':null,'next_page':(('$link'|null)),'previous_page':null,'count':$total}"),
        cursor("Zendesk cursor", "page[after]/page[size]", "meta.after_cursor")
            .contradictsItself()
            .with("hasMorePath", "meta.has_more")
            .with("ignoredSigns", "[\"/links/next\"]")
            .body(
                "users",
                "{'users':$records,'meta':{'has_more':$more,'after_cursor':'$token','before_cursor':'b'},'links':{'prev':'https://x.example/u?before=b','next':'$link'}}"),
        cursor("Zendesk incremental", "cursor/per_page", "after_cursor")
            .contradictsItself()
            .with("lastPagePath", "end_of_stream")
            .with("ignoredSigns", "[\"/after_url\"]")
            .body(
                "tickets",
                "{'tickets':$records,'after_url':'$link','after_cursor':'$token','before_url':null,'before_cursor':null,'end_of_stream':$last}"),
        link("Honeycomb", "links.next")
            .inferred()
            .body("data", "{'data':$records,'links':{'next':(('$path'|null))}}"),
        link("ThousandEyes", "_links.next.href")
            .body(
                "tests",
                "{'tests':$records,'_links':{'self':{'href':'https://x.example/t'}((,'next':{'href':'$link'}))}}")
            .inferred(),
        cursor("Backstage", "cursor/limit", "pageInfo.nextCursor")
            .body(
                "items",
                "{'items':$records,'totalItems':$total,'pageInfo':{(('nextCursor':'$token'))}}"),
        link("TeamCity", "nextHref")
            .body(
                "build",
                "{'count':$size,'href':'/app/rest/builds'((,'nextHref':'$path')),'build':$records}")
            .hollow()
            .inferred(),
        link("Django REST", "next")
            .inferredWhenSmall()
            .body(
                "results",
                "{'count':$total,'next':(('$link'|null)),'previous':null,'results':$records}"),
        page("Django REST by page", "page/page_size")
            .inferredWhenSmall()
            .body(
                "results",
                "{'count':$total,'next':(('$link'|null)),'previous':null,'results':$records}")
            .behind(404),
        link("AWX", "next")
            .inferredWhenSmall()
            .body(
                "results",
                "{'count':$total,'next':(('$path'|null)),'previous':null,'results':$records}"),
        link("Docker Hub", "next")
            .inferredWhenSmall()
            .body(
                "results",
                "{'count':$total,'next':(('$link'|null)),'previous':null,'results':$records}"),
        link("Grafana OnCall", "next")
            .body(
                "results",
                "{'next':(('$link'|null)),'previous':null,'results':$records,'current_page_number':$page,'page_size':2,'total_pages':$pages,'count':$total}"),
        link("BitSight", "links.next")
            .inferredWhenSmall()
            .body(
                "results",
                "{'links':{'next':(('$link'|null)),'previous':null},'count':$total,'results':$records}")
            .hollow(),
        cursor("Anthropic admin", "page/limit", "next_page")
            .body("data", "{'data':$records,'has_more':$more,'next_page':(('$token'|null))}"),
        cursor("OpenAI admin", "after/limit", "last_id")
            .body(
                "data",
                "{'object':'list','data':$records,'first_id':'r1','last_id':'$id','has_more':$more}"),
        link("Better Stack", "pagination.next")
            .inferred()
            .body(
                "data",
                "{'data':$records,'pagination':{'first':'https://x.example/m?page=1','last':'https://x.example/m?page=3','prev':null,'next':(('$link'|null))}}"));
  }

  private static final String DATAVERSE =
      "{'@odata.context':'https://x.example/$metadata#accounts','@Microsoft.Dynamics.CRM.totalrecordcount':COUNT,'@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded':false,'@Microsoft.Dynamics.CRM.morerecords':$more,'value':$records((,'@odata.nextLink':'$link'))}";
}
