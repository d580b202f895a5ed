import { payingStates } from "@tuwai/domain/cover";
import type { WorkerFacts } from "@tuwai/domain/eligibility";
import { readOccupation } from "@tuwai/domain/occupations";
import { parseRegionCode } from "@tuwai/domain/regions";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import type { FactRow } from "./worker-facts.view.ts";

/** Payer code of a membership that BPJS's list shows and this city does not pay. */
const listedByBpjs = "listed-by-bpjs";

/**
 * Turns rows into what a judgement reads. A registry the city never received, or a question about it that is still open,
 * means that nobody knows; a list that holds the person means alive and living there unless the list says otherwise.
 */
export function workerFacts(row: FactRow, registries: ReadonlySet<string>, on: CivilDate): WorkerFacts {
  const hasMembers = registries.has("bpjs-members") && !row.asksMembership;
  return {
    birthDate: dateOf(row.birthDate),
    death: row.diedOn === null ? "alive" : { on: row.diedOn as CivilDate },
    residence: row.movedOn === null ? parseRegionCode(row.villageCode) : undefined,
    nik: nikOf(row),
    stateService: stateServiceOf(row, registries, on),
    formalJob: formalJobOf(row, hasMembers),
    work: workOf(row),
    consent: row.consent ?? undefined,
    paidThisMonthBy: payerOf(row, hasMembers),
    proposedPayer: null,
    memberSince: memberSinceOf(row),
    welfare: row.decile === null ? undefined : { decile: row.decile, release: row.release ?? "" },
    bansos: undefined,
    protectedInFamily: row.protectedInFamily ?? undefined,
    lastRescueDay: dateOf(row.lastRescueDay) ?? null,
    dependants: undefined,
  };
}

const dateOf = (text: string | null): CivilDate | undefined =>
  text === null ? undefined : parseCivilDate(text);

function nikOf(row: FactRow): WorkerFacts["nik"] {
  if (row.isDisputed || row.nikStatus === "sengketa") return "disputed";
  return row.nikStatus === "padan" || row.nikStatus === "belum-padan" ? "usable" : "missing";
}

/** Retired civil servants are no longer insured by Taspen for work accidents, so they count as others do. */
function stateServiceOf(
  row: FactRow,
  registries: ReadonlySet<string>,
  on: CivilDate,
): WorkerFacts["stateService"] {
  if (row.civilServant !== null) {
    const retiresOn = dateOf(row.civilServant.retiresOn ?? null);
    return retiresOn !== undefined && retiresOn <= on ? "none" : "asn";
  }
  return registries.has("civil-servants") && !row.asksCivilServant ? "none" : undefined;
}

function formalJobOf(row: FactRow, hasMembers: boolean): boolean | undefined {
  if (row.hasFormalJob || (row.membership?.status === "active" && row.membership.segment === "pu"))
    return true;
  return hasMembers ? false : undefined;
}

function workOf(row: FactRow): WorkerFacts["work"] {
  const text = row.occupationText?.trim() ?? "";
  if (text === "") return undefined;
  const { group, hazardous } = readOccupation(text);
  return { group: row.occupationGroup ?? group, hazardous };
}

/** Whoever is enrolled by the city itself is paid for by the city, whatever the member list adds to that. */
function payerOf(row: FactRow, hasMembers: boolean): string | null | undefined {
  if (row.hasOwnEnrolment) return null;
  if (row.membership?.status === "active") return listedByBpjs;
  return hasMembers ? null : undefined;
}

function memberSinceOf(row: FactRow): CivilDate | null {
  const isMember = row.coverState !== null && payingStates.includes(row.coverState);
  if (isMember && row.coveredFrom !== null) return row.coveredFrom as CivilDate;
  if (row.membership?.status !== "active") return null;
  return dateOf(row.membership.startsOn) ?? null;
}
