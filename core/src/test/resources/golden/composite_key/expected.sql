-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 3 tables.
-- Schema fingerprint: f54b2687c0bc9490db4a6fc18604f5c6f29fc21e96d675f7a77a21fa38e042f8
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- Without foreign keys the tables can go in any order; inside the transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: all of what follows happens, or nothing does.
BEGIN IMMEDIATE;

-- Table attendees holds golden.composite_key.Student.
CREATE TABLE "attendees" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL
) STRICT;

-- Table courses holds golden.composite_key.Course.
CREATE TABLE "courses" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "title" TEXT NOT NULL
) STRICT;

-- Table enrolment holds golden.composite_key.Enrolment.
CREATE TABLE "enrolment" (
  "student_id" INTEGER NOT NULL,
  "since" TEXT NOT NULL,
  "course_code" TEXT NOT NULL,
  PRIMARY KEY ("student_id", "course_code"),
  FOREIGN KEY ("student_id") REFERENCES "attendees" ("id"),
  FOREIGN KEY ("course_code") REFERENCES "courses" ("code")
) STRICT;

-- Only now does anything change for good.
COMMIT;

-- From here on SQLite watches the foreign keys again.
PRAGMA foreign_keys = ON;
