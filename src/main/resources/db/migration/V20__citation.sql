-- Citations and their collections. A citation keeps its own copy of the bibliographic data and refers to no table of
-- another room, so that it survives every edit and even the removal of the document. Times are milliseconds since 1970
-- UTC. What is deleted is marked, so that it can be brought back.

create table citation_collection (
    id         integer primary key,
    name       text    not null,
    is_default integer not null default 0,      -- 1: where a citation goes when no collection is named
    created    integer not null,
    deleted    integer
);
create unique index citation_collection_default on citation_collection (is_default)
    where is_default = 1 and deleted is null;

create table citation (
    id            integer primary key,
    document_id   text    not null,             -- SHA-256 of the original's bytes
    collection_id integer not null references citation_collection (id),
    quote         text,                         -- null, like the next four: the document as a whole is cited
    start_offset  integer,                      -- in UTF-16 units of the document's text
    end_offset    integer,
    page_from     integer,                      -- 1-based; 0: the document has no pages
    page_to       integer,
    note          text    not null,
    title         text,
    creators      text    not null,             -- JSON array of strings
    date          text,                         -- ISO 8601, to the day, the month or the year
    source        text,
    url           text,
    type          text,
    language      text,
    path          text    not null,
    created       integer not null,
    changed       integer not null,
    deleted       integer
);
create index citation_by_document on citation (document_id);
-- One passage is cited once in a collection, however often it is saved and by how many at once.
create unique index citation_once
    on citation (collection_id, document_id, coalesce(start_offset, -1), coalesce(end_offset, -1), coalesce(quote, ''))
    where deleted is null;
