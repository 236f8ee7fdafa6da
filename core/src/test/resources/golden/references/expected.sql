-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 2 tables.
-- Schema fingerprint: aba7b68e3da0c52fcf4bdd85c9b2a729dfcdcf00ce855ea60f199be344f1c652
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table note holds golden.references.Note.
CREATE TABLE "note" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "owner_id" INTEGER NOT NULL,
  "reader_id" INTEGER,
  "editor_id" INTEGER NOT NULL DEFAULT 1,
  "sender_email" TEXT NOT NULL,
  FOREIGN KEY ("owner_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  FOREIGN KEY ("reader_id") REFERENCES "person" ("id") ON DELETE SET NULL,
  FOREIGN KEY ("editor_id") REFERENCES "person" ("id") ON DELETE SET DEFAULT,
  FOREIGN KEY ("sender_email") REFERENCES "person" ("email") DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Table person holds golden.references.Person.
CREATE TABLE "person" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "email" TEXT NOT NULL,
  UNIQUE ("email")
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
INSERT INTO "_schema_reset" VALUES (1, 'aba7b68e3da0c52fcf4bdd85c9b2a729dfcdcf00ce855ea60f199be344f1c652', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.references');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
