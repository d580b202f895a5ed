import type { BenefitExplanation } from "@tuwai/domain/benefits";
import {
  asksSchool,
  documentsWith,
  type Estimate,
  estimateOf,
  type LookReason,
  lookReasons,
  type MoneyLine,
  type NeededDocument,
} from "@tuwai/domain/claims";
import { ageOn } from "@tuwai/domain/time";
import { may } from "#access";
import { maskName } from "#people";
import { act, type Operation, read, type Step, type Refused, refuse } from "#use-case";
import type { ClaimRow } from "./claim.store.ts";
import { listMarked, type MarkedDocument } from "./claim-document.store.ts";
import { type AccidentFacts, readFacts } from "./claim-facts.store.ts";
import { moneyOf } from "./claim-money-of.ts";
import { listPayments, type Payment } from "./claim-payment.store.ts";
import { insertStep, listSteps, openNotes, type StepRow } from "./claim-step.store.ts";
import { listClaimedPersons } from "./claimed-person.view.ts";
import { audit, type ClaimAsked, requireClaim } from "./hold-claim.ts";
import { type ListedClaim, listed } from "./list-claims.ts";
import { reckonClaim } from "./reckon-claim.ts";

export type Claim = ListedClaim & {
  readonly personCode: string | null;
  readonly age: number | null;
  readonly occupationGroup: string | null;
  /** Frozen at handing in; before, as it would be today. */
  readonly estimate: Estimate | null;
  readonly isFrozen: boolean;
  readonly deadlines: BenefitExplanation["deadlines"] | null;
  readonly sources: readonly {
    readonly instrument: string;
    readonly article: string;
    readonly mark: string;
  }[];
  /** Rupiah over all years of school, if every child passes, with how many children get any; not frozen, and paid year by year. */
  readonly scholarship: { readonly children: number; readonly total: number };
  readonly money: readonly MoneyLine[];
  readonly payments: readonly Payment[];
  readonly documents: readonly (NeededDocument & {
    readonly id: string | null;
    readonly fileName: string | null;
  })[];
  readonly facts: AccidentFacts;
  /** What was done, without who: whoever looked is counted and named nowhere. */
  readonly journey: readonly Omit<StepRow, "takenBy">[];
  /** How often name and notes were opened, and by how many people. */
  readonly looks: { readonly times: number; readonly people: number };
  readonly can: Readonly<Record<"help" | "answer" | "upload" | "download", boolean>>;
};

/** One case with everything but name and notes, which are opened with a reason. Throws `not-found`. */
export const getClaim = read(
  { purpose: "claim", permission: "claim.read" },
  async (step, asked: ClaimAsked): Promise<Claim> => claimOf(step, await requireClaim(step, asked)),
);

/** A case as who may read it sees it, noted as seen. */
export async function claimOf(step: Step, row: ClaimRow): Promise<Claim> {
  const { tx, app, actor } = step;
  const person = (await listClaimedPersons(app, [row.personId])).get(row.personId);
  await step.seen({
    personIds: [row.personId],
    fields: ["worker_code", "initials", "village", "claim_flag"],
  });
  const facts = await readFacts(tx, app.keys, row.id);
  const reckoned = await reckonClaim(step, row, facts);
  const scholars = reckoned?.scholarship.children ?? [];
  const estimate = row.estimate ?? (reckoned === null ? null : estimateOf(reckoned));
  const payments = await listPayments(tx, [row.id]);
  const journey = await listSteps(tx, row.id);
  const marked = await listMarked(tx, row.id);
  const looks = journey.filter(({ step: of }) => of === "look");
  const received = payments.reduce((sum, { amount }) => sum + amount, 0);
  const shown = listed(step, row, { person, received });
  return {
    ...shown,
    expected: estimate?.total ?? null,
    personCode: person?.code ?? null,
    age: person?.birthDate == null ? null : ageOn(person.birthDate, row.happenedOn),
    occupationGroup: person?.occupationGroup ?? null,
    estimate,
    isFrozen: row.estimate !== null,
    deadlines: reckoned?.deadlines ?? null,
    sources: (reckoned?.parts ?? []).flatMap(({ sources }) => sources),
    money: moneyOf(estimate, payments, journey),
    payments,
    scholarship: {
      children: scholars.filter(({ total }) => total > 0).length,
      total: reckoned?.scholarship.total ?? 0,
    },
    documents: withFiles(documentsWith(row.kind, asksSchool(scholars), marked), marked),
    facts,
    journey: journey.filter(({ step: of }) => of !== "look").map(({ takenBy: _takenBy, ...done }) => done),
    looks: { times: looks.length, people: new Set(looks.map(({ takenBy }) => takenBy)).size },
    can: {
      help: may(actor, "claim.help"),
      answer: may(actor, "claim.update_state"),
      upload: may(actor, "claim.document.upload"),
      download: may(actor, "claim.document.download"),
    },
  };
}

const withFiles = (
  documents: readonly NeededDocument[],
  marked: readonly MarkedDocument[],
): Claim["documents"] =>
  documents.map((document) => {
    const own = marked.find(({ code }) => code === document.code);
    return { ...document, id: own?.id ?? null, fileName: own?.fileName ?? null };
  });

export type Opened = {
  readonly outcome: "opened";
  readonly name: string | null;
  /** Step id → the note that was written with it. */
  readonly notes: Readonly<Record<string, string>>;
};

/**
 * Opens name and notes of a case for a reason, which is kept with who looked. What was opened is read after it is noted, so that no
 * name and no note stays with the operation. Throws `not-found`.
 */
export const lookIntoClaim = act(
  { name: "claim.look", permission: "claim.read" },
  async (
    call,
    { operationId: id, ...input }: Operation & ClaimAsked & { readonly reason: string },
  ): Promise<Opened | Refused<"without-reason">> => {
    const noted = await call.once({ id, request: input }, (step) => noteLook(step, input));
    return noted.outcome === "refused" ? noted : call.look((step) => opened(step, input, noted.reason));
  },
);

type Noted = { readonly outcome: "noted"; readonly reason: LookReason };

async function noteLook(
  step: Step,
  input: ClaimAsked & { readonly reason: string },
): Promise<Noted | Refused<"without-reason">> {
  const row = await requireClaim(step, input);
  const reason = lookReasons.find((known: LookReason) => known === input.reason);
  if (reason === undefined) return refuse<"without-reason">(step, "without-reason");
  await insertStep(step, row, { step: "look", details: { reason } });
  await audit(step, row, { reason });
  return { outcome: "noted", reason };
}

async function opened(step: Step, asked: ClaimAsked, reason: LookReason): Promise<Opened> {
  const row = await requireClaim(step, asked);
  const person = (await listClaimedPersons(step.app, [row.personId])).get(row.personId);
  await step.seen({
    personIds: [row.personId],
    fields: ["full_name", "claim_notes"],
    purpose: `claim-look-${reason}`,
  });
  return {
    outcome: "opened",
    name: person === undefined ? null : maskName(step.actor.role, person.fullName),
    notes: Object.fromEntries(await openNotes(step, row.id)),
  };
}
