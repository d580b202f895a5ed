import { randomInt } from "node:crypto";
import { newPersonCode } from "@tuwai/domain/identity";
import type { Tx } from "#database";
import { findFreeCodes } from "./person.store.ts";

/** Codes are short, so some are taken; draws again until there are enough. */
export async function drawPersonCodes(tx: Tx, count: number): Promise<readonly string[]> {
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const candidates = Array.from({ length: count - drawn.size + 4 }, () =>
      newPersonCode((limit) => randomInt(limit)),
    );
    for (const code of await findFreeCodes(tx, candidates)) drawn.add(code);
  }
  return [...drawn];
}
