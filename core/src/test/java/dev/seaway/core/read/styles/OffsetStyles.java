package dev.seaway.core.read.styles;

import static dev.seaway.core.read.styles.ListStyle.cursor;
import static dev.seaway.core.read.styles.ListStyle.link;
import static dev.seaway.core.read.styles.ListStyle.offset;
import static dev.seaway.core.read.styles.ListStyle.page;
import static dev.seaway.core.read.styles.ListStyle.pageFromZero;

import java.util.List;

/** Lists that are read by the position of a record. */
final class OffsetStyles {

  private OffsetStyles() {}

  static List<ListStyle> all() {
    return List.of(
        offset("Jira old search", "startAt/maxResults")
            .body(
                "issues",
                "{'expand':'names,schema','startAt':$start,'maxResults':2,'total':$total,'issues':$records,'warningMessages':null}"),
        offset("Jira PageBeans", "startAt/maxResults")
            .body(
                "values",
                "{'self':'https://x.example/3/project/search','maxResults':2,'startAt':$start,'total':$total,'isLast':$last((,'nextPage':'$link')),'values':$records}"),
        offset("Jira sprints", "startAt/maxResults")
            .body("values", "{'maxResults':2,'startAt':$start,'isLast':$last,'values':$records}"),
        offset("Jira user search", "startAt/maxResults").silent(),
        cursor("Jira Data Center user list", "cursor/maxResults", "nextCursor")
            .body("values", "{'values':$records,'isLast':$last,'nextCursor':(('$token'|null))}"),
        cursor("Jira search/jql", "nextPageToken/maxResults", "nextPageToken")
            .body("issues", "{'issues':$records,'isLast':$last((,'nextPageToken':'$token'))}"),
        offset("JSM", "start/limit").body("values", JSM),
        link("JSM by link", "_links.next").body("values", JSM),
        link("JSM Operations", "links.next")
            .inferred()
            .body("values", "{'values':$records,'links':{'next':'(($link))'},'count':$size}"),
        link("Confluence v1", "_links.next")
            .body(
                "results",
                "{'results':$records,'start':$start,'limit':2,'size':$size,'_links':{'base':'https://x.example/wiki','context':'/wiki'((,'next':'$path'))}}")
            .inferred(),
        link("Confluence search", "_links.next")
            .body(
                "results",
                "{'results':$records,'start':$start,'limit':2,'size':$size,'totalSize':$total,'cqlQuery':'type=page','searchDuration':12,'_links':{'base':'https://x.example/wiki'((,'next':'$path'))}}"),
        link("Confluence v2", "_links.next")
            .body(
                "results",
                "{'results':$records,'_links':{'base':'https://x.example/wiki'((,'next':'$path'))}}")
            .header("Link", "((<$path>; rel='next', <https://x.example/wiki>; rel='base'))")
            .inferred(),
        offset("Bitbucket Server", "start/limit")
            .body(
                "values",
                "{'size':$size,'limit':2,'isLastPage':$last,'values':$records,'start':$start,'nextPageStart':(($nextStart|null))}"),
        cursor("Bitbucket Server by nextPageStart", "start/limit", "nextPageStart")
            .body(
                "values",
                "{'size':$size,'limit':2,'isLastPage':$last,'values':$records,'start':$start((,'nextPageStart':$nextStart))}"),
        offset("Opsgenie alerts", "offset/limit")
            .body(
                "data",
                "{'data':$records,'paging':{(('next':'$link',))'first':'https://x.example/a?offset=0','last':'https://x.example/a?offset=4'},'took':0.1,'requestId':'5c1'}")
            .header("X-Paging-Next", "(($link))")
            .header("X-Paging-Last", "https://x.example/a?offset=4")
            .inferred(),
        offset("PagerDuty incidents", "offset/limit")
            .with("hasMorePath", "more")
            .body(
                "incidents",
                "{'incidents':$records,'limit':2,'offset':$start,'total':null,'more':$more}"),
        offset("PagerDuty users, as they come", "offset/limit")
            .body(
                "users", "{'users':$records,'limit':2,'offset':$start,'total':null,'more':$more}"),
        offset("ServiceNow", "sysparm_offset/sysparm_limit")
            .body("result", "{'result':$records}")
            .header("X-Total-Count", "$total")
            .header(
                "Link",
                "<https://x.example/t?sysparm_offset=0>;rel='first',((<$link>;rel='next',))<https://x.example/t?sysparm_offset=0>;rel='prev'")
            .part("{'error':{'message':'Transaction cancelled'},'status':'failure'}"),
        page("SonarQube", "p/ps")
            .body(
                "components",
                "{'paging':{'pageIndex':$page,'pageSize':2,'total':$total},'components':$records}")
            .part("{'errors':[{'msg':'Index is not available'}]}"),
        page("SonarQube issues", "p/ps")
            .body(
                "issues",
                "{'total':$total,'p':$page,'ps':2,'paging':{'pageIndex':$page,'pageSize':2,'total':$total},'effortTotal':800,'issues':$records,'components':[{'key':'c','total':7}],'facets':[]}"),
        offset("Checkmarx One", "offset/limit")
            .filtered("search", "mine")
            .body("projects", "{'totalCount':900,'filteredTotalCount':$total,'projects':$records}"),
        page("Checkmarx API security", "page/per_page")
            .body(
                "entries",
                "{'entries':$records,'has_next':$more,'next_page_number':(($nextPage|null)),'total_records':$total,'current_page':$page}"),
        offset("Octopus", "skip/take")
            .body(
                "Items",
                "{'ItemType':'Project','TotalResults':$total,'ItemsPerPage':2,'NumberOfPages':$pages,'LastPageNumber':$lastIndex,'Items':$records,'Links':{'Self':'/api/p','Page.All':'/api/p?take=99','Page.Current':'/api/p?skip=0','Page.Last':'/api/p?skip=4'((,'Page.Next':'$path'))}}"),
        pageFromZero("Auth0 with totals", "page/per_page")
            .body(
                "users",
                "{'start':$start,'limit':2,'length':$size,'total':$total,'users':$records}"),
        pageFromZero("Auth0", "page/per_page").silent(),
        cursor("Auth0 checkpoints", "from/take", "next")
            .body("organizations", "{'organizations':$records((,'next':'$token'))}")
            .inferred(),
        offset("Datadog hosts", "start/count")
            .body(
                "host_list",
                "{'total_returned':$size,'total_matching':$total,'exact_total_matching':true,'host_list':$records}"),
        offset("Datadog incidents", "page[offset]/page[limit]")
            .contradictsItself()
            .body(
                "data",
                "{'data':$records,'meta':{'pagination':{'offset':$start,'size':$size,'next_offset':$nextStart}}}")
            .inferred(),
        pageFromZero("Datadog SLO search", "page[number]/page[size]")
            .body(
                "data",
                "{'data':$records,'meta':{'pagination':{'number':$page,'first_number':0,'next_number':(($nextPage|null)),'last_number':$lastIndex,'size':2,'total':$total,'type':'number_size'}}}"),
        offset("Elasticsearch", "from/size")
            .body("hits/hits", ELASTIC.replace("TOTAL", "{'value':$total,'relation':'eq'}"))
            .part("{'timed_out':true}")
            .part("{'_shards':{'failed':1,'failures':[{'shard':0}]}}")
            .part("{'terminated_early':true}")
            .part("{'_clusters':{'total':2,'successful':1,'skipped':0,'partial':1,'failed':0}}"),
        offset("Elasticsearch 6", "from/size")
            .body("hits/hits", ELASTIC.replace("TOTAL", "$total")),
        offset("Elasticsearch, capped", "from/size")
            .body("hits/hits", ELASTIC.replace("TOTAL", "{'value':$total,'relation':'gte'}"))
            .inferred(),
        link("Salesforce", "nextRecordsUrl")
            .body(
                "records",
                "{'totalSize':$total,'done':$last((,'nextRecordsUrl':'$path')),'records':$records}"),
        link("Salesforce external objects", "nextRecordsUrl")
            .body(
                "records",
                "{'totalSize':-1,'done':$last((,'nextRecordsUrl':'$path')),'records':$records}"),
        page("ServiceDesk Plus", "list_info.page/list_info.row_count")
            .post()
            .with("hasMorePath", "list_info.has_more_rows")
            .body(
                "requests",
                "{'response_status':[{'status_code':2000,'status':'success'}],'list_info':{'has_more_rows':$more,'start_index':$start,'row_count':$size},'requests':$records}")
            .part("{'response_status':[{'status_code':4001,'status':'failed'}]}"),
        offset("Box", "offset/limit")
            .body(
                "entries",
                "{'total_count':$total,'offset':$start,'limit':2,'entries':$records,'order':[{'by':'type','direction':'ASC'}]}"),
        page("Grafana search", "page/limit").silent(),
        page("Grafana users", "page/perpage")
            .body("users", "{'totalCount':$total,'users':$records,'page':$page,'perPage':2}"),
        offset("SCIM", "startIndex/count")
            .asking("startIndex", 1)
            .body(
                "Resources",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:ListResponse'],'totalResults':$total,'startIndex':$start,'itemsPerPage':$size,'Resources':$records}"),
        offset("Nutanix", "offset/length")
            .body(
                "entities",
                "{'metadata':{'grand_total_entities':$total,'total_entities':$size,'count':$size,'length':$size},'entities':$records}"));
  }

  private static final String JSM =
      "{'_expands':[],'size':$size,'start':$start,'limit':2,'isLastPage':$last,'_links':{'base':'https://x.example','context':'','self':'https://x.example/r'((,'next':'$link'))},'values':$records}";

  private static final String ELASTIC =
      "{'took':3,'timed_out':false,'_shards':{'total':12,'successful':12,'skipped':0,'failed':0},'hits':{'total':TOTAL,'max_score':1.5,'hits':$records}}";
}
