import { type Held, readHeld } from "#replacements";
import { readReserved } from "#reservations";
import type { Step } from "#use-case";

/** Whom nobody takes now: held for their last sponsor, or reserved for a payer. */
export type KeptOut = {
  readonly held: Held;
  /** By person, the payer. */
  readonly reserved: ReadonlyMap<string, string>;
  readonly personIds: readonly string[];
};

export async function readKeptOut({
  tx,
  area,
  today,
}: Pick<Step, "tx" | "area" | "today">): Promise<KeptOut> {
  const held = await readHeld(tx, area, today);
  const reserved = await readReserved(tx, today);
  return { held, reserved, personIds: [...held.persons.keys(), ...reserved.keys()] };
}
