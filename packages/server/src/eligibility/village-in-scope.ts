import { placeOf } from "#regions";
import type { Step } from "#use-case";

export type VillagePlace = {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly name: string;
};

/** The village, when it exists and lies where the actor may look; else `not-found`, as if it did not exist. */
export async function villageInScope(
  { tx, within }: Pick<Step, "tx" | "within">,
  villageCode: string,
): Promise<VillagePlace> {
  return within((await placeOf(tx, villageCode)) ?? undefined);
}
