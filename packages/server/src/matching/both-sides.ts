import { type Sponsor, type WaitingWorker } from "@tuwai/domain/matching";
import { rupiahPerMonth } from "@tuwai/domain/money";
import { parseRegionCode } from "@tuwai/domain/regions";
import { type Month, monthOf } from "@tuwai/domain/time";
import { AppError } from "#app";
import { priceFor, type Pricing, readPricing } from "#contributions";
import type { Held } from "#replacements";
import type { Step } from "#use-case";
import { readKeptOut } from "./kept-out.ts";
import { listOpenPledges, listPersonIds, type OpenPledge } from "./open-pledge.view.ts";
import { type Candidate, listWaitingRows } from "./waiting.view.ts";

/** Everybody who waits for a payer, and every pledge with places left. */
export type BothSides = {
  readonly workers: readonly WaitingWorker[];
  readonly sponsors: readonly Sponsor[];
  readonly places: ReadonlyMap<string, { readonly villageCode: string; readonly kecamatanCode: string }>;
  /** Of workers who are held for their last sponsor, the pledge that sponsor has signed since. */
  readonly heldFor: ReadonlyMap<string, string>;
};

export async function readBothSides(step: Step): Promise<BothSides> {
  const { tx, area, today } = step;
  const pricing = await readPricing(tx, area.regionCode);
  const month = monthOf(today);
  const { held, reserved } = await readKeptOut(step);
  const pledges = await listOpenPledges(tx, area);
  const everybody = await listWaitingRows(tx, area, { limit: null, offset: 0 });
  const owners = new Set(pledges.map(({ civilServantId }) => civilServantId));
  // Whoever is held is proposed to the sponsor who had him, should that one have signed again, and to nobody else.
  const waiting = everybody.filter(
    ({ personId }) =>
      !reserved.has(personId) &&
      (owners.has(held.persons.get(personId) ?? "") || !held.persons.has(personId)),
  );
  const nominated = pledges.flatMap(({ wishes }) => wishes.nominatedCodes ?? []);
  const ids = await listPersonIds(tx, area, nominated);
  const pledgeOf = new Map(pledges.map(({ civilServantId, id }) => [civilServantId, id]));
  return {
    heldFor: new Map(
      [...held.persons].flatMap(([personId, servant]) => {
        const pledgeId = pledgeOf.get(servant);
        return pledgeId === undefined ? [] : [[personId, pledgeId] as const];
      }),
    ),
    places: new Map(
      waiting.map(({ personId, villageCode, kecamatanCode }) => [personId, { villageCode, kecamatanCode }]),
    ),
    workers: waiting.map((candidate) => workerOf(candidate, pricing, month)),
    sponsors: pledges.map((pledge) => sponsorOf(pledge, ids, held)),
  };
}

export function workerOf(candidate: Candidate, pricing: Pricing, month: Month): WaitingWorker {
  const answer = priceFor(pricing, { fundSource: "asn", sector: candidate.sector, month });
  if (answer.outcome === "no-rate") throw new AppError("not-set-up", { reason: "no-rate", month });
  return {
    id: candidate.personId,
    villageCode: candidate.villageCode,
    workGroup: candidate.occupationGroup ?? "",
    priority: {
      score: candidate.isFirst ? Number.MAX_SAFE_INTEGER : candidate.score,
      codes: [...(candidate.isFirst ? ["lost-sponsor"] : []), ...candidate.scoreCodes],
    },
    price: answer.price.total,
    sponsorId: null,
  };
}

/** Only the places that are left, with their share of the cap: whoever is together already is not proposed again. */
export function sponsorOf(pledge: OpenPledge, ids: ReadonlyMap<string, string>, held: Held): Sponsor {
  const own = [...held.persons].filter(([, servant]) => servant === pledge.civilServantId);
  const others = [...held.persons].filter(([, servant]) => servant !== pledge.civilServantId);
  const heldPlaces = held.places.get(pledge.id) ?? 0;
  const { nominatedCodes = [], villages = [], workGroups = [], nothingElse = false } = pledge.wishes;
  return {
    id: pledge.id,
    place: parseRegionCode(pledge.place ?? "") ?? null,
    isActive: true,
    workers: Math.max(0, pledge.freePlaces - heldPlaces),
    capPerMonth: rupiahPerMonth(pledge.capRupiah),
    wishes: {
      nominatedWorkerIds: [
        ...own.map(([personId]) => personId),
        ...nominatedCodes.flatMap((code) => ids.get(code) ?? []),
      ],
      villages: villages.flatMap((code) => parseRegionCode(code) ?? []),
      workGroups,
      nothingElse,
    },
    conflictingWorkerIds: [...pledge.familyPersonIds, ...others.map(([personId]) => personId)],
    declinedWorkerIds: pledge.declinedPersonIds,
  };
}
