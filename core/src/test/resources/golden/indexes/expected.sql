-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table, 6 indexes.
-- Schema fingerprint: 65b124eaf9517862509376a7b9efb8a4f0ad618a3a026c1b48d368f7625048db
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table article holds golden.indexes.Article.
CREATE TABLE "article" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "author" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "slug" TEXT NOT NULL,
  "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1)),
  "published_at" TEXT NOT NULL
) STRICT;

-- Index article_author_idx serves golden.indexes.Article.
CREATE INDEX "article_author_idx" ON "article" ("author");

-- Index article_published_at_idx serves golden.indexes.Article.
CREATE UNIQUE INDEX "article_published_at_idx" ON "article" ("published_at");

-- Index article_author_published_at_idx serves golden.indexes.Article.
CREATE INDEX "article_author_published_at_idx" ON "article" ("author", "published_at" DESC);

-- Index article_title_ignoring_case serves golden.indexes.Article.
CREATE INDEX "article_title_ignoring_case" ON "article" (lower(title));

-- Index article_odd serves golden.indexes.Article.
CREATE INDEX "article_odd" ON "article" (title || ' -- ; it''s (') WHERE slug LIKE '%;%' OR [title] IS NULL;

-- Index article_live_slug serves golden.indexes.Article.
CREATE UNIQUE INDEX "article_live_slug" ON "article" ("slug") WHERE "deleted" = 0;

-- This table marks a database that SchemaReset made.
CREATE TABLE "_schema_reset"
-- Written by SchemaReset: it made this database and may reset it. Without this row it will not.
(
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
  "fingerprint" TEXT NOT NULL,
  "reset_at" TEXT NOT NULL,
  "library_version" TEXT NOT NULL,
  "resets" INTEGER NOT NULL,
  "packages" TEXT NOT NULL
) STRICT;

-- The fingerprint of the schema, the time, the version of SchemaReset, the number of resets, and the owner: the packages of the models.
INSERT INTO "_schema_reset" VALUES (1, '65b124eaf9517862509376a7b9efb8a4f0ad618a3a026c1b48d368f7625048db', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.indexes');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
