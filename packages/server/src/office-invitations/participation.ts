import type { App } from "#app";
import { asCity } from "#use-case";
import { listParticipation, type Participation } from "./participation.view.ts";

/** So many have to take part before anybody is told how many: of fewer one could guess who. */
const fewestShown = 5;

/** How many are told of; null where too few take part. */
export function shownCount(sponsors: number): number | null {
  return sponsors >= fewestShown ? sponsors : null;
}

/** Counted by the city, as whoever invites an office need not see its pledges. */
export function countParticipation(app: App): Promise<readonly Participation[]> {
  return asCity(app, "office-invitations.count", ({ tx }) => listParticipation(tx));
}
