package dev.seaway.core.read.styles;

import static dev.seaway.core.read.styles.ListStyle.cursor;
import static dev.seaway.core.read.styles.ListStyle.link;
import static dev.seaway.core.read.styles.ListStyle.offset;
import static dev.seaway.core.read.styles.ListStyle.page;
import static dev.seaway.core.read.styles.ListStyle.pageFromZero;

import java.util.List;

/** Lists as frameworks make them: what an API of unknown make probably answers. */
final class FrameworkStyles {

  private FrameworkStyles() {}

  static List<ListStyle> all() {
    return List.of(
        pageFromZero("Spring Data Page", "page/size")
            .body(
                "content",
                "{'content':$records,'pageable':{'pageNumber':$page,'pageSize':2,'sort':{'empty':true,'sorted':false,'unsorted':true},'offset':$start,'paged':true,'unpaged':false},'last':$last,'totalElements':$total,'totalPages':$pages,'size':2,'number':$page,'sort':{'empty':true,'sorted':false},'first':$isFirst,'numberOfElements':$size,'empty':false}"),
        pageFromZero("Spring Data Slice", "page/size")
            .with("lastPagePath", "last")
            .body(
                "content",
                "{'content':$records,'last':$last,'first':$isFirst,'size':2,'number':$page,'numberOfElements':$size,'empty':false}"),
        pageFromZero("Spring Data Page as a model", "page/size")
            .body(
                "content",
                "{'content':$records,'page':{'size':2,'number':$page,'totalElements':$total,'totalPages':$pages}}"),
        link("Spring HATEOAS", "_links.next.href")
            .body(
                "_embedded/orders",
                "{'_embedded':{'orders':$records},'_links':{'first':{'href':'https://x.example/o?page=0'},'self':{'href':'https://x.example/o'}((,'next':{'href':'$link'})),'last':{'href':'https://x.example/o?page=2'},'profile':{'href':'https://x.example/p'}},'page':{'size':2,'totalElements':$total,'totalPages':$pages,'number':$page}}")
            .empty(
                "{'_links':{'self':{'href':'https://x.example/o'}},'page':{'size':2,'totalElements':$total,'totalPages':$pages,'number':$page}}"),
        link("HAL", "_links.next.href")
            .body(
                "_embedded/items",
                "{'_embedded':{'items':$records},'_links':{'self':{'href':'/i'},'last':{'href':'/i?page=3'}((,'next':{'href':'$path'}))}}")
            .inferred(),
        page("Laravel paginate", "page/per_page")
            .body(
                "data",
                "{'current_page':$page,'data':$records,'first_page_url':'https://x.example/u?page=1','from':1,'last_page':$pages,'last_page_url':'https://x.example/u?page=3','links':[{'url':null,'label':'Previous','active':false},{'url':'https://x.example/u?page=1','label':'1','active':true}],'next_page_url':(('$link'|null)),'path':'https://x.example/u','per_page':2,'prev_page_url':null,'to':2,'total':$total}"),
        link("Laravel simplePaginate", "next_page_url")
            .inferred()
            .body(
                "data",
                "{'current_page':$page,'data':$records,'first_page_url':'https://x.example/u?page=1','from':1,'next_page_url':(('$link'|null)),'path':'https://x.example/u','per_page':2,'prev_page_url':null,'to':2}"),
        cursor("Laravel cursorPaginate", "cursor/per_page", "next_cursor")
            .inferred()
            .body(
                "data",
                "{'data':$records,'path':'https://x.example/u','per_page':2,'next_cursor':(('$token'|null)),'next_page_url':(('$link'|null)),'prev_cursor':null,'prev_page_url':null}"),
        link("Laravel resources", "links.next")
            .body(
                "data",
                "{'data':$records,'links':{'first':'https://x.example/u?page=1','last':'https://x.example/u?page=3','prev':null,'next':(('$link'|null))},'meta':{'current_page':$page,'from':1,'last_page':$pages,'links':[{'url':null,'label':'Previous','active':false}],'path':'https://x.example/u','per_page':2,'to':2,'total':$total}}"),
        cursor("Laravel Forge", "page[cursor]/page[size]", "meta.next_cursor")
            .inferred()
            .body(
                "data",
                "{'data':$records,'links':{'first':null,'last':null,'prev':null,'next':(('$link'|null))},'meta':{'path':'https://x.example/u','per_page':2,'next_cursor':(('$token'|null)),'prev_cursor':null}}"),
        offset("Django REST LimitOffset", "offset/limit")
            .body(
                "results",
                "{'count':$total,'next':(('$link'|null)),'previous':null,'results':$records}"),
        link("Django REST Cursor", "next")
            .inferred()
            .body("results", "{'next':(('$link'|null)),'previous':null,'results':$records}"),
        link("API Platform", "hydra:view.hydra:next")
            .body(
                "hydra:member",
                "{'@context':'/contexts/Book','@id':'/books','@type':'hydra:Collection','hydra:totalItems':$total,'hydra:member':$records,'hydra:view':{'@id':'/books?page=1','@type':'hydra:PartialCollectionView','hydra:first':'/books?page=1','hydra:last':'/books?page=3'((,'hydra:next':'$path'))}}"),
        link("API Platform, partial", "view.next")
            .body(
                "member",
                "{'@id':'/books','@type':'Collection','member':$records,'view':{'@id':'/books?page=1','@type':'PartialCollectionView'((,'next':'$path'))}}")
            .inferred(),
        page("API Platform as plain JSON", "page/itemsPerPage").silent(),
        page("Rails with kaminari", "page/per_page")
            .body(
                "posts",
                "{'posts':$records,'meta':{'current_page':$page,'next_page':(($nextPage|null)),'prev_page':null,'total_pages':$pages,'total_count':$total}}"),
        link("JSON:API", "links.next")
            .inferred()
            .body(
                "data",
                "{'jsonapi':{'version':'1.1'},'data':$records,'links':{'self':'/a','last':'/a?page=3','next':(('$path'|null))},'included':[{'type':'x','id':'9','meta':{'total':70},'links':{'next':'/x'}}],'meta':{'copyright':'x'}}"),
        link("JSON:API without null", "links.next")
            .body(
                "data",
                "{'data':$records,'links':{'self':'/a','last':'/a?page=3'((,'next':{'href':'$path','meta':{}}))}}")
            .with("nextLinkPath", "links.next.href")
            .inferred(),
        pageFromZero("Micronaut Data", "page/size")
            .body(
                "content",
                "{'content':$records,'pageable':{'size':2,'number':$page,'sort':{}},'totalSize':$total}"),
        pageFromZero("Micronaut Data, not counted", "page/size")
            .body(
                "content",
                "{'content':$records,'pageable':{'size':2,'number':$page,'sort':{}},'totalSize':-1}")
            .silent(),
        page("Strapi", "pagination[page]/pagination[pageSize]")
            .body(
                "data",
                "{'data':$records,'meta':{'pagination':{'page':$page,'pageSize':2,'pageCount':$pages,'total':$total}}}"),
        page("Directus", "page/limit")
            .filtered("filter[status][_eq]", "open")
            .body("data", "{'data':$records,'meta':{'total_count':900,'filter_count':$total}}"),
        page("FastAPI-pagination", "page/size")
            .body(
                "items", "{'items':$records,'total':$total,'page':$page,'size':2,'pages':$pages}"),
        cursor("FastAPI-pagination by cursor", "cursor/size", "next_page")
            .inferred()
            .body(
                "items",
                "{'items':$records,'total':null,'current_page':'Pg','current_page_backwards':'Pb','previous_page':null,'next_page':(('$token'|null))}"),
        offset("ASP.NET ABP", "SkipCount/MaxResultCount")
            .body("items", "{'totalCount':$total,'items':$records}"));
  }
}
