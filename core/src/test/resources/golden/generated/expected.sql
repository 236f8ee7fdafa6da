-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table, 1 index.
-- Schema fingerprint: d7bb5120d60e9a751564681d9a6c76f8851e9dd20de17b1cf03c31521490718b
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table line holds golden.generated.Line.
CREATE TABLE "line" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "price" INTEGER NOT NULL,
  "quantity" INTEGER NOT NULL,
  "total" INTEGER NOT NULL GENERATED ALWAYS AS (price * quantity) VIRTUAL CHECK (total < 1000000),
  "json" TEXT NOT NULL GENERATED ALWAYS AS (json_object('total', "total")) STORED,
  "known" INTEGER GENERATED ALWAYS AS (nullif(total, 0)) VIRTUAL,
  "amount" TEXT NOT NULL GENERATED ALWAYS AS (CASE WHEN quantity > 9 THEN 'MANY' ELSE 'FEW' END) VIRTUAL CHECK ("amount" IN ('FEW', 'MANY')),
  UNIQUE ("json")
) STRICT;

-- Index line_amount_idx serves golden.generated.Line.
CREATE INDEX "line_amount_idx" ON "line" ("amount");

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
INSERT INTO "_schema_reset" VALUES (1, 'd7bb5120d60e9a751564681d9a6c76f8851e9dd20de17b1cf03c31521490718b', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.generated');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
