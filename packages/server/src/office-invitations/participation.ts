import { isTooFewOfAnOffice } from "@tuwai/domain/privacy";
import type { App } from "#app";
import { asCity } from "#use-case";
import { listParticipation, type Participation } from "./participation.view.ts";

/** How many are told of; null where too few take part, or nobody. */
export function shownCount(sponsors: number): number | null {
  return sponsors === 0 || isTooFewOfAnOffice(sponsors) ? null : sponsors;
}

/** Counted by the city, as whoever invites an office need not see its pledges. */
export function countParticipation(app: App): Promise<readonly Participation[]> {
  return asCity(app, "office-invitations.count", ({ tx }) => listParticipation(tx));
}
