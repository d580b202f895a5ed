import { type EvaluationClock, evaluationClock } from "@tuwai/domain/commitments";
import { readNote } from "#app";
import { change, type Operation, read } from "#use-case";
import { requireYear } from "./list-commitments.ts";
import { type GroupNeed, readYear, type VillageCommitments } from "./read-year.ts";
import { listReported, type ReportedAmounts } from "./report.view.ts";
import { record, type StepOutcome } from "./take-commitment-step.ts";
import { listRules } from "./year.store.ts";

/** A line of a draft that an evaluator has to look at: missing, less than was promised, or as promised. */
export type DraftLine = {
  readonly village: Pick<VillageCommitments, "villageCode" | "kecamatanCode" | "name">;
  readonly group: GroupNeed["group"];
  readonly commitment: NonNullable<GroupNeed["commitment"]>;
  /** What the draft has; null where it has no such line yet. */
  readonly drafted: number | null;
  readonly short: number;
  /** What the exported report of the budget has; null where none was confirmed. */
  readonly reported: ReportedAmounts | null;
  readonly isInPlan: boolean;
  readonly clock: EvaluationClock | null;
};

export type EvaluationList = {
  readonly year: number;
  /** Whether the city has decided that it is this reader who evaluates. */
  readonly isMine: boolean;
  readonly evaluator: Evaluator;
  readonly isEvaluatorKnown: boolean;
  readonly lines: readonly DraftLine[];
};

export const evaluators = ["mayor", "camat"] as const;
export type Evaluator = (typeof evaluators)[number];

/** By law the mayor evaluates; many regions delegate it to the camat. */
export function evaluatorOf(rules: ReadonlyMap<string, string>): Evaluator {
  return rules.get("evaluator") === "camat" ? "camat" : "mayor";
}

/** Every promise of a desa whose budget is not in force: what its draft lacks first, then what the days are running out of. */
export const listEvaluations = read(
  { purpose: "commitment-evaluations", permission: "village_commitment.evaluate" },
  async (step, input: { readonly year?: number } | undefined = {}): Promise<EvaluationList> => {
    const year = requireYear(input.year, step.today);
    const { villages, rules } = await readYear(step, { year });
    const evaluator = evaluatorOf(rules);
    const reported = new Map(
      (await listReported(step.tx, step.area, year)).map((one) => [one.commitmentId, one]),
    );
    const lines = villages.flatMap((village) =>
      village.kind === "kelurahan"
        ? []
        : village.groups.flatMap((group) => lineOf(village, group, { today: step.today, reported })),
    );
    return {
      year,
      evaluator,
      isEvaluatorKnown: rules.has("evaluator"),
      isMine: (evaluator === "camat") === (step.grant.scope === "K"),
      lines: lines.toSorted(
        (a, b) =>
          Number(b.short > 0) - Number(a.short > 0) || (b.clock?.day ?? -1) - (a.clock?.day ?? -1) || 0,
      ),
    };
  },
);

const waiting = ["dinyatakan", "masuk-rkpdes", "masuk-rapbdes", "dievaluasi-perlu-diperbaiki"];

function lineOf(
  village: VillageCommitments,
  { group, commitment }: GroupNeed,
  {
    today,
    reported,
  }: {
    readonly today: Parameters<typeof evaluationClock>[0]["today"];
    readonly reported: ReadonlyMap<string, ReportedAmounts>;
  },
): readonly DraftLine[] {
  if (commitment === null) return [];
  const { draftRupiah, plannedOn, draftOn, evaluatedOn, state, promised } = commitment;
  const isChange = commitment.draftBudget === "changed" && evaluatedOn === null;
  if (!waiting.includes(state) && !isChange) return [];
  return [
    {
      village,
      group,
      commitment,
      drafted: draftRupiah,
      short: Math.max(0, promised - (draftRupiah ?? 0)),
      reported: reported.get(commitment.id) ?? null,
      isInPlan: plannedOn !== null,
      clock:
        draftOn === null ? null : evaluationClock({ receivedOn: draftOn, answeredOn: evaluatedOn, today }),
    },
  ];
}

export type EvaluateCommitment = Operation & {
  readonly commitmentId: string;
  readonly version: number;
  readonly fits: boolean;
  readonly reason?: string;
  readonly paperNumber: string;
  readonly paperOn: string;
};

/**
 * The evaluator's word on one line of a draft: it fits, or has to be mended and why. Refused to the mayor where the camat evaluates, and the
 * other way round. Throws `not-found`, `stale`, and `identity-number-in-note`.
 */
export const evaluateCommitment = change(
  { name: "commitment.evaluate", permission: "village_commitment.evaluate" },
  async (
    step,
    input: EvaluateCommitment,
  ): Promise<StepOutcome | { readonly outcome: "not-evaluator"; readonly evaluator: Evaluator }> => {
    const evaluator = evaluatorOf(await listRules(step.tx, step.actor.regionCode));
    if ((evaluator === "camat") !== (step.grant.scope === "K"))
      return step.unchanged({ outcome: "not-evaluator", evaluator });
    const { operationId: _, fits, ...told } = input;
    return record(
      step,
      { ...told, step: "evaluate" },
      { scan: null, isUnknownKind: false },
      ({ reason }, paper) => ({ step: "evaluate", fits, reason: readNote(reason), paper }),
    );
  },
);
