-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: b220e1b760adcd765d3ee67e6c253b86d51bfe42cd06d3f84f52507554a2f110
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table account holds golden.unique.Account.
CREATE TABLE "account" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
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

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
