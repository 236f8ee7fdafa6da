-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 2ca6730ec47af6dc2bc8a1b1579151d0306dc558f680da82a7ac5724cf43afac
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table http_server2_config holds golden.names.HTTPServer2Config.
CREATE TABLE "http_server2_config" (
  "user_id" INTEGER PRIMARY KEY,
  "order" TEXT NOT NULL,
  "address2_line" INTEGER NOT NULL,
  "é_té" INTEGER NOT NULL,
  "say ""hi"", 'you'" TEXT NOT NULL
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
