-- The story a copy was in before it was alone: one that comes together again has the same number, so that what people
-- noted or linked is found again.

alter table story_copy add column story_before integer references story (id);
