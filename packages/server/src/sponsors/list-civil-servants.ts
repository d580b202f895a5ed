import type { App } from "#app";
import { asCity } from "#use-case";
import { type CivilServant, listServants } from "./civil-servant.view.ts";

export type { CivilServant };

/** The civil servants who could sign a pledge; for the city itself, as no screen shows them to anybody. */
export function listCivilServants(app: App): Promise<readonly CivilServant[]> {
  return asCity(app, "sponsors.list-civil-servants", ({ tx, area }) => listServants(tx, area.regionCode));
}
