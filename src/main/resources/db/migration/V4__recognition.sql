-- Documents whose pages the installed engine cannot recognise ("no model for their script"): needs_ocr is then a negative
-- number made of the engine and its models, so that they wait for another one instead of being tried at each start.

create index document_set_aside on document (needs_ocr) where needs_ocr < 0;
