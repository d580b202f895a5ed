import type { WorkerFacts } from "@tuwai/domain/eligibility";
import { readOccupation } from "@tuwai/domain/occupations";
import { parseRegionCode } from "@tuwai/domain/regions";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import type { FactRow } from "./worker-facts.store.ts";

/** Payer code of a membership that BPJS's list shows and this city does not pay. */
const listedByBpjs = "listed-by-bpjs";

/**
 * Turns rows into what a judgement reads. A registry the city never received, or a question about it that is still open,
 * means that nobody knows; a list that holds the person means alive and living there unless the list says otherwise.
 */
export function workerFacts(row: FactRow, registries: ReadonlySet<string>, on: CivilDate): WorkerFacts {
  const hasMembers = registries.has("bpjs-members") && !row.asks_membership;
  return {
    birthDate: dateOf(row.birth_date),
    death: row.died_on === null ? "alive" : { on: row.died_on as CivilDate },
    residence: row.moved_on === null ? parseRegionCode(row.village_code) : undefined,
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
    protectedInFamily: row.protected_in_family ?? undefined,
    lastRescueDay: dateOf(row.last_rescue_day) ?? null,
    dependants: undefined,
  };
}

const dateOf = (text: string | null): CivilDate | undefined =>
  text === null ? undefined : parseCivilDate(text);

function nikOf(row: FactRow): WorkerFacts["nik"] {
  if (row.is_disputed || row.nik_status === "sengketa") return "disputed";
  return row.nik_status === "padan" || row.nik_status === "belum-padan" ? "usable" : "missing";
}

/** Retired civil servants are no longer insured by Taspen for work accidents, so they count as others do. */
function stateServiceOf(
  row: FactRow,
  registries: ReadonlySet<string>,
  on: CivilDate,
): WorkerFacts["stateService"] {
  if (row.civil_servant !== null) {
    const retiresOn = dateOf(row.civil_servant.retiresOn ?? null);
    return retiresOn !== undefined && retiresOn <= on ? "none" : "asn";
  }
  return registries.has("civil-servants") && !row.asks_civil_servant ? "none" : undefined;
}

function formalJobOf(row: FactRow, hasMembers: boolean): boolean | undefined {
  if (row.has_formal_job || (row.membership?.status === "active" && row.membership.segment === "pu"))
    return true;
  return hasMembers ? false : undefined;
}

function workOf(row: FactRow): WorkerFacts["work"] {
  const text = row.occupation_text?.trim() ?? "";
  if (text === "") return undefined;
  const { group, hazardous } = readOccupation(text);
  return { group: row.occupation_group ?? group, hazardous };
}

/** Whoever is enrolled by the city itself is paid for by the city, whatever the member list adds to that. */
function payerOf(row: FactRow, hasMembers: boolean): string | null | undefined {
  if (row.has_own_enrolment) return null;
  if (row.membership?.status === "active") return listedByBpjs;
  return hasMembers ? null : undefined;
}

function memberSinceOf(row: FactRow): CivilDate | null {
  const isMember = row.cover_state === "covered" || row.cover_state?.startsWith("grace-") === true;
  if (isMember && row.covered_from !== null) return row.covered_from as CivilDate;
  if (row.membership?.status !== "active") return null;
  return dateOf(row.membership.startsOn) ?? null;
}
