package dev.schemareset;

import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

/** A model that takes many pages, one for each index. */
@Table
record Large(
        @PrimaryKey Long id,
        @Index String a,
        @Index String b,
        @Index String c,
        @Index String d,
        @Index String e,
        @Index String f,
        @Index String g,
        @Index String h,
        @Index String i,
        @Index String j,
        @Index String k,
        @Index String l,
        @Index String m,
        @Index String n,
        @Index String o,
        @Index String p,
        @Index String q,
        @Index String r,
        @Index String s,
        @Index String t) {}
