package dev.seaway.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words by which APIs tell of the end of a list. Words are compared by meaning: case,
 * separators and a namespace before the last dot or colon do not count, unless a word is written
 * with its namespace. A word with a slash holds below that parent only, and goes before the word
 * alone.
 */
final class SignWords {

  /**
   * One row of the table.
   *
   * @param words as they are compared
   * @param apis where they were seen
   */
  record Row(SignMeaning meaning, List<String> words, String apis) {}

  private static final String HEADER = "header:";

  private static final String TABLE =
      """
      NEXT | next nextpage nextlink nexturl nexthref nextrecordsurl nextpageurl nexturi afterurl nextpageuri | Jira, Zendesk, Azure, OData, Salesforce, Laravel, TeamCity, Django REST, Bitbucket, Terraform
      NEXT | nextcursor nextpagetoken nextpagekey nexttoken nextmarker nextcontinuationtoken nextkeymarker nextpagecursor nextpageid nextid | Slack, Notion, Google, Dynatrace, AWS, S3, Backstage
      NEXT | continuationtoken paginationtoken skiptoken lastevaluatedkey continue | Nexus, Azure DevOps, AWS, Azure Resource Graph, DynamoDB, Kubernetes
      NEXT | header:xnextpage header:xpagingnext header:xmscontinuationtoken header:xnomadnexttoken header:opcnextpage header:nextrange header:xnextcursor header:xcontinuationtoken | GitLab, Opsgenie, Azure, Nomad, Oracle Cloud, Heroku
      NEXT_POSITION | nextoffset nextpagestart nextstart nextnumber nextpagenumber nextstartat nextindex nextskip | Datadog, Bitbucket Server, Tines, Checkmarx
      TOKEN | cursor after token meta/token marker nextpagination | PagerDuty, HubSpot, incident.io, Komodor, Cloudflare
      PAGE_END | aftercursor endcursor scrollid | GraphQL, Zendesk, Elasticsearch
      POSITION | offset | Airtable; elsewhere it repeats what was asked for
      CLOSING | deltalink nextsynctoken | Microsoft Graph, Google Calendar
      MORE | more hasmore hasnext hasnextpage hasmorerows hasmorerecords morerecords hasmoreresults moreresults istruncated hasmoreitems hasmorepages moreavailable morepages | PagerDuty, Stripe, GraphQL, ServiceDesk Plus, Dataverse, S3, Slack
      LAST | islast islastpage done endofstream islastbatch isend lastbatch finalpage islastitem | Jira, Salesforce, Zendesk
      LAST_PAGE | last lastpage | Spring and ClickUp as a flag; Laravel, Hetzner and FireHydrant as a number
      FIRST | first isfirst isfirstpage firstpage | Spring
      PREVIOUS | hasprevious hasprev haspreviouspage hasprevpage | GraphQL, FastAPI
      TOTAL | total totalcount totalrecords totalrecordcount totalsize totalitems totalelements totalresults totalentries totalresources totalobjects totalrows totalhits totalnumber grandtotal grandtotalentities totalmatching numfound totalitemcount totalitemscount totalmatches totalrecordscount totalnum overalltotal of totalavailable totalaffecteditems totaltransactions nbhits recordstotal itemstotal resultstotal rowstotal entriestotal | Jira, GitHub, Spring, HubSpot, Salesforce, SCIM, Solr, Nutanix, Fastly, Hetzner, LaunchDarkly, Algolia, DataTables
      TOTAL | total/value total/count count/total odatacount d/count | Elasticsearch, OData
      TOTAL | header:xtotalcount header:xtotal header:xhits header:total header:totalcount header:xpaginationcount header:opctotalitems header:xtotalresults header:xtotalitems header:xtotalrecords header:xpaginationtotal header:xpaginationtotalcount header:contentrange | GitLab, Gitea, Harbor, Sentry, Oracle Cloud, Gusto, PostgREST
      FILTERED_TOTAL | filteredtotalcount totalfilteredcount filtercount totalfiltered filteredtotal recordsfiltered filteredcount | Checkmarx, Datadog, Directus, DataTables
      COUNT | count resultcount recordcount itemcount numresults header:xresultcount | Django REST, FireHydrant, Zendesk; this page's at Azure DevOps, Cloudflare, Vercel
      MORE | remainingitemcount remainingitems remainingcount remainingrecords remainingresults moreitemsremaining | Kubernetes
      RELATION | total/relation totalrelation totalhitsrelation | Elasticsearch, OpenSearch
      EXACT | exhaustivenbhits exhaustive exhaustive/nbhits exact isexact countexact totalexact countisexact totalisexact numfoundexact | Algolia
      ESTIMATE | approximate isapproximate approximated estimate isestimate isestimated estimated totalisestimate totalisestimated totalisapproximate countisestimate countisestimated countisapproximate | Meilisearch, many in-house APIs
      PAGES | pages totalpages pagecount numpages numberofpages pagesnumber pagestotal pagetotal maxpage nbpages pages/total pages/count | Terraform, Spring, Laravel, FireHydrant, Octopus, Algolia
      LAST_NUMBER | lastpagenumber lastnumber lastpageindex lastindex | Octopus, Datadog
      PAGES | header:xtotalpages header:totalpages header:xpaginationpagetotal header:xpagecount header:xpaginationtotalpages | GitLab, pagy, Cloudsmith
      PART | incomplete incompleteresults incompletesearch isincomplete partial ispartial partialresults partialresult truncated istruncatedresult resulttruncated resultstruncated timedout terminatedearly totalrecordcountlimitexceeded limitexceeded limitreached maxcountreached limithit capped clipped incompletereason range/notification degraded isdegraded ratelimited sampled issampled maxresultsreached resultlimitreached searchlimithit searchcutoff countlimitexceeded deadlineexceeded toomanytocount totalcapped totaliscapped istruncatedbypermission partialerrors partialfailure partialfailures | GitHub, Elasticsearch, Azure Resource Graph, Dataverse, Notion, Artifactory, VictoriaMetrics
      PART | unreachable unreachables failedblueprints unprocessedkeys unprocessedids unprocesseditems unprocessedaccounts failedresources failures shards/failed shards/failures clusters/skipped clusters/partial clusters/failed numerrors errorcount failedids missingids skippedresources failedcount failedshards timedoutshards failedsources skippedsources haserrors errorscount omittedcount hiddencount inaccessible notaccessiblecount clusters/running unavailableregions | Google, Port, AWS, Elasticsearch, HubSpot, VMware
      PART | header:xgithubsso header:xconsulresultsfilteredbyacls | GitHub, Consul
      WHOLE | complete iscomplete allresults iscompleted jobcomplete header:xconsulknownleader | many in-house APIs
      STATUS | status requeststatus/type meta/status responsestatus/status resultstatus completeness completion | Notion, Datadog, Prometheus, ServiceNow
      ERROR | error errors err exception fault | GraphQL, Slack, Monday, New Relic, Cloudflare
      OK | ok success successful issuccess issuccessful succeeded | Slack, Cloudflare
      MESSAGE | errcode errmsg resultcode resultmsg resultmessage retmsg message msg detail details reason code statuscode httpstatus errorcode errormessage errormessages errordescription faultcode faultstring | GitHub, RFC 9457, Jira, many gateways
      WARNING | warning warning/code warning/message warnings warningmessages messages notice notices hint hints info infos notification notifications header:warning note notes remark remarks advisory disclaimer caution showing | Jira, Datadog, Thanos, Google Compute
      NOTHING | shards clusters range aggregations aggregation facets facet stats statistics summary ratelimit ratelimits quota quotas usage extensions profile debug timing took included includes expand schemas filters sort query request input params parameters user viewer account organization tenant version previous prev previouspage previouslink prevpage firstid lastid | beside the list, not about it
      NOTHING | cursors/before page/size pageinfo/startcursor shards/total shards/successful shards/skipped clusters/total clusters/successful approximatecount approximatetotal approximatetotalcount totalestimate estimatedtotal estimatedtotalhits estimatedtotalcount estimatedcount resultsizeestimate exhaustivefacetscount exhaustivetypo exhaustive/facetscount exhaustive/facetvalues exhaustive/rulesmatch exhaustive/typo | never a sign
      """;

  /** Names of objects that speak of the list, beside those with a part such as page or meta. */
  private static final Set<String> ABOUT_LIST =
      Set.of(
          "count",
          "counts",
          "totals",
          "pageinfo",
          "resultinfo",
          "listinfo",
          "additionaldata",
          "view",
          "info",
          "total",
          "hits",
          "list",
          "requeststatus",
          "d",
          "data",
          "result",
          "results",
          "response");

  /** What answers repeat of their requests. */
  private static final Set<String> OF_REQUESTS =
      Set.of(
          "limit",
          "size",
          "pagesize",
          "perpage",
          "pagelimit",
          "pagelen",
          "maxresults",
          "maxitems",
          "top",
          "take",
          "rows",
          "page",
          "pagenumber",
          "currentpage",
          "number",
          "offset",
          "skip",
          "startat",
          "from");

  private record FieldName(String parent, String name) {}

  private static final int LONGEST_REMEMBERED = 100;
  private static final Memo<FieldName, Optional<SignMeaning>> FIELDS = new Memo<>();

  private static final List<Row> ROWS = rows();
  private static final Map<String, SignMeaning> MEANINGS = meanings();
  private static final Set<String> PARENTS =
      MEANINGS.keySet().stream()
          .filter(word -> word.contains("/"))
          .map(word -> word.substring(0, word.indexOf('/')))
          .collect(Collectors.toUnmodifiableSet());

  private SignWords() {}

  /** What a field says: by its parent and its name, or by its name alone. */
  static Optional<SignMeaning> ofField(String parent, String name) {
    return parent.length() + name.length() > LONGEST_REMEMBERED
        ? understood(parent, name)
        : FIELDS.of(new FieldName(parent, name), field -> understood(field.parent(), field.name()));
  }

  private static Optional<SignMeaning> understood(String parent, String name) {
    return below(parent, name)
        .or(() -> Optional.ofNullable(MEANINGS.get(letters(name))))
        .or(() -> Optional.ofNullable(MEANINGS.get(normalised(name))))
        .or(() -> WordParts.meaning(name));
  }

  /** What a field says by its parent and its name together. */
  static Optional<SignMeaning> below(String parent, String name) {
    return Optional.ofNullable(MEANINGS.get(normalised(parent) + "/" + normalised(name)));
  }

  /**
   * Whether a field of that name is a flag, whatever its type: {@code isLast}, not {@code done}.
   */
  static boolean isNameOfFlag(String name) {
    String word = normalised(name);
    return word.startsWith("is") || word.startsWith("has") || word.contains("last");
  }

  /** Whether a number of that name only repeats what was asked for. */
  static boolean isOfRequest(String name) {
    return OF_REQUESTS.contains(normalised(name));
  }

  /** Whether words hold below a parent of that name. */
  static boolean isParent(String name) {
    return PARENTS.contains(normalised(name));
  }

  /** Whether an object of that name speaks of the pages of the list beside it. */
  static boolean isOfPaging(String name) {
    return ABOUT_LIST.contains(normalised(name)) || WordParts.areOfPaging(name);
  }

  /** Whether an object of that name speaks of the pages of a list, and of nothing else. */
  static boolean speaksOfPages(String name) {
    return WordParts.areOfPages(name);
  }

  /** What a header says. */
  static Optional<SignMeaning> ofHeader(String name) {
    return Optional.ofNullable(MEANINGS.get(HEADER + letters(name)));
  }

  static List<Row> table() {
    return ROWS;
  }

  /** A name as it is compared. */
  static String normalised(String name) {
    int namespace = Math.max(name.lastIndexOf('.'), name.lastIndexOf(':'));
    return letters(name.substring(namespace + 1));
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); at++) {
      if (Character.isLetterOrDigit(name.charAt(at))) {
        letters.append(name.charAt(at));
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String line : TABLE.strip().lines().toList()) {
      String[] cells = line.split("\\|", -1);
      rows.add(
          new Row(
              SignMeaning.valueOf(cells[0].strip()),
              List.of(cells[1].strip().split(" ", -1)),
              cells[2].strip()));
    }
    return List.copyOf(rows);
  }

  private static Map<String, SignMeaning> meanings() {
    Map<String, SignMeaning> meanings = new HashMap<>();
    for (Row row : ROWS) {
      for (String word : row.words()) {
        if (meanings.put(word, row.meaning()) != null) {
          throw new IllegalStateException("The word " + word + " has two meanings");
        }
      }
    }
    return meanings;
  }
}
