import {
  type Claimability,
  type ClaimabilityRules,
  type EnrolmentFacts,
  judgeClaimability,
  type VisitAnswer,
} from "@tuwai/domain/claimability";
import { occupationMeanings, standingOf } from "@tuwai/domain/occupations";
import { type CivilDate, firstDay } from "@tuwai/domain/time";
import type { App } from "#app";
import { editPlace } from "#people";
import { readRegistrationAge } from "#settings";
import type { Step } from "#use-case";
import {
  type Candidate,
  type CandidateChoice,
  type FactRow,
  listCandidates,
  listFacts,
} from "./candidate.view.ts";
import { readClaimabilitySettings } from "./claimability-settings.ts";
import { type DecisionRow, listLastDecisions } from "./decision.store.ts";
import { listLastVisits } from "./sample.store.ts";

export type Judged = Candidate & Claimability & { readonly decision: DecisionRow | null };

/** Everybody of the area who is put forward and not sent, each judged by what is known today and on the day they will be registered. */
export async function judgeCandidates(
  step: Pick<Step, "app" | "tx" | "area" | "actor" | "today">,
  choice: CandidateChoice,
): Promise<readonly Judged[]> {
  const { app, tx, area, actor, today } = step;
  const candidates = await listCandidates(tx, area, choice);
  if (candidates.length === 0) return [];
  const personIds = candidates.map(({ personId }) => personId);
  const facts = new Map((await listFacts(tx, personIds)).map((row) => [row.personId, row]));
  const visits = await listLastVisits(tx, area, personIds);
  const decisions = await listLastDecisions(
    tx,
    area,
    candidates.map(({ enrolmentId }) => enrolmentId),
  );
  const rules = await readRules(step.tx, actor.regionCode);
  return candidates.map((candidate) => {
    const { personId, enrolmentId, fromMonth } = candidate;
    const known = { row: facts.get(personId), visit: visits.get(personId) ?? null };
    return {
      ...candidate,
      ...judgeClaimability(factsOf(app, candidate, known), registrationDay(fromMonth, today), rules),
      decision: decisions.get(enrolmentId) ?? null,
    };
  });
}

async function readRules(tx: Step["tx"], regionCode: string): Promise<ClaimabilityRules> {
  const settings = await readClaimabilitySettings(tx, regionCode);
  return {
    ages: await readRegistrationAge(tx, regionCode),
    evidenceMonths: settings["claimability-evidence-months"].value,
  };
}

/** Nobody is registered before today, and nobody before the month they were put forward for. */
const registrationDay = (fromMonth: Candidate["fromMonth"], today: CivilDate): CivilDate =>
  firstDay(fromMonth) > today ? firstDay(fromMonth) : today;

type Known = { readonly row: FactRow | undefined; readonly visit: VisitAnswer | null };

function factsOf(app: App, candidate: Candidate, { row, visit }: Known): EnrolmentFacts {
  return {
    gone: candidate.isGone,
    birthDate: candidate.birthDate,
    nik: nikOf(candidate.nikStatus, row?.isDisputed ?? false),
    name: candidate.fullName,
    registerNames: row?.registerNames ?? [],
    work: workOf(candidate.occupationGroup),
    hasPlace: (candidate.address ?? "").trim() !== "",
    evidence: row?.evidence ?? [],
    illness: illnessOf(app, row),
    otherCover: row?.membership ? "active" : row?.asksMembership ? "asked" : "none",
    visit,
  };
}

function nikOf(status: string, isDisputed: boolean): EnrolmentFacts["nik"] {
  if (isDisputed || status === "sengketa") return "disputed";
  if (status === "padan") return "verified";
  return status === "belum-padan" ? "unverified" : "missing";
}

function workOf(group: string | null): EnrolmentFacts["work"] {
  const known = occupationMeanings.find((each) => each === group);
  const standing = known === undefined ? "unknown" : standingOf(known);
  if (standing === "unknown") return "unknown";
  return standing === "none" ? "none" : "works";
}

function illnessOf(app: App, row: FactRow | undefined): EnrolmentFacts["illness"] {
  if (!row?.illnessId || row.illnessSealed === null) return null;
  const said = app.keys.open(row.illnessSealed, editPlace(row.illnessId, "value"));
  return said === "none" || said === "grave" ? said : null;
}
