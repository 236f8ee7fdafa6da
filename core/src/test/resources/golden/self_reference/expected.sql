-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: f971462f83bbb7b79116d2252dac69279e776e2ce4762ca1e85ce944e6083ce6
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table employee holds golden.self_reference.Employee.
CREATE TABLE "employee" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "manager_id" INTEGER,
  FOREIGN KEY ("manager_id") REFERENCES "employee" ("id")
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
