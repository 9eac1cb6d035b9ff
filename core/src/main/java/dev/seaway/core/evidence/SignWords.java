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
  private static final String PART = "part:";
  private static final String NAME = "name:";
  private static final String VALUE = "value:";

  private static final String TABLE =
      """
      NEXT | next nextpage nextlink nexturl nexthref nextrecordsurl nextpageurl nexturi afterurl nextpageuri | Jira, Zendesk, Azure, OData, Salesforce, Laravel, TeamCity, Django REST, Bitbucket, Terraform
      NEXT | nextcursor nextpagetoken nextpagekey nexttoken nextmarker nextcontinuationtoken nextkeymarker nextpagecursor nextpageid nextid cursors/forward cursors/next cursor/forward cursor/next pagination/forward paging/forward forwardcursor forwardtoken | Slack, Notion, Google, Dynatrace, AWS, S3, Backstage
      NEXT | continuationtoken paginationtoken skiptoken lastevaluatedkey continue | Nexus, Azure DevOps, AWS, Azure Resource Graph, DynamoDB, Kubernetes
      NEXT | header:xnextpage header:xpagingnext header:xmscontinuationtoken header:xnomadnexttoken header:opcnextpage header:nextrange header:xnextcursor header:xcontinuationtoken | GitLab, Opsgenie, Azure, Nomad, Oracle Cloud, Heroku
      NEXT_POSITION | nextoffset nextpagestart nextstart nextnumber nextpagenumber nextstartat nextindex nextskip | Datadog, Bitbucket Server, Tines, Checkmarx
      TOKEN | cursor after token meta/token marker nextpagination pagedresultscookie scrollparam | PagerDuty, HubSpot, incident.io, Komodor, Cloudflare, ForgeRock, Intercom
      PAGE_END | aftercursor endcursor scrollid | GraphQL, Zendesk, Elasticsearch
      POSITION | offset | Airtable; elsewhere it repeats what was asked for
      CLOSING | deltalink nextsynctoken | Microsoft Graph, Google Calendar
      MORE | more hasmore hasnext hasnextpage hasmorerows hasmorerecords morerecords hasmoreresults moreresults istruncated hasmoreitems hasmorepages moreavailable morepages | PagerDuty, Stripe, GraphQL, ServiceDesk Plus, Dataverse, S3, Slack
      LAST | islast islastpage done endofstream islastbatch isend lastbatch finalpage islastitem | Jira, Salesforce, Zendesk
      LAST_PAGE | last lastpage | Spring and ClickUp as a flag; Laravel, Hetzner and FireHydrant as a number
      FIRST | first isfirst isfirstpage firstpage | Spring
      PREVIOUS | hasprevious hasprev haspreviouspage hasprevpage | GraphQL, FastAPI
      TOTAL | total totalcount totalrecords totalrecordcount totalsize totalitems totalelements totalresults totalentries totalresources totalobjects totalrows totalhits totalnumber grandtotal grandtotalentities totalmatching numfound totalitemcount totalitemscount totalmatches totalrecordscount totalnum overalltotal of totalavailable treesize totalaffecteditems totaltransactions nbhits recordstotal itemstotal resultstotal rowstotal entriestotal | Jira, GitHub, Spring, HubSpot, Salesforce, SCIM, Solr, Nutanix, Fastly, Hetzner, LaunchDarkly, Algolia, DataTables
      TOTAL | total/value total/count count/total odatacount d/count | Elasticsearch, OData
      TOTAL | header:xtotalcount header:xtotal header:xhits header:total header:totalcount header:xpaginationcount header:opctotalitems header:xtotalresults header:xtotalitems header:xtotalrecords header:xpaginationtotal header:xpaginationtotalcount header:contentrange | GitLab, Gitea, Harbor, Sentry, Oracle Cloud, Gusto, PostgREST
      FILTERED_TOTAL | filteredtotalcount totalfilteredcount filtercount totalfiltered filteredtotal recordsfiltered filteredcount subtotal subcount | Checkmarx, Datadog, Directus, DataTables, Foreman, ManageIQ
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
      STATUS | status requeststatus/type meta/status responsestatus/status resultstatus completeness completion responsetype | Notion, Datadog, Prometheus, ServiceNow
      ERROR | error errors err exception fault | GraphQL, Slack, Monday, New Relic, Cloudflare
      OK | ok success successful issuccess issuccessful succeeded | Slack, Cloudflare
      MESSAGE | errcode errmsg resultcode resultmsg resultmessage retmsg message msg detail details reason code statuscode httpstatus errorcode errormessage errormessages errordescription faultcode faultstring | GitHub, RFC 9457, Jira, many gateways
      WARNING | warning warning/code warning/message warnings warningmessages messages notice notices hint hints info infos notification notifications header:warning note notes remark remarks advisory disclaimer caution showing | Jira, Datadog, Thanos, Google Compute
      ASIDE | statistics stats summary extensions executionstats executioninfo searchinfo | Cumulocity, Seq, Facebook, GraphQL
      MAYBE_PART | part:skipped part:missing part:omitted part:dropped part:hidden part:excluded part:unavailable part:inaccessible part:unreachable part:failed part:failure part:failures part:errored part:problem part:problems part:denied part:incomplete part:partial part:truncated part:stale part:outdated part:degraded part:rejected part:lost part:withheld part:suppressed part:redacted part:unresolved part:unprocessed part:unread part:unreturned part:unfetched part:unloaded part:clipped part:capped part:limited part:cut part:aborted part:interrupted part:cancelled part:canceled part:overflow part:overflowed part:exceeded part:unauthorized part:timeouts part:discarded part:restricted part:offline part:unanswered part:unresponsive | many in-house APIs
      MAYBE_WHOLE | part:complete part:completeness part:coverage part:completed part:finished part:full part:whole part:ready part:returned part:loaded part:included part:fetched part:shown part:available part:listed part:visible part:accessible part:found part:retrieved name:completed name:finished name:ready | New Relic, many in-house APIs
      MAYBE_MORE | part:more part:remaining part:remainder part:other part:others part:further part:additional part:left part:leftover part:beyond | Bubble, Discourse, Elasticsearch
      MAYBE_NEXT | part:continuation part:continue part:resume part:resumption part:scroll part:following part:older | OAI-PMH, Discourse, in-house APIs
      MAYBE_TOTAL | part:total part:totals part:overall part:grand name:available name:found name:nhits name:hits name:matched name:matches name:matching name:outof name:hitcount name:existing | openEQUELLA, Typesense, OpenDataSoft, Xray, GitHub Copilot
      UNFINISHED | value:running value:pending value:queued value:scheduled value:inprogress value:processing value:executing value:started value:starting value:waiting value:submitted value:accepted value:preparing value:initializing value:loading value:delta value:unfinished value:notready value:notcomplete value:indexing value:syncing value:importing value:building value:refreshing value:collecting value:computing value:ongoing value:stillrunning value:degraded value:cancelled value:canceled value:stopped value:interrupted value:expired | CloudWatch, HashiCorp Boundary
      SOURCES | part:source part:sources part:region part:regions part:backend part:backends part:store part:stores part:shard part:shards part:cluster part:clusters part:node part:nodes part:replica part:replicas part:partition part:partitions part:provider part:providers part:datacenter part:datacenters part:upstream part:upstreams part:connector part:connectors part:site part:sites part:peer part:peers part:zone part:zones part:endpoint part:endpoints part:server part:servers part:host part:hosts part:instance part:instances part:engine part:engines | aggregators
      UNIT | part:time part:ms part:millis part:sec part:secs part:second part:seconds part:minutes part:hours part:days part:duration part:took part:elapsed part:cost part:costs part:price part:amount part:value part:score part:points part:byte part:bytes part:size part:memory part:cpu part:disk part:storage part:bandwidth part:usage part:used part:weight part:tax part:discount part:debt part:effort part:load part:power part:distance part:balance part:fee part:fees part:charge part:spend part:spent part:revenue part:percent part:rate part:ratio part:average part:avg part:budget part:tokens part:scanned part:complexity | sums of other things
      OPTION | part:include part:show part:hide part:allow part:ignore part:with part:can part:may part:should part:enable part:enabled part:policy part:strategy part:mode part:on part:default part:supports part:support part:max part:min part:limit part:threshold part:per part:quota part:retry part:after part:before part:date part:timestamp part:version part:info part:details part:help part:docs part:documentation part:learn part:bound part:properties part:est part:estimate part:estimated part:approx part:approximate part:message part:text part:id part:type part:title part:description part:label part:credits part:requests part:calls part:field part:fields part:column part:columns part:attribute part:attributes part:feature part:features part:translation part:translations part:login part:logins part:attempts | what was asked for
      NOTHING | shards clusters range aggregations aggregation facets facet ratelimit ratelimits quota quotas usage profile debug timing took included includes expand schemas filters filter criteria criterion conditions where options args arguments sort query request input params parameters user viewer account organization tenant licence licenses license licences subscription plan billing limits version previous prev previouspage previouslink prevpage firstid lastid | beside the list, not about it
      NOTHING | cursors/before page/size pageinfo/startcursor shards/total shards/successful shards/skipped clusters/total clusters/successful approximatecount approximatetotal approximatetotalcount totalestimate estimatedtotal estimatedtotalhits estimatedtotalcount estimatedcount resultsizeestimate exhaustivefacetscount exhaustivetypo exhaustive/facetscount exhaustive/facetvalues exhaustive/rulesmatch exhaustive/typo droppedtargets droppedtargetcounts | never a sign; Prometheus drops targets by its rules
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
  private static final Memo<String, Optional<SignMeaning>> SUSPICIONS = new Memo<>();

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

  /** Whether a part of a name, in lower case, has that meaning. */
  static boolean isPart(String part, SignMeaning meaning) {
    return meaning(PART + part) == meaning;
  }

  /** Whether a name that stands alone has that meaning. */
  static boolean isName(String name, SignMeaning meaning) {
    return meaning(NAME + letters(name)) == meaning;
  }

  /** Whether a value, such as {@code in_progress}, has that meaning. */
  static boolean isValue(String value, SignMeaning meaning) {
    return meaning(VALUE + letters(value)) == meaning;
  }

  private static SignMeaning meaning(String word) {
    return MEANINGS.getOrDefault(word, SignMeaning.NOTHING);
  }

  static List<Row> table() {
    return ROWS;
  }

  /** What a name that no word is may say, by one of its parts; heard with a value that fits. */
  static Optional<SignMeaning> suspicion(String name) {
    return SUSPICIONS.of(name, NameStems::suspicion);
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
