import { payingStates } from "@tuwai/domain/cover";
import type { WorkerFacts } from "@tuwai/domain/eligibility";
import {
  letsOntoList,
  type Occupation,
  readOccupation,
  type SaidOccupation,
  standingOf,
} from "@tuwai/domain/occupations";
import { parseRegionCode } from "@tuwai/domain/regions";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import type { FactRow } from "./worker-facts.view.ts";

/** Payer code of a membership that BPJS's list shows and this city does not pay. */
const listedByBpjs = "listed-by-bpjs";

/**
 * Turns rows into what a judgement reads. A registry the city never received, or a question about it that is still open,
 * means that nobody knows; a list that holds the person means alive and living there unless the list says otherwise.
 */
export function workerFacts(
  row: FactRow,
  registries: ReadonlySet<string>,
  on: CivilDate,
  meansOf?: SaidOccupation,
): WorkerFacts {
  const occupation = occupationOf(row, meansOf);
  const hasMembers = registries.has("bpjs-members") && !row.asksMembership;
  return {
    birthDate: dateOf(row.birthDate),
    death: row.diedOn === null ? "alive" : { on: row.diedOn as CivilDate },
    residence: row.movedOn === null ? parseRegionCode(row.villageCode) : undefined,
    nik: nikOf(row),
    stateService: stateServiceOf(row, registries, on, occupation),
    formalJob: formalJobOf(row, hasMembers, occupation),
    work: workOf(row, occupation),
    secondLook: secondLookOf(row),
    consent: row.consent ?? undefined,
    paidThisMonthBy: payerOf(row, hasMembers),
    proposedPayer: null,
    memberSince: memberSinceOf(row),
    welfare:
      row.decile === null
        ? undefined
        : { from: row.decileFrom ?? row.decile, to: row.decile, release: row.release ?? "" },
    bansos: bansosOf(row),
    protectedInFamily: row.protectedInFamily ?? undefined,
    lastRescueDay: dateOf(row.lastRescueDay) ?? null,
    dependants: dependantsOf(row),
  };
}

const dateOf = (text: string | null): CivilDate | undefined =>
  text === null ? undefined : parseCivilDate(text);

function nikOf(row: FactRow): WorkerFacts["nik"] {
  if (row.isDisputed || row.nikStatus === "sengketa") return "disputed";
  return row.nikStatus === "padan" || row.nikStatus === "belum-padan" ? "usable" : "missing";
}

/** Null where nothing is written. */
function occupationOf({ occupationText }: FactRow, meansOf?: SaidOccupation): Occupation | null {
  const text = occupationText?.trim() ?? "";
  return text === "" ? null : readOccupation(text, meansOf);
}

const services: Readonly<Partial<Record<Occupation["group"], "asn" | "tni" | "polri">>> = {
  "civil-servant": "asn",
  soldier: "tni",
  police: "polri",
};

/**
 * The city's own list of civil servants stands before the written word: it knows the day of retirement, after which Taspen no
 * longer insures work accidents. Where it is silent the word stands, since soldiers, police and servants of other offices are
 * on no list of the city.
 */
function stateServiceOf(
  row: FactRow,
  registries: ReadonlySet<string>,
  on: CivilDate,
  occupation: Occupation | null,
): WorkerFacts["stateService"] {
  if (row.civilServant !== null) {
    const retiresOn = dateOf(row.civilServant.retiresOn ?? null);
    return retiresOn !== undefined && retiresOn <= on ? "none" : "asn";
  }
  const written = occupation === null ? undefined : services[occupation.group];
  if (written !== undefined) return written;
  return registries.has("civil-servants") && !row.asksCivilServant ? "none" : undefined;
}

/**
 * BPJS's word stands before the written one. An employee whom BPJS does not show as one is not known to be without an
 * employer: whoever pays the wage has to insure them, and somebody has to ask.
 */
function formalJobOf(row: FactRow, hasMembers: boolean, occupation: Occupation | null): boolean | undefined {
  if (row.hasFormalJob || (row.membership?.status === "active" && row.membership.segment === "pu"))
    return true;
  if (occupation?.group === "state-company") return true;
  if (occupation?.group === "employee" && row.membership?.status !== "active") return undefined;
  return hasMembers ? false : undefined;
}

/** A word that nobody can place is a question, never work by guess. */
function workOf(row: FactRow, occupation: Occupation | null): WorkerFacts["work"] {
  if (occupation === null) return undefined;
  const { group, hazardous } = occupation;
  const standing = standingOf(group);
  if (standing === "unknown") return undefined;
  if (standing === "none") return "none";
  const isPlaced = row.occupationGroup !== null && row.occupationGroup !== "unknown";
  return { group: isPlaced ? row.occupationGroup : group, hazardous };
}

function secondLookOf({ secondLook }: FactRow): WorkerFacts["secondLook"] {
  if (secondLook === null) return undefined;
  return letsOntoList(secondLook) ? "allowed" : "refused";
}

/** One kind of aid that is said decides; that there is none is known only when both are said. */
function bansosOf({ pkh, bpnt }: FactRow): WorkerFacts["bansos"] {
  const received = [
    ...(pkh === true ? (["pkh"] as const) : []),
    ...(bpnt === true ? (["bpnt"] as const) : []),
  ];
  if (received.length > 0) return received;
  return pkh === false && bpnt === false ? [] : undefined;
}

/** Others on the family card. A card with one row tells nothing: lists of social offices often hold heads of families alone. */
function dependantsOf({ onFamilyCard }: FactRow): number | undefined {
  return onFamilyCard === null || onFamilyCard < 2 ? undefined : onFamilyCard - 1;
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
