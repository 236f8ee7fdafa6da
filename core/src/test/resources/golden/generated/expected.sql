-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table, 1 index.
-- Schema fingerprint: 486e80d9ce72c758569b60481f3008119ba8eb85385ada83f96499e219e20ef7
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table line holds golden.generated.Line.
CREATE TABLE "line" (
  "id" INTEGER PRIMARY KEY,
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

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
