package dev.seaway.core.read.styles;

import static dev.seaway.core.read.styles.ListStyle.code;
import static dev.seaway.core.read.styles.ListStyle.cursor;

import java.util.List;

/** Lists whose answers hold a token for the next page. */
final class CursorStyles {

  private CursorStyles() {}

  static List<ListStyle> all() {
    return List.of(
        cursor("Compass", "cursor/limit", "cursor")
            .inferred()
            .body("entities", "{'entities':$records,'cursor':(('$token'|null))}"),
        cursor("Atlassian admin", "cursor/limit", "pageInfo.endCursor")
            .with("hasMorePath", "pageInfo.hasNextPage")
            .body(
                "data", "{'data':$records,'pageInfo':{'hasNextPage':$more,'endCursor':'$token'}}"),
        cursor("PagerDuty audit", "cursor/limit", "next_cursor")
            .inferred()
            .body(
                "records",
                "{'records':$records,'next_cursor':(('$token'|null)),'limit':2,'response_metadata':{'messages':[]}}"),
        cursor("PagerDuty analytics", "starting_after/limit", "last")
            .post()
            .with("hasMorePath", "more")
            .body(
                "data",
                "{'data':$records,'first':'r1','limit':2,'more':$more,'order':'desc','filters':{}((,'last':'$token'))}"),
        cursor("Slack users", "cursor/limit", "response_metadata.next_cursor")
            .inferred()
            .body(
                "members",
                "{'ok':true,'warning':'missing_charset','members':$records,'cache_ts':1498777272,'response_metadata':{'next_cursor':'(($token))'}}")
            .hollow()
            .part("{'ok':false,'error':'ratelimited'}"),
        cursor("Slack history", "cursor/limit", "response_metadata.next_cursor")
            .body(
                "messages",
                "{'ok':true,'messages':$records,'has_more':$more,'pin_count':0((,'response_metadata':{'next_cursor':'$token'}))}")
            .part("{'ok':false,'error':'internal_error'}"),
        cursor("Notion", "start_cursor/page_size", "next_cursor")
            .post()
            .body(
                "results",
                "{'object':'list','results':$records,'next_cursor':(('$token'|null)),'has_more':$more,'type':'page_or_data_source','page_or_data_source':{}}")
            .part(
                "{'request_status':{'type':'incomplete','incomplete_reason':'query_result_limit_reached'}}"),
        cursor("incident.io", "after/page_size", "pagination_meta.after")
            .body(
                "incidents",
                "{'incidents':$records,'pagination_meta':{'page_size':2,'total_record_count':$total((,'after':'$token'))}}"),
        cursor("incident.io alerts", "after/page_size", "pagination_meta.after")
            .body(
                "alerts",
                "{'alerts':$records,'pagination_meta':{'page_size':2((,'after':'$token'))}}")
            .inferred(),
        cursor("CircleCI", "page-token/limit", "next_page_token")
            .inferred()
            .body("items", "{'items':$records,'next_page_token':(('$token'|null))}"),
        code("Stripe", Codes.lastId("starting_after"))
            .body(
                "data", "{'object':'list','url':'/v1/customers','has_more':$more,'data':$records}"),
        cursor("Stripe search", "page/limit", "next_page")
            .body(
                "data",
                "{'object':'search_result','url':'/v1/customers/search','has_more':$more,'next_page':(('$token'|null)),'data':$records}"),
        cursor("Google Drive", "pageToken/pageSize", "nextPageToken")
            .body(
                "files",
                "{'kind':'drive#fileList','incompleteSearch':false,'files':$records((,'nextPageToken':'$token'))}")
            .hollow()
            .inferred()
            .part("{'incompleteSearch':true}"),
        cursor("Google Compute", "pageToken/maxResults", "nextPageToken")
            .body(
                "items",
                "{'kind':'compute#instanceList','id':'projects/x','items':$records,'selfLink':'https://x.example/i'((,'nextPageToken':'$token'))}")
            .empty(
                "{'kind':'compute#instanceList','warning':{'code':'NO_RESULTS_ON_PAGE','message':'There"
                    + " are no results on this page.'}((,'nextPageToken':'$token'))}")
            .hollow()
            .inferred()
            .part("{'warning':{'code':'UNREACHABLE','message':'zone x is unreachable'}}")
            .part("{'unreachables':['zones/x']}"),
        cursor("Google Cloud", "pageToken/pageSize", "nextPageToken")
            .inferred()
            .body(
                "functions", "{'functions':$records,'unreachable':[],'nextPageToken':'(($token))'}")
            .hollow()
            .part("{'unreachable':['projects/x/locations/y']}"),
        cursor("Google Mail", "pageToken/maxResults", "nextPageToken")
            .body(
                "messages",
                "{'messages':$records,'resultSizeEstimate':201((,'nextPageToken':'$token'))}")
            .inferred(),
        cursor("Google Monitoring", "pageToken/pageSize", "nextPageToken")
            .inferred()
            .contradictsItself()
            .with("ignoredSigns", "[\"/totalSize\"]")
            .body(
                "alertPolicies",
                "{'alertPolicies':$records,'nextPageToken':'(($token))','totalSize':7}"),
        cursor("AWS", "NextToken/MaxResults", "NextToken")
            .inferred()
            .post()
            .body("Items", "{'Items':$records,'NextToken':(('$token'|null))}")
            .hollow()
            .part("{'UnprocessedKeys':{'table':{'Keys':[{}]}}}")
            .part("{'FailedResources':[{'Arn':'a'}]}"),
        cursor("AWS DynamoDB", "ExclusiveStartKey/Limit", "LastEvaluatedKey.id.S")
            .post()
            .body(
                "Items",
                "{'Items':$records,'Count':$size,'ScannedCount':$size((,'LastEvaluatedKey':{'id':{'S':'$token'}}))}")
            .hollow()
            .inferred(),
        cursor("AWS S3 style", "continuation-token/max-keys", "NextContinuationToken")
            .body(
                "Contents",
                "{'Name':'bucket','Prefix':'','KeyCount':$size,'MaxKeys':2,'IsTruncated':$more,'Contents':$records((,'NextContinuationToken':'$token'))}"),
        cursor("Azure Resource Graph", "options.$skipToken/options.$top", "$skipToken")
            .post()
            .body(
                "data",
                "{'totalRecords':$total,'count':$size,'facets':[],'resultTruncated':'false','data':$records((,'$skipToken':'$token'))}")
            .part("{'resultTruncated':'true'}"),
        cursor("Kubernetes", "continue/limit", "metadata.continue")
            .inferred()
            .body(
                "items",
                "{'kind':'PodList','apiVersion':'v1','metadata':{'resourceVersion':'10245','continue':'(($token))'((,'remainingItemCount':3))},'items':$records}")
            .header(
                "Warning", "299 - 'v1beta1 Event is deprecated in v1.19+, unavailable in v1.25+'"),
        cursor("Nexus", "continuationToken/limit", "continuationToken")
            .inferred()
            .body("items", "{'items':$records,'continuationToken':(('$token'|null))}"),
        cursor("Dynatrace", "nextPageKey/pageSize", "nextPageKey")
            .body(
                "entities",
                "{'totalCount':$total,'pageSize':$size((,'nextPageKey':'$token')),'entities':$records}")
            .part("{'warnings':['The result was truncated to 100 entities']}"),
        cursor("Datadog logs", "page[cursor]/page[limit]", "meta.page.after")
            .body(
                "data",
                "{'data':$records,'links':{(('next':'$link'))},'meta':{'elapsed':132,'request_id':'q','status':'done','page':{(('after':'$token'))}}}")
            .inferred()
            .part("{'meta':{'status':'timeout'}}")
            .part(
                "{'meta':{'warnings':[{'code':'unknown_index','title':'One or several indexes are"
                    + " missing or invalid','detail':'indexes: foo'}]}}"),
        cursor("Datadog datastore", "page[cursor]/page[limit]", "meta.page.after")
            .filtered("filter", "open")
            .with("hasMorePath", "meta.page.hasMore")
            .body(
                "data",
                "{'data':$records,'meta':{'page':{'hasMore':$more,'totalCount':900,'totalFilteredCount':$total((,'after':'$token'))}}}"),
        cursor("Vercel", "until/limit", "pagination.next")
            .inferred()
            .body(
                "projects",
                "{'projects':$records,'pagination':{'count':$size,'next':(($nextStart|null)),'prev':15}}"),
        cursor("Port search", "from/limit", "next")
            .post()
            .body("entities", "{'ok':true,'entities':$records((,'next':'$token'))}")
            .inferred()
            .part("{'failedBlueprints':['service']}"),
        cursor("Komodor", "pagination.token/pagination.pageSize", "meta.token")
            .post()
            .body("data", "{'data':$records,'meta':{(('token':'$token'))}}")
            .inferred(),
        cursor("Zoom", "next_page_token/page_size", "next_page_token")
            .body(
                "users",
                "{'page_count':$pages,'page_size':2,'total_records':$total,'next_page_token':'(($token))','users':$records}"),
        cursor("Airtable", "offset/pageSize", "offset")
            .body("records", "{'records':$records((,'offset':'$token'))}")
            .inferred());
  }
}
