-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 2 tables.
-- Schema fingerprint: b0266a0b8863ecb709d5f223d1ae777b11ee10dbc989d20cb60a07d5c2ea753d
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table author holds golden.cycle.Author.
CREATE TABLE "author" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "favourite_book_id" INTEGER NOT NULL,
  FOREIGN KEY ("favourite_book_id") REFERENCES "book" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Table book holds golden.cycle.Book.
CREATE TABLE "book" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "title" TEXT NOT NULL,
  "author_id" INTEGER NOT NULL,
  FOREIGN KEY ("author_id") REFERENCES "author" ("id")
) STRICT;

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
INSERT INTO "_schema_reset" VALUES (1, 'b0266a0b8863ecb709d5f223d1ae777b11ee10dbc989d20cb60a07d5c2ea753d', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.cycle');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
