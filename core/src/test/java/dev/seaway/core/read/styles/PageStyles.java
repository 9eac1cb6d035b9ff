package dev.seaway.core.read.styles;

import static dev.seaway.core.read.styles.ListStyle.cursor;
import static dev.seaway.core.read.styles.ListStyle.headerLink;
import static dev.seaway.core.read.styles.ListStyle.link;
import static dev.seaway.core.read.styles.ListStyle.page;
import static dev.seaway.core.read.styles.ListStyle.pageFromZero;

import java.util.List;

/** Lists that count their pages or their records. */
final class PageStyles {

  private PageStyles() {}

  static List<ListStyle> all() {
    return List.of(
        headerLink("GitHub Actions runs")
            .body("workflow_runs", "{'total_count':$total,'workflow_runs':$records}")
            .header("Link", GITHUB_LINKS),
        page("GitHub Actions runs by page", "page/per_page")
            .body("workflow_runs", "{'total_count':$total,'workflow_runs':$records}")
            .header("Link", GITHUB_LINKS),
        headerLink("GitHub search")
            .body("items", "{'total_count':$total,'incomplete_results':false,'items':$records}")
            .header("Link", GITHUB_LINKS)
            .part("{'incomplete_results':true}"),
        link("Bitbucket Cloud", "next")
            .body(
                "values",
                "{'size':$total,'page':$page,'pagelen':2((,'next':'$link')),'values':$records}"),
        link("Bitbucket Cloud commits", "next")
            .body("values", "{'pagelen':2((,'next':'$link')),'values':$records}")
            .inferred(),
        link("Terraform Cloud", "links.next")
            .body(
                "data",
                "{'data':$records,'links':{'self':'https://x.example/w','first':'https://x.example/w?p=1','prev':null,'next':(('$link'|null)),'last':'https://x.example/w?p=3'},'meta':{'pagination':{'current-page':$page,'page-size':2,'prev-page':null,'next-page':(($nextPage|null)),'total-pages':$pages,'total-count':$total}}}"),
        page("Rootly", "page[number]/page[size]")
            .body(
                "data",
                "{'data':$records,'links':{'self':'https://x.example/i','first':'https://x.example/i?p=1','last':'https://x.example/i?p=3','next':(('$link'|null)),'prev':null},'meta':{'current_page':$page,'next_page':(($nextPage|null)),'prev_page':null,'total_count':$total,'total_pages':$pages}}"),
        page("FireHydrant", "page/per_page")
            .body(
                "data",
                "{'data':$records,'pagination':{'count':$total,'page':$page,'items':2,'pages':$pages,'last':$pages,'prev':null,'next':(($nextPage|null))}}"),
        page("Hetzner Cloud", "page/per_page")
            .body(
                "servers",
                "{'servers':$records,'meta':{'pagination':{'page':$page,'per_page':2,'previous_page':null,'next_page':(($nextPage|null)),'last_page':$pages,'total_entries':$total}}}"),
        page("Hetzner Cloud without totals", "page/per_page")
            .inferred()
            .body(
                "actions",
                "{'actions':$records,'meta':{'pagination':{'page':$page,'per_page':2,'previous_page':null,'next_page':(($nextPage|null)),'last_page':null,'total_entries':null}}}"),
        link("DigitalOcean", "links.pages.next")
            .body(
                "droplets",
                "{'droplets':$records,'links':{(('pages':{'next':'$link','last':'https://x.example/d?page=3'}))},'meta':{'total':$total}}"),
        page("Cloudflare zones", "page/per_page")
            .body(
                "result",
                "{'success':true,'errors':[],'messages':[],'result':$records,'result_info':{'page':$page,'per_page':2,'count':$size,'total_count':$total,'total_pages':$pages}}")
            .part("{'success':false}")
            .part("{'errors':[{'code':1003,'message':'Invalid zone'}]}"),
        cursor("Cloudflare lists", "cursor/per_page", "result_info.cursor")
            .inferred()
            .body(
                "result",
                "{'success':true,'errors':[],'messages':[],'result':$records,'result_info':{'count':$size,'cursor':'(($token))'}}"),
        cursor("Cloudflare rules lists", "cursor/per_page", "result_info.cursors.after")
            .body(
                "result",
                "{'success':true,'errors':[],'messages':[],'result':$records,'result_info':{'cursors':{'before':'b1'((,'after':'$token'))}}}")
            .inferred(),
        page("Fastly", "page[number]/page[size]")
            .body(
                "data",
                "{'data':$records,'links':{'first':'https://x.example/f?p=1','last':'https://x.example/f?p=3'((,'next':'$link'))},'meta':{'current_page':$page,'per_page':2,'record_count':$total,'total_pages':$pages}}"),
        cursor("Asana", "offset/limit", "next_page.offset")
            .inferred()
            .body(
                "data",
                "{'data':$records,'next_page':(({'offset':'$token','path':'/tasks?offset=x','uri':'$link'}|null))}"),
        pageFromZero("ClickUp", "page/limit")
            .with("lastPagePath", "last_page")
            .body("tasks", "{'tasks':$records,'last_page':$last}"),
        pageFromZero("ClickUp, as it comes", "page/limit")
            .body("tasks", "{'tasks':$records,'last_page':$last}"),
        cursor("Mend", "cursor/limit", "additionalData.cursor")
            .with("hasMorePath", "additionalData.next")
            .body(
                "response",
                "{'additionalData':{'totalItems':$total,'next':$more((,'cursor':'$token'))},'supportToken':'a1','response':$records}"),
        link("Tines", "meta.next_page")
            .body(
                "agents",
                "{'agents':$records,'meta':{'current_page':'https://x.example/a?page=1','previous_page':null,'next_page':(('$link'|null)),'next_page_number':(($nextPage|null)),'per_page':2,'pages':$pages,'count':$total}}"),
        page("StatusCake", "page/limit")
            .body(
                "data",
                "{'data':$records,'metadata':{'page':$page,'per_page':2,'page_count':$pages,'total_count':$total}}"),
        pageFromZero("Rapid7", "page/size")
            .body(
                "resources",
                "{'resources':$records,'page':{'number':$page,'size':2,'totalResources':$total,'totalPages':$pages},'links':[{'rel':'self','href':'https://x.example/r'}((,{'href':'$link','rel':'next'}))]}"),
        pageFromZero("VMware", "page/size")
            .body(
                "elements",
                "{'elements':$records,'page':{'number':$page,'size':2,'total_elements':$total,'total_pages':$pages}}"),
        page("Livestorm", "page[number]/page[size]")
            .body(
                "data",
                "{'data':$records,'meta':{'current_page':$page,'previous_page':null,'next_page':(($nextPage|null)),'record_count':$total,'page_count':$pages,'items_per_page':2}}"),
        page("Dotypos", "page/limit")
            .inferred()
            .body(
                "data",
                "{'currentPage':$page,'perPage':2,'totalItemsOnPage':$size,'totalItemsCount':null,'nextPage':(($nextPage|null)),'data':$records}"),
        link("Rick and Morty", "info.next")
            .body(
                "results",
                "{'info':{'count':$total,'pages':$pages,'next':(('$link'|null)),'prev':null},'results':$records}"),
        page("Zoom by page", "page_number/page_size")
            .body(
                "meetings",
                "{'page_count':$pages,'page_number':$page,'page_size':2,'total_records':$total,'meetings':$records}"));
  }

  private static final String GITHUB_LINKS =
      "((<$link>; rel='next', <https://x.example/r?page=3>; rel='last'))";
}
