import { type Actor, AppError } from "#app";
import type { Tx } from "#database";
import { placeOf } from "#regions";

export type VillagePlace = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly name: string;
};

/** The village, when it exists and lies where the actor may look; else `not-found`, as if it did not exist. */
export async function villageInScope(tx: Tx, actor: Actor, villageCode: string): Promise<VillagePlace> {
  const place = await placeOf(tx, villageCode);
  if (!place || !isWithinScope(actor, place)) throw new AppError("not-found");
  return place;
}

function isWithinScope(actor: Actor, place: VillagePlace): boolean {
  if (actor.role === "OPR" || actor.role === "KDS") return place.villageCode === actor.scope;
  return actor.role === "CMT" ? place.kecamatanCode === actor.scope : true;
}
