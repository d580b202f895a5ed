import type { Tx } from "#database";
import { drawPersonCodes } from "./draw-person-codes.ts";
import { insertPersons, type NewPerson } from "./person.store.ts";

/**
 * Makes persons, each with a code that nobody else in the city has. Lists of several villages are saved at the same time, and
 * codes are short: whoever finds a code taken by another list meanwhile draws another one. Answers each id with its code.
 */
export async function addPersons(
  tx: Tx,
  persons: readonly Omit<NewPerson, "code">[],
  draw: typeof drawPersonCodes = drawPersonCodes,
): Promise<ReadonlyMap<string, string>> {
  const codeOf = new Map<string, string>();
  let waiting = persons;
  while (waiting.length > 0) {
    const codes = await draw(tx, waiting.length);
    const drawn = waiting.map((person, index) => ({ ...person, code: codes[index]! }));
    const made = await insertPersons(tx, drawn);
    for (const { id, code } of drawn) if (made.has(id)) codeOf.set(id, code);
    waiting = waiting.filter(({ id }) => !made.has(id));
  }
  return codeOf;
}
