import {
  type DayReason,
  daysAgainst,
  type IncidentEvidence,
  incidentEvidence,
  isDeath,
  type KnownKind,
  knownKinds,
} from "@tuwai/domain/incident-reports";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import type { ClaimKind } from "@tuwai/domain/benefits";
import { AppError } from "#app";
import { openCase } from "#claims";
import {
  type LifeEventDocument,
  type LifeEventReason,
  type LifeEventTeller,
  tellLifeEvent,
} from "#life-events";
import { change, type Operation, type Step, type Refused, refuse } from "#use-case";
import { audit, holdReport } from "./change-report.ts";
import { type ReportRow, updateReport } from "./report.store.ts";
import { insertStep } from "./report-step.store.ts";
import { findReported, type ReportedPerson } from "./reported-person.view.ts";
import type { Teller } from "./told.ts";

export type ConfirmReason =
  | DayReason
  | LifeEventReason
  | "not-reported"
  | "not-linked"
  | "same-person"
  | "without-kind"
  | "without-evidence";
export type ConfirmOutcome =
  | { readonly outcome: "confirmed"; readonly claimCode: string }
  | Refused<ConfirmReason>;

export type ConfirmReport = Operation & {
  readonly reportId: string;
  readonly kind: string;
  /** Of a death the day of death, of an accident its day. */
  readonly on: string;
  /** Of a death at work: the day of the accident. */
  readonly accidentOn?: string;
  readonly evidence: string;
};

/**
 * Says that a report is true: by a document, by the population office, or by a second person, who is not the one that took the
 * call. Of a death the register and the clock of cover know from now on. Throws `not-found`.
 */
export const confirmIncidentReport = change(
  { name: "incident-report.confirm", permission: "incident_report.decide" },
  async (step, input: ConfirmReport): Promise<ConfirmOutcome> => {
    const row = await holdReport(step, input.reportId);
    if (row.state !== "reported") return refuse<ConfirmReason>(step, "not-reported");
    const kind = knownKinds.find((known) => known === input.kind);
    const on = parseCivilDate(input.on);
    const evidence = incidentEvidence.find((known) => known === input.evidence);
    if (kind === undefined) return refuse<ConfirmReason>(step, "without-kind");
    if (on === undefined) return refuse<ConfirmReason>(step, "without-date");
    if (evidence === undefined) return refuse<ConfirmReason>(step, "without-evidence");
    if (evidence === "second-person" && row.takenBy === step.actor.userId)
      return refuse<ConfirmReason>(step, "same-person");
    const person =
      row.personId === null ? undefined : await findReported(step.tx, step.area, { id: row.personId });
    if (person === undefined) return refuse<ConfirmReason>(step, "not-linked");
    const days = {
      kind,
      on,
      accidentOn: kind === "work-accident-death" ? (parseCivilDate(input.accidentOn ?? "") ?? null) : null,
    };
    const against = daysAgainst(days, { birthDate: person.birthDate, today: step.today });
    if (against.length > 0) return refuse<ConfirmReason>(step, ...against);
    const told = await tellRegister(step, row, { ...days, evidence, person });
    if ("reasons" in told) return refuse<ConfirmReason>(step, ...told.reasons);
    const { lifeEventId } = told;
    const { claimId, claimCode } = await openCase(step, {
      personId: person.id,
      villageCode: person.villageCode,
      kecamatanCode: person.kecamatanCode,
      kind: claimKinds[kind],
      happenedOn: on,
      accidentOn: days.accidentOn,
      happenedTime: row.happenedTime,
      reportedAt: row.receivedAt,
    });
    await writeConfirmed(step, row, { ...days, evidence, lifeEventId, claimId });
    await insertStep(step, row, "confirm", { kind, on, accidentOn: days.accidentOn, evidence });
    await audit(step, row, { kind, on, accidentOn: days.accidentOn, document: evidence });
    return { outcome: "confirmed", claimCode };
  },
);

export const claimKinds: Readonly<Record<KnownKind, ClaimKind>> = {
  death: "natural-death",
  "work-accident-death": "work-accident-death",
  "work-accident": "work-accident",
};

type Confirmed = {
  readonly kind: KnownKind;
  readonly on: CivilDate;
  readonly accidentOn: CivilDate | null;
  readonly evidence: IncidentEvidence;
};

const documents: Readonly<Record<IncidentEvidence, LifeEventDocument>> = {
  "death-certificate": "death-certificate",
  "village-letter": "village-letter",
  "hospital-letter": "other",
  "population-office": "other",
  "second-person": "other",
};
const told: Readonly<Record<Teller, LifeEventTeller>> = {
  family: "family",
  neighbour: "neighbour",
  official: "official",
  health: "official",
  other: "neighbour",
};

/**
 * Tells the register of a death. One that it knows already, with the same day, is left as somebody told it: then nothing is ours
 * to take back.
 */
export async function tellRegister(
  step: Step,
  row: ReportRow,
  { kind, on, accidentOn, evidence, person }: Confirmed & { readonly person: ReportedPerson },
): Promise<{ readonly lifeEventId: string | null } | { readonly reasons: readonly LifeEventReason[] }> {
  if (!isDeath(kind) || person.diedOn === on) return { lifeEventId: null };
  const answer = await tellLifeEvent(step.under("worker.life_event.record"), {
    personCode: person.code,
    kind: "died",
    on,
    ...(accidentOn === null ? {} : { accidentOn }),
    document: documents[evidence],
    toldBy: told[row.teller],
  });
  return answer.outcome === "recorded" ? { lifeEventId: answer.lifeEventId } : { reasons: answer.reasons };
}

/** A report that is true, with its days, as the register was told. */
export async function writeConfirmed(
  step: Step,
  row: ReportRow,
  {
    kind,
    on,
    accidentOn,
    evidence,
    lifeEventId,
    claimId,
  }: Confirmed & Pick<ReportRow, "lifeEventId" | "claimId">,
): Promise<void> {
  const change = {
    state: "confirmed",
    kind,
    happenedOn: on,
    accidentOn,
    evidence,
    lifeEventId,
    claimId,
  } as const;
  await updateReport(step.tx, row, change, { id: step.actor.userId, at: step.now, as: "decided" });
}

/** The worker of a confirmed report. Throws `not-found` where the worker is gone. */
export async function confirmedPerson(step: Step, row: ReportRow): Promise<ReportedPerson> {
  const person =
    row.personId === null ? undefined : await findReported(step.tx, step.area, { id: row.personId });
  if (person === undefined) throw new AppError("not-found");
  return person;
}
