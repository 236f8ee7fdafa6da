-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 2 tables.
-- Schema fingerprint: aba7b68e3da0c52fcf4bdd85c9b2a729dfcdcf00ce855ea60f199be344f1c652
-- Running it takes no backup and honours no protection; apply does both.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
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

-- By this table SchemaReset knows a database that it made.
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

-- It tells the schema, the time, the version of SchemaReset, how many resets there were, and whose it is: the packages of the models.
INSERT INTO "_schema_reset" VALUES (1, 'aba7b68e3da0c52fcf4bdd85c9b2a729dfcdcf00ce855ea60f199be344f1c652', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.references');

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
