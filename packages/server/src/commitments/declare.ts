import {
  type Commitment,
  fundSources,
  mayHaveNoughtTooMany,
  priceHeads,
  type StepReason,
  takeStep,
} from "@tuwai/domain/commitments";
import { AppError, readNote } from "#app";
import { placeOf } from "#regions";
import { change, type Operation, type Step } from "#use-case";
import { insertCommitment, insertStep, lockVillage, updateCommitment } from "./commitment.store.ts";
import { requireYear } from "./list-commitments.ts";
import {
  accountFor,
  asCommitment,
  type CommitmentYear,
  type GroupNeed,
  readYear,
  type VillageCommitments,
} from "./read-year.ts";

export type CommitmentLine = {
  readonly group: string;
  readonly heads: number;
  readonly months: number;
  readonly source: string;
  /** Rupiah; left out: what the heads cost for these months by law. */
  readonly amount?: number | null;
};

export type DeclareCommitments = Operation & {
  readonly villageCode: string;
  readonly year?: number;
  readonly lines: readonly CommitmentLine[];
  /** A draft is the village's own; declared it stands on the board. */
  readonly intent: "draft" | "declare";
  readonly reason?: string;
  /** The sum was looked at although it is more than three times the need. */
  readonly isSure?: boolean;
};

export type LineRefusal = {
  readonly group: string;
  readonly reasons: readonly (StepReason | "no-price" | "nought-too-many" | "unknown-group")[];
};
export type DeclareOutcome =
  | { readonly outcome: "declared" | "drafted"; readonly promised: number; readonly lines: number }
  | { readonly outcome: "refused"; readonly lines: readonly LineRefusal[] };

/**
 * A village's word for a year, any of its groups at once; all lines or none. Lines that change nothing stay as they are. Of another
 * village `not-found`. Throws `identity-number-in-note` for such a reason.
 */
export const declareCommitments = change(
  { name: "commitment.declare", permission: "village_commitment.write" },
  (step, input: DeclareCommitments): Promise<DeclareOutcome> => declarePromises(step, input),
);

/** The same inside somebody's own step, such as a meeting's. Refused, it has written nothing. */
export async function declarePromises(
  step: Step,
  input: Omit<DeclareCommitments, "operationId">,
): Promise<DeclareOutcome> {
  const { tx, area, today } = step;
  const year = requireYear(input.year, today);
  const { villageCode } = step.within((await placeOf(tx, input.villageCode)) ?? undefined);
  await lockVillage(tx, { area, year, villageCode });
  const known = await readYear(step, { year, villageCode });
  const [village] = known.villages;
  if (village === undefined) throw new AppError("not-found", { object: "village" });
  const reason = readNote(input.reason);
  const taken = input.lines.map((line) => judge(line, { ...input, reason, known, village }));
  // What was declared before stays as it is, unless nothing else was asked for.
  const asked = taken.every(isSame) ? taken : taken.filter((one) => !isSame(one));
  const refused = asked.flatMap((one) => ("reasons" in one ? [one] : []));
  const good = taken.flatMap((one) => ("next" in one ? [one] : []));
  if (refused.length > 0 || taken.length === 0) return step.unchanged({ outcome: "refused", lines: refused });
  for (const one of good) await save(step, one, { village, reason, intent: input.intent });
  const promised = good.reduce((sum, { next }) => sum + next.promised, 0);
  const details = { year, villageCode, intent: input.intent, totalRupiah: promised, lines: good.length };
  await step.audit({ objectType: "village_commitment", objectId: villageCode, details });
  const outcome = input.intent === "declare" ? "declared" : "drafted";
  return { outcome, promised, lines: good.length };
}

const isSame = (one: Judged) => "reasons" in one && one.reasons.every((why) => why === "changes-nothing");

type Judged = LineRefusal | { readonly now: GroupNeed; readonly next: Commitment };

function judge(
  line: CommitmentLine,
  of: Pick<DeclareCommitments, "intent" | "isSure"> & {
    readonly reason: string | null;
    readonly known: CommitmentYear;
    readonly village: VillageCommitments;
  },
): Judged {
  const { known, village, intent, reason } = of;
  const { kind } = village;
  const now = village.groups.find(({ group, isApplicable }) => group === line.group && isApplicable);
  if (now === undefined) return { group: line.group, reasons: ["unknown-group"] };
  const { group } = now;
  const heads = safe(line.heads) > mostHeads ? 0 : safe(line.heads);
  const wages = Array.from({ length: heads }, (_, at) => now.heads.wages[at] ?? null);
  const months = safe(line.months);
  const priced =
    months >= 1 && months <= 12 ? priceHeads({ kind, year: known.year, months, group, wages }) : undefined;
  const promised = safe(line.amount ?? priced?.total ?? 0);
  const source = fundSources.find((one) => one === line.source) ?? null;
  // The village's own word is changed; what finance booked stays beside it.
  const own = now.commitment === null ? null : { ...now.commitment, ...now.commitment.typed };
  const commitment = asCommitment(
    own,
    { kind, year: known.year, group },
    known.lockedAt !== null && intent === "declare",
  );
  const account = commitment.account ?? accountFor(known.rules, kind, group);
  const promise = { heads: wages.length, months, promised, source, reason };
  const answer = takeStep({ ...commitment, account }, { step: intent, ...promise });
  // Against the register's need; where it knows nobody, against what the heads cost.
  const need = (now.need?.total ?? 0) > 0 ? (now.need?.total ?? 0) : (priced?.total ?? 0);
  const isTooMuch = need > 0 && mayHaveNoughtTooMany(promised, need) && of.isSure !== true;
  const reasons = [
    ...(answer.outcome === "refused" ? answer.reasons : []),
    ...(priced === undefined && line.amount == null ? (["no-price"] as const) : []),
    ...(isTooMuch ? (["nought-too-many"] as const) : []),
  ];
  if (reasons.length > 0 || answer.outcome === "refused") return { group, reasons };
  return { now, next: answer.commitment };
}

/** More than live in any village: a slip of the keys, as no heads at all. */
const mostHeads = 100_000;

/** A count or an amount as far as one can be meant; everything else is none. */
const safe = (value: number) => (Number.isSafeInteger(value) && value >= 0 && value < 1e12 ? value : 0);

async function save(
  step: Step,
  { now, next }: { readonly now: GroupNeed; readonly next: Commitment },
  of: {
    readonly village: VillageCommitments;
    readonly reason: string | null;
    readonly intent: "draft" | "declare";
  },
): Promise<void> {
  const { tx, actor, now: at } = step;
  const { villageCode, kecamatanCode } = of.village;
  const id = now.commitment?.id ?? step.newId();
  const place = { regionCode: actor.regionCode, villageCode, kecamatanCode };
  const row = {
    ...next,
    ...place,
    id,
    needHeads: now.heads.unprotected,
    needRupiah: now.need?.total ?? 0,
    plannedOn: now.commitment?.plannedOn ?? null,
    draftOn: now.commitment?.draftOn ?? null,
    evaluatedOn: now.commitment?.evaluatedOn ?? null,
    by: actor.userId,
    at,
  };
  await (now.commitment === null ? insertCommitment(tx, row) : updateCommitment(tx, row));
  await insertStep(tx, {
    ...place,
    ...noPaper,
    ...stood(next),
    id: step.newId(),
    commitmentId: id,
    step: of.intent,
    budget: null,
    amount: null,
    reason: of.reason,
    takenRole: actor.role,
    takenBy: actor.userId,
    takenAt: at,
  });
}

/** What stands after a step, as the step keeps it. */
export const stood = ({ state, heads, months, promised, source, account }: Commitment) => ({
  state,
  heads,
  months,
  promised,
  source,
  account,
});

export const noPaper = {
  paperNumber: null,
  paperOn: null,
  paperName: null,
  paperType: null,
  paperHash: null,
  paperSealed: null,
  reportId: null,
} as const;
