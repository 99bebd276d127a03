-- Whether a text is a collection of others is asked whenever one of them goes; large families have thousands of edges.

create index story_edge_parts on story_edge (longer) where is_part = 1;
