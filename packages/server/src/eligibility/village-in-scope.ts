import { type Grant, requireWithin } from "#access";
import type { Actor } from "#app";
import type { Tx } from "#database";
import { placeOf } from "#regions";

export type VillagePlace = {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly name: string;
};

/** The village, when it exists and lies where the actor may look; else `not-found`, as if it did not exist. */
export async function villageInScope(
  tx: Tx,
  by: { readonly actor: Actor; readonly grant: Grant },
  villageCode: string,
): Promise<VillagePlace> {
  return requireWithin(by.actor, by.grant, (await placeOf(tx, villageCode)) ?? undefined);
}
