-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table, 1 index.
-- Schema fingerprint: d7bb5120d60e9a751564681d9a6c76f8851e9dd20de17b1cf03c31521490718b
-- Running it takes no backup and honours no protection; apply does both.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
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
INSERT INTO "_schema_reset" VALUES (1, 'd7bb5120d60e9a751564681d9a6c76f8851e9dd20de17b1cf03c31521490718b', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.generated');

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
