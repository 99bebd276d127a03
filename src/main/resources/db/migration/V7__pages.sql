-- The pages of all documents are summed for the page to begin at: from this index alone, not from the wide rows.

create index document_pages on document (pages) where present = 1;
