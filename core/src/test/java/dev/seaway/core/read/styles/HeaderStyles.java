package dev.seaway.core.read.styles;

import static dev.seaway.core.read.styles.ListStyle.code;
import static dev.seaway.core.read.styles.ListStyle.headerLink;
import static dev.seaway.core.read.styles.ListStyle.offset;
import static dev.seaway.core.read.styles.ListStyle.page;
import static dev.seaway.core.read.styles.ListStyle.pageFromZero;
import static dev.seaway.core.read.styles.ListStyle.unpaged;

import java.util.List;

/** Lists whose headers or statuses say how they go on. */
final class HeaderStyles {

  private HeaderStyles() {}

  static List<ListStyle> all() {
    return List.of(
        headerLink("GitHub REST")
            .headerOfSeveral("Link", LINKS)
            .inferredWhenSmall()
            .partHeader("X-GitHub-SSO", "partial-results; organizations=21955855,20582480")
            .partStatus(202),
        page("GitHub REST by page", "page/per_page")
            .headerOfSeveral("Link", LINKS)
            .inferredWhenSmall(),
        page("GitLab offset", "page/per_page")
            .header("X-Next-Page", "(($nextPage|EMPTY))")
            .header("X-Prev-Page", "EMPTY")
            .header("X-Page", "$page")
            .header("X-Per-Page", "2")
            .header("X-Total", "$total")
            .header("X-Total-Pages", "$pages")
            .header(
                "Link", "((<$link>; rel='next', ))<https://x.example/p?page=$pages>; rel='last'"),
        page("GitLab offset above 10,000", "page/per_page")
            .header("X-Next-Page", "(($nextPage|EMPTY))")
            .header("X-Page", "$page")
            .header("Link", "((<$link>; rel='next', ))<https://x.example/p?page=1>; rel='first'"),
        headerLink("GitLab keyset").header("Link", "((<$link>; rel='next'))").inferred(),
        headerLink("Sentry")
            .header(
                "Link",
                "<https://x.example/p?cursor=0:0:1>; rel='previous'; results='false';"
                    + " cursor='0:0:1', <$link>; rel='next'; results='$more'; cursor='0:100:0'"),
        headerLink("Okta")
            .inferred()
            .header("Link", "<https://x.example/u?limit=2>; rel='self'((, <$link>; rel='next'))"),
        headerLink("Buildkite").headerOfSeveral("Link", LINKS).inferredWhenSmall(),
        page("Harbor", "page/page_size")
            .header("X-Total-Count", "$total")
            .headerOfSeveral("Link", "((<$path>; rel='next'))"),
        headerLink("Harbor by link")
            .header("X-Total-Count", "$total")
            .header("Link", "((<$path>; rel='next'))"),
        headerLink("OCI registry tags")
            .texts()
            .body("tags", "{'name':'library/x','tags':$records}")
            .header("Link", "((<$path>; rel='next'))")
            .inferred(),
        page("Statuspage", "page/per_page").silent(),
        code("Trello", Codes.lastId("before")).silent(),
        headerLink("Netlify").header("Link", "((<$link>; rel='next'))").inferred(),
        headerLink("Shopify REST")
            .body("products", "{'products':$records}")
            .headerOfSeveral(
                "Link", "((<$link>; rel='next'|<https://x.example/p>; rel='previous'))")
            .header("X-Shopify-Shop-Api-Call-Limit", "32/40")
            .inferredWhenSmall(),
        headerLink("Fintoc").header("Link", "((<$link>; rel='next'|EMPTY))").inferred(),
        page("Cloudsmith", "page/page_size")
            .header("X-Pagination-Count", "$total")
            .header("X-Pagination-Page", "$page")
            .header("X-Pagination-PageTotal", "$pages")
            .header("X-Pagination-PageSize", "2"),
        page("Gusto", "page/per")
            .header("X-Total-Count", "$total")
            .header("X-Total-Pages", "$pages")
            .header("X-Page", "$page")
            .header("X-Per-Page", "2"),
        page("Gitea", "page/limit")
            .header("X-Total-Count", "$total")
            .headerOfSeveral(
                "Link", "((<$link>; rel='next', <https://x.example/r?page=3>; rel='last'))"),
        page("ReadMe", "page/perPage")
            .header("X-Total-Count", "$total")
            .headerOfSeveral("Link", "((<$link>; rel='next', <>; rel='prev'))"),
        headerLink("Freshservice")
            .body("tickets", "{'tickets':$records}")
            .header("Link", "((<$link>; rel='next'))")
            .inferred(),
        code("Azure DevOps", Codes.header("x-ms-continuationtoken", "continuationToken"))
            .body("value", "{'count':$size,'value':$records}")
            .header("x-ms-continuationtoken", "(($token))")
            .inferred(),
        offset("Azure DevOps teams", "$skip/$top")
            .body("value", "{'count':$size,'value':$records}")
            .silent(),
        code("Oracle Cloud", Codes.header("opc-next-page", "page"))
            .header("opc-next-page", "(($token))")
            .header("opc-total-items", "$total")
            .header("opc-request-id", "r"),
        code("Nomad", Codes.header("X-Nomad-NextToken", "next_token"))
            .header("X-Nomad-Nexttoken", "(($token))")
            .header("X-Nomad-Index", "99")
            .inferred(),
        unpaged("Consul")
            .header("X-Consul-Index", "99")
            .inferred()
            .partHeader("X-Consul-Results-Filtered-By-ACLs", "true"),
        code("Heroku", Codes.range("Next-Range", "Range"))
            .status("((206|200))")
            .header("Next-Range", "((]$token..; max=2))")
            .header("Content-Range", "id 0..9; max=2")
            .inferred(),
        offset("PostgREST counted", "offset/limit")
            .status("((206|200))")
            .header("Content-Range", "$start-$end/$total")
            .behind(416),
        offset("PostgREST", "offset/limit").header("Content-Range", "$start-$end/*").silent(),
        pageFromZero("Datadog monitors", "page/page_size").silent(),
        page("ASP.NET with X-Pagination", "pageNumber/pageSize")
            .header(
                "X-Pagination",
                "{'TotalCount':$total,'PageSize':2,'CurrentPage':$page,'TotalPages':$pages,'HasNext':$more}"),
        page("Rails with api-pagination", "page/per_page")
            .header("Total", "$total")
            .header("Per-Page", "2")
            .header("Page", "$page")
            .headerOfSeveral("Link", LINKS),
        page("Rails with pagy", "page/limit")
            .header("current-page", "$page")
            .header("page-items", "2")
            .header("total-pages", "$pages")
            .header("total-count", "$total")
            .headerOfSeveral("Link", LINKS),
        page("Rails with pagy, last page again", "page/limit")
            .header("total-pages", "$pages")
            .header("total-count", "$total")
            .behind(ListStyle.LAST_AGAIN));
  }

  private static final String LINKS =
      "((<$link>; rel='next', <https://x.example/r?page=3>;"
          + " rel='last'|<https://x.example/r?page=2>; rel='prev', <https://x.example/r?page=1>;"
          + " rel='first'))";
}
