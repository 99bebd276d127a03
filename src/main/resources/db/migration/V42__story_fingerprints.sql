-- Each fingerprint lay in another page of a large unique index, as the hashes did in theirs. It is found by an entry of
-- story_sketch now, which is written with many others: without its lower 17 bits, turned over, so that it is no hash.

alter table story_text add column word_hash integer; -- of all words in order; null: too short to be compared
update story_text set word_hash = fingerprint, fingerprint = null; -- the column stays empty
insert or ignore into story_sketch (hash, text_id)
    select ~((word_hash >> 17) & 140737488355327), id from story_text
    where word_hash is not null and id <= (select text_id from story_sketch_written);
