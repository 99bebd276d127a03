-- What is kept of a document's text lies in one row, by the document's number: rows are written one behind the other,
-- and no index of ids of 64 characters is needed. New texts are packed with a dictionary of the archive's own.

create table text_by_number (
    document       integer not null primary key, -- document.number
    body_start     integer not null,
    page_starts    text    not null,             -- JSON array of offsets in UTF-16 units; empty: [0]
    page_languages text    not null,             -- JSON array; empty: all in one
    body           blob    not null,             -- headline and body, see PackedTexts
    furniture      blob    not null,             -- likewise; empty: none
    mentions       blob    not null,             -- see PackedMentions; empty: none
    extracted      blob    not null              -- as the room that reads it packs it; empty: it was not kept
);

insert into text_by_number
    select d.number, t.body_start, iif(t.page_starts = '[0]', '', t.page_starts),
      iif(t.page_languages = '[]', '', t.page_languages), t.body, t.furniture, coalesce(m.mentions, x''),
      coalesce(e.extracted, x'')
    from document d
      join document_text t on t.document_id = d.id
      left join document_mentions m on m.document_id = d.id
      left join document_extracted e on e.document_id = d.id
    order by d.number;

drop table document_text;
drop table document_mentions;
drop table document_extracted;
alter table text_by_number rename to document_text;

-- Dictionaries that texts were packed with. None is ever changed or removed.
create table text_dictionary (
    id         integer not null primary key,
    dictionary blob    not null,
    documents  integer not null                  -- that were in the archive when it was made
);
