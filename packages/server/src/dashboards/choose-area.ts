import { type Area, requireSeesPlace } from "#access";
import { AppError } from "#app";
import type { Step } from "#use-case";
import { listPlaces, type VillagePlace } from "./place.view.ts";

export type DashboardPlace = {
  readonly level: "city" | "kecamatan" | "village";
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  /** Null of the whole city, whose name every page knows. */
  readonly name: string | null;
  readonly kecamatan: string | null;
};

export type PlaceAsked = {
  readonly kecamatanCode?: string | undefined;
  readonly villageCode?: string | undefined;
};

/**
 * The area that a page is about, never wider than the reader's own: a village's staff see their village, a camat the kecamatan. Whoever
 * sees no figures of villages has the city, and of smaller places what is released: their parts are small enough to tell of somebody. Throws
 * `not-found` for a place that is not there or not the reader's.
 */
export async function chooseArea(
  step: Step,
  asked: PlaceAsked,
): Promise<{
  readonly area: Area;
  readonly place: DashboardPlace;
  readonly places: readonly VillagePlace[];
}> {
  const { tx, area: own } = step;
  requireSeesPlace(step.actor, asked);
  const area = {
    ...own,
    villageCode: asked.villageCode ?? own.villageCode,
    kecamatanCode: asked.kecamatanCode ?? own.kecamatanCode,
  };
  const places = await listPlaces(tx, area);
  const [first] = places;
  if (first === undefined) throw new AppError("not-found");
  const isVillage = area.villageCode !== null;
  const isKecamatan = !isVillage && area.kecamatanCode !== null;
  step.within({
    regionCode: own.regionCode,
    villageCode: isVillage ? first.code : null,
    kecamatanCode: isVillage || isKecamatan ? first.kecamatanCode : null,
  });
  return {
    area,
    places,
    place: {
      level: isVillage ? "village" : isKecamatan ? "kecamatan" : "city",
      villageCode: isVillage ? first.code : null,
      kecamatanCode: isVillage || isKecamatan ? first.kecamatanCode : null,
      name: isVillage ? first.name : isKecamatan ? first.kecamatan : null,
      kecamatan: isVillage || isKecamatan ? first.kecamatan : null,
    },
  };
}
