-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 0b5f18071987a2a8238f9dc0cfe7e71f19a710c1f481d37810e4a3de09570723
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table account holds golden.unique.Account.
CREATE TABLE "account" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "bank" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "holder" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "iban" TEXT NOT NULL,
  "alias" TEXT NOT NULL,
  UNIQUE ("iban"),
  CONSTRAINT "alias_is_unique" UNIQUE ("alias"),
  UNIQUE ("bank", "number"),
  CONSTRAINT "one_label_per_holder" UNIQUE ("holder", "label")
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
INSERT INTO "_schema_reset" VALUES (1, '0b5f18071987a2a8238f9dc0cfe7e71f19a710c1f481d37810e4a3de09570723', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.unique');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
