-- Descriptions that can be trusted: what is needed to describe again without reading an original, and to find the
-- documents whose description is weak. Documents of an older archive get what can be worked out from their records
-- when the archive is opened ("examined").

alter table document add column number     integer;                      -- in order of adding, from 1; never changes
alter table document add column rules      integer not null default 0;   -- which rules described it; 0: to be described again
alter table document add column kept       integer not null default 0;   -- 1: there is a readable row in document_extracted
alter table document add column needs_ocr  integer not null default 0;   -- 1: some of its text waits to be recognised
alter table document add column host       text;                         -- of the site it was saved from, without www.
alter table document add column folder     text;                         -- of the location that holds it, empty for the archive's own
alter table document add column stated     integer not null default 0;   -- bits of the fields that a person or a sidecar states
alter table document add column weaknesses integer;                      -- bits of missing and weak fields; null: not yet examined

update document set number = rowid;
update document set needs_ocr = 1 where without_text = 'needs OCR';

create unique index document_by_number on document (number, present, stated);
create index document_by_rules on document (kept, rules, number) where present = 1;
create index document_by_ocr on document (number) where needs_ocr = 1 and present = 1;
create index document_by_host on document (host, stated, number) where present = 1 and host is not null;
create index document_by_folder on document (folder, stated, number) where present = 1;
create index document_unexamined on document (number) where weaknesses is null;

alter table document_text add column page_languages text not null default '[]';  -- JSON array, empty: all in one

-- Where a text names the countries it is about.
create table document_mentions (
    document_id text not null primary key references document (id),
    mentions    blob not null                   -- see CompressedMentions
) without rowid;

-- What extraction gave, as the room that reads it packs it.
create table document_extracted (
    document_id text not null primary key references document (id),
    extracted   blob not null
);

-- Fields of present documents that are missing or only weakly known; `kind` is twice the field's code, plus 1 for weak.
create table weakness (
    kind     integer not null,
    document integer not null,                  -- document.number
    primary key (kind, document)
) without rowid;

create table weakness_count (
    kind      integer not null primary key,
    documents integer not null
);

-- What was inferred for each field, as hashes: the same value, by the same rule.
create table inferred_value (
    value    integer not null,                  -- hash of field and value
    document integer not null,                  -- document.number
    rule     integer not null,                  -- hash of the rule
    primary key (value, document)
) without rowid;

-- The blocks of saved web pages, by site.
create table site (
    id   integer primary key,
    name text    not null unique
);

create table page_blocks (
    site     integer not null references site (id),
    document integer not null,                  -- document.number
    page     integer not null,                  -- hash of its address or title: two savings of one page are one page
    blocks   blob    not null,                  -- 64-bit hashes, ascending, big-endian
    primary key (site, document)
) without rowid;

-- Blocks that several pages of a site hold.
create table repeated_block (
    site  integer not null references site (id),
    block integer not null,
    primary key (site, block)
) without rowid;
