-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 2 tables.
-- Schema fingerprint: 312f3d993cd44cf28955a424ec6b4df925cd9efcba9bcd56095dc784c2e578d5
-- Running it takes no backup and honours no protection; apply does both.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table author holds golden.cycle.Author.
CREATE TABLE "author" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "favourite_book_id" INTEGER NOT NULL,
  FOREIGN KEY ("favourite_book_id") REFERENCES "book" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Table book holds golden.cycle.Book.
CREATE TABLE "book" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT NOT NULL,
  "author_id" INTEGER NOT NULL,
  FOREIGN KEY ("author_id") REFERENCES "author" ("id")
) STRICT;

-- By this table SchemaReset knows a database that it made.
CREATE TABLE "_schema_reset"
-- Written by SchemaReset: it made this database and may reset it. Without this row it will not.
(
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "fingerprint" TEXT NOT NULL,
  "reset_at" TEXT NOT NULL,
  "library_version" TEXT NOT NULL,
  "resets" INTEGER NOT NULL
) STRICT;

-- It tells the schema, the time, the version of SchemaReset and how many resets there were.
INSERT INTO "_schema_reset" VALUES (1, '312f3d993cd44cf28955a424ec6b4df925cd9efcba9bcd56095dc784c2e578d5', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1);

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
