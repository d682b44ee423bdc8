-- Schema 3 of a quotetrack project. Times are ISO 8601 in UTC, dates ISO 8601; places count the
-- code points of article_texts.text, ends exclusive. Columns marked (copied) are kept by triggers,
-- so that any program may change the row that they are copied from.

CREATE TABLE outlets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL DEFAULT '',
    outlet_id INTEGER REFERENCES outlets (id),
    author TEXT NOT NULL DEFAULT '',
    published TEXT,
    link TEXT NOT NULL DEFAULT '',
    imported TEXT NOT NULL,
    origin_kind TEXT NOT NULL DEFAULT '',
    origin_name TEXT NOT NULL DEFAULT '',
    origin_format TEXT NOT NULL DEFAULT '',
    origin_encoding TEXT NOT NULL DEFAULT '',
    origin_retrieved TEXT,
    quality REAL NOT NULL DEFAULT 1.0,
    warnings TEXT NOT NULL DEFAULT '[]',
    text_hash TEXT NOT NULL,
    original_hash TEXT,
    pages TEXT NOT NULL DEFAULT '[]',
    length INTEGER NOT NULL,
    duplicate_of INTEGER REFERENCES articles (id),
    similarity REAL
) STRICT;
CREATE INDEX articles_by_hash ON articles (text_hash);
CREATE INDEX articles_by_outlet ON articles (outlet_id);
CREATE INDEX articles_by_date ON articles (published);
CREATE INDEX articles_by_duplicate ON articles (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- Apart from articles, so that a list of titles does not read every text.
CREATE TABLE article_texts (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id),
    text TEXT NOT NULL
) STRICT;

-- The bytes that an article was read from (a fetched page), gzipped; as Base85, because the history
-- of changes is JSON.
CREATE TABLE originals (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id),
    packed TEXT NOT NULL
) STRICT;

CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'outlet', 'document', 'group', 'anonymous')),
    role TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    made_by TEXT NOT NULL DEFAULT 'detector' CHECK (made_by IN ('detector', 'person'))
) STRICT;
CREATE INDEX speakers_by_name ON speakers (folded);

CREATE TABLE aliases (
    id INTEGER PRIMARY KEY,
    speaker_id INTEGER NOT NULL REFERENCES speakers (id),
    alias TEXT NOT NULL,
    folded TEXT NOT NULL,
    UNIQUE (speaker_id, folded)
) STRICT;
CREATE INDEX aliases_by_name ON aliases (folded);

-- Pairs that a person has said are two people, however alike their names.
CREATE TABLE distinct_speakers (
    id INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL REFERENCES speakers (id),
    second_id INTEGER NOT NULL REFERENCES speakers (id),
    UNIQUE (first_id, second_id)
) STRICT;
CREATE INDEX distinct_speakers_by_second ON distinct_speakers (second_id);

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    parent_id INTEGER REFERENCES quotes (id),
    speaker_id INTEGER REFERENCES speakers (id),
    outlet_id INTEGER REFERENCES outlets (id),      -- (copied) from articles
    published TEXT,                                 -- (copied) from articles
    duplicate INTEGER NOT NULL DEFAULT 0,           -- (copied) articles.duplicate_of IS NOT NULL
    speaker_kind TEXT NOT NULL DEFAULT '',          -- (copied) from speakers
    status TEXT NOT NULL DEFAULT 'unreviewed'
        CHECK (status IN ('unreviewed', 'confirmed', 'corrected', 'rejected', 'check')),
    type TEXT NOT NULL CHECK (type IN ('direct', 'indirect', 'mixed', 'reported')),
    content TEXT NOT NULL,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    content_spans TEXT,                             -- [[start, end], …] where there is more than one
    cue TEXT NOT NULL DEFAULT '',
    cue_start INTEGER,
    cue_end INTEGER,
    cue_class TEXT NOT NULL DEFAULT 'none',
    cue_lemma TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    source_start INTEGER,
    source_end INTEGER,
    mention TEXT NOT NULL DEFAULT '',               -- the speaker's fullest name in this article
    mention_kind TEXT NOT NULL DEFAULT '',
    mention_role TEXT NOT NULL DEFAULT '',
    mention_gender TEXT NOT NULL DEFAULT '',
    mention_number TEXT NOT NULL DEFAULT '',
    mention_start INTEGER,
    mention_end INTEGER,
    rule TEXT NOT NULL DEFAULT '',
    confidence REAL NOT NULL DEFAULT 1.0,
    made_by TEXT NOT NULL DEFAULT 'detector' CHECK (made_by IN ('detector', 'person')),
    detected TEXT NOT NULL DEFAULT '',              -- what the detector reported before any correction
    decided TEXT,                                   -- when a person last decided something about it
    verdict TEXT NOT NULL DEFAULT '',
    verdict_scale TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    -- status, type, kind and cue class in one number, so that one pass over an index counts them all
    facets INTEGER GENERATED ALWAYS AS (
        CASE status WHEN 'unreviewed' THEN 1 WHEN 'confirmed' THEN 2 WHEN 'corrected' THEN 3
            WHEN 'rejected' THEN 4 WHEN 'check' THEN 5 ELSE 0 END
        + 8 * CASE type WHEN 'direct' THEN 1 WHEN 'indirect' THEN 2 WHEN 'mixed' THEN 3
            WHEN 'reported' THEN 4 ELSE 0 END
        + 64 * CASE speaker_kind WHEN 'person' THEN 1 WHEN 'organisation' THEN 2 WHEN 'outlet' THEN 3
            WHEN 'document' THEN 4 WHEN 'group' THEN 5 WHEN 'anonymous' THEN 6 ELSE 0 END
        + 512 * (duplicate <> 0)
        + 1024 * CASE cue_class WHEN 'statement' THEN 1 WHEN 'announcement' THEN 2
            WHEN 'confirmation' THEN 3 WHEN 'explanation' THEN 4 WHEN 'addition' THEN 5
            WHEN 'pointing' THEN 6 WHEN 'denial' THEN 7 WHEN 'warning' THEN 8 WHEN 'accusation' THEN 9
            WHEN 'claim' THEN 10 WHEN 'opinion' THEN 11 WHEN 'admission' THEN 12
            WHEN 'directive' THEN 13 WHEN 'question' THEN 14 WHEN 'answer' THEN 15
            WHEN 'praise' THEN 16 WHEN 'promise' THEN 17 WHEN 'relay' THEN 18
            WHEN 'according' THEN 19 WHEN 'hearsay' THEN 20 WHEN 'none' THEN 21 ELSE 0 END
    ) STORED
) STRICT;
-- Wide on purpose: counts, and ids in the usual orders, come from one of these without the table.
CREATE INDEX quotes_by_article ON quotes (article_id, content_start, facets);
CREATE INDEX quotes_by_date ON quotes (
    published, article_id, content_start DESC, facets, outlet_id, speaker_id, confidence
);
CREATE INDEX quotes_by_outlet ON quotes (
    outlet_id, facets, article_id, published, confidence, speaker_id
);
CREATE INDEX quotes_by_speaker ON quotes (speaker_id, published, article_id, facets, outlet_id, confidence);
CREATE INDEX quotes_by_parent ON quotes (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX quotes_by_verdict ON quotes (verdict) WHERE verdict <> '';

CREATE TRIGGER articles_to_quotes AFTER UPDATE OF outlet_id, published, duplicate_of ON articles
BEGIN
    UPDATE quotes SET outlet_id = new.outlet_id, published = new.published,
        duplicate = new.duplicate_of IS NOT NULL
    WHERE article_id = new.id;
END;
CREATE TRIGGER speakers_to_quotes AFTER UPDATE OF kind ON speakers WHEN new.kind IS NOT old.kind
BEGIN
    UPDATE quotes SET speaker_kind = new.kind WHERE speaker_id = new.id;
END;
CREATE TRIGGER quotes_to_speaker AFTER UPDATE OF speaker_id ON quotes WHEN new.speaker_id IS NOT old.speaker_id
BEGIN
    UPDATE quotes SET speaker_kind = coalesce((SELECT kind FROM speakers WHERE id = new.speaker_id), '')
    WHERE id = new.id;
END;

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE quote_tags (
    id INTEGER PRIMARY KEY,
    quote_id INTEGER NOT NULL REFERENCES quotes (id),
    tag_id INTEGER NOT NULL REFERENCES tags (id),
    UNIQUE (quote_id, tag_id)
) STRICT;
CREATE INDEX quote_tags_by_tag ON quote_tags (tag_id, quote_id);

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    quote_id INTEGER NOT NULL REFERENCES quotes (id),
    link TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_quote ON evidence (quote_id);

CREATE TABLE saved_filters (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    filter TEXT NOT NULL
) STRICT;

-- What a person removed, so that detection does not bring it back.
CREATE TABLE dismissed (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    detected TEXT NOT NULL
) STRICT;
CREATE INDEX dismissed_by_article ON dismissed (article_id);

-- A few fingerprints of each text: articles that share enough of them are compared word by word.
CREATE TABLE shingles (
    hash INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Every operation in order; history_changes holds what turns it back (or, once undone, forth).
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    batch TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone'))
) STRICT;
CREATE TABLE history_changes (
    id INTEGER PRIMARY KEY,
    history_id INTEGER NOT NULL REFERENCES history (id),
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    "table" TEXT NOT NULL,
    rows BLOB NOT NULL                              -- zlib over JSON
) STRICT;
CREATE INDEX history_changes_by_history ON history_changes (history_id);

-- Search: folded words without a second copy of the texts. `words` is their vocabulary.
CREATE VIRTUAL TABLE quote_search USING fts5 (
    content, source, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE speaker_search USING fts5 (
    names, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 8388608);
INSERT INTO quote_search (quote_search, rank) VALUES ('hashsize', 8388608);
CREATE TABLE words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE VIEW quote_sheet AS
SELECT
    quotes.id, quotes.content AS quote, coalesce(speakers.name, quotes.mention) AS speaker,
    quotes.source AS speaker_as_written, speakers.kind AS speaker_kind,
    coalesce(nullif(speakers.role, ''), quotes.mention_role) AS role, quotes.cue, quotes.cue_class,
    quotes.type, outlets.name AS outlet, articles.title, articles.author, articles.published,
    articles.link, quotes.status, quotes.verdict, quotes.verdict_scale,
    (SELECT group_concat(tags.name, ' · ') FROM quote_tags JOIN tags ON tags.id = quote_tags.tag_id
     WHERE quote_tags.quote_id = quotes.id) AS tags,
    quotes.note, quotes.confidence, quotes.content_start, quotes.content_end, quotes.article_id,
    quotes.speaker_id
FROM quotes
JOIN articles ON articles.id = quotes.article_id
LEFT JOIN outlets ON outlets.id = quotes.outlet_id
LEFT JOIN speakers ON speakers.id = quotes.speaker_id;

CREATE VIEW article_sheet AS
SELECT
    articles.id, outlets.name AS outlet, articles.title, articles.author, articles.published, articles.link,
    articles.imported, articles.duplicate_of, articles.similarity, article_texts.text,
    (SELECT count(*) FROM quotes WHERE quotes.article_id = articles.id) AS quotes
FROM articles
JOIN article_texts ON article_texts.article_id = articles.id
LEFT JOIN outlets ON outlets.id = articles.outlet_id;
