-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 0b5f18071987a2a8238f9dc0cfe7e71f19a710c1f481d37810e4a3de09570723
-- Running it takes no backup and honours no protection; apply does both.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
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
INSERT INTO "_schema_reset" VALUES (1, '0b5f18071987a2a8238f9dc0cfe7e71f19a710c1f481d37810e4a3de09570723', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.unique');

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
