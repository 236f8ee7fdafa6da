-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table.
-- Schema fingerprint: 63df5acd84d6a4ea677bec3c165b45077a3d8c2204fc67b663abca205eb07ba1
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table product holds golden.column.Product.
CREATE TABLE "product" (
  "no" INTEGER PRIMARY KEY,
  "Display Name" TEXT NOT NULL COLLATE NOCASE,
  -- As the supplier writes it.
  "code" TEXT NOT NULL COLLATE RTRIM,
  "anything" ANY,
  "small" INT NOT NULL,
  "of_the_users_own_type" BLOB NOT NULL
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
