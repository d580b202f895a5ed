import {
  type Finding,
  nextVisit,
  type Reading,
  type Visit,
  outcomeOf,
  type WelfareOutcome,
} from "@tuwai/domain/aftercare";
import { addMonths, type CivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { type ClaimAsked, type FollowedClaim, listFollowedClaims, requireClaim } from "#claims";
import { read, type Step } from "#use-case";
import { readAftercareSettings } from "./aftercare-settings.ts";
import { listReadings } from "./decile.store.ts";
import { listVisits, type VisitRow } from "./visit.store.ts";

export type Aftercare = {
  readonly code: string;
  readonly villageCode: string;
  readonly happenedOn: CivilDate;
  readonly visits: readonly VisitRow[];
  readonly next: (Visit & { readonly isDue: boolean }) | null;
  readonly can: { readonly visit: boolean };
};

/** One family after the claim: visits made and the next one. Throws `not-found`. */
export const getAftercare = read(
  { purpose: "aftercare", permission: "aftercare.read" },
  async (step, asked: ClaimAsked): Promise<Aftercare> => {
    const claim = await requireClaim(step, asked);
    const visits = await listVisits(step.tx, step.area, [claim.id]);
    await step.seen({ personIds: [claim.personId], fields: ["aftercare"] });
    const made = visits.map(({ stage }) => stage);
    return {
      code: claim.code,
      villageCode: claim.villageCode,
      happenedOn: claim.happenedOn,
      visits,
      next: nextVisit(claim.happenedOn, made, step.today),
      can: { visit: may(step.actor, "aftercare.visit") },
    };
  },
);

export type FollowedFamily = Pick<FollowedClaim, "code" | "villageCode" | "happenedOn" | "state"> & {
  readonly next: Aftercare["next"];
  readonly lastFinding: Finding | null;
};

/** The families of the area that are followed, whoever is due first. */
export const listAftercare = read(
  { purpose: "aftercare-list", permission: "aftercare.read" },
  (step): Promise<readonly FollowedFamily[]> => followed(step),
);

/** How far back a family is still followed. */
const since = (today: CivilDate): CivilDate => addMonths(today, -37);

export async function followed(step: Step): Promise<readonly FollowedFamily[]> {
  const { tx, area, today } = step;
  const claims = await listFollowedClaims(tx, area, since(today));
  const visits = Map.groupBy(
    await listVisits(
      tx,
      area,
      claims.map(({ claimId }) => claimId),
    ),
    ({ claimId }) => claimId,
  );
  return claims
    .map(({ claimId, code, villageCode, happenedOn, state }) => {
      const made = visits.get(claimId) ?? [];
      const next = nextVisit(
        happenedOn,
        made.map(({ stage }) => stage),
        today,
      );
      return { code, villageCode, happenedOn, state, next, lastFinding: made.at(-1)?.finding ?? null };
    })
    .toSorted((a, b) => ((a.next?.dueOn ?? "9") < (b.next?.dueOn ?? "9") ? -1 : 1));
}

export type FamilyWelfare = {
  readonly readings: readonly Reading[];
  readonly outcome: WelfareOutcome;
  readonly line: { readonly decile: number; readonly confirmed: boolean };
};

/** The deciles of one family since the event: for data officers. Throws `not-found`. */
export const getFamilyWelfare = read(
  { purpose: "family-welfare", permission: "aftercare.welfare" },
  async (step, asked: ClaimAsked): Promise<FamilyWelfare> => {
    const claim = await requireClaim(step, asked);
    await step.seen({ personIds: [claim.personId], fields: ["desil"] });
    const readings = (await listReadings(step.tx, [claim.id])).get(claim.id) ?? [];
    const { value: decile, confirmed } = (await readAftercareSettings(step.tx, step.actor.regionCode))[
      "poverty-line-decile"
    ];
    return { readings, outcome: outcomeOf(readings, claim.happenedOn, decile), line: { decile, confirmed } };
  },
);
