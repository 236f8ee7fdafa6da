-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 791277599835df55945ef76d5076adc6d64cf6fd87e8cdcfdb27fb6ef209e6ea
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table ticket holds golden.enumeration.Ticket.
CREATE TABLE "ticket" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT NOT NULL DEFAULT 'OPEN' CHECK ("state" IN ('OPEN', 'CLOSED')),
  "priority" TEXT CHECK ("priority" IN ('LOW', 'HIGH'))
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
