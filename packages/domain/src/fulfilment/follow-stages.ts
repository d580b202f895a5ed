import { priceHeads, type Stages, type VillageKind } from "#commitments";
import type { Group } from "#grants";

export const stageNames = ["promised", "budgeted", "billed", "paid", "received"] as const;
export type StageName = (typeof stageNames)[number];

/** One stage of a village's money: rupiah, people, and months in which the full death benefit holds; null where nobody can say. */
export type Stage = {
  readonly stage: StageName;
  readonly rupiah: number;
  readonly heads: number | null;
  readonly fullMonths: number | null;
};

/** What a stage lacks against the one before it that is known; never below zero. */
export type StageGap = Stage & {
  readonly gap: {
    readonly rupiah: number;
    readonly heads: number | null;
    readonly fullMonths: number | null;
  } | null;
};

export type StagedCommitment = {
  readonly kind: VillageKind;
  readonly year: number;
  readonly group: Group;
  readonly heads: number;
  readonly months: number;
  readonly stages: Stages;
};

/** How many heads a budget reaches: the whole number of equal shares of the promise that it holds. */
const headsWithin = (heads: number, budgeted: number, promised: number): number =>
  promised <= 0 ? 0 : Math.min(heads, Math.floor((heads * budgeted) / promised));

function planned(
  { kind, year, group, months }: StagedCommitment,
  heads: number,
): { readonly heads: number; readonly fullMonths: number } {
  // Wages change the price, not the months.
  const wages = Array.from({ length: heads }, () => null);
  const priced = heads === 0 ? undefined : priceHeads({ kind, year, months, group, wages });
  return { heads, fullMonths: priced?.fullCoverMonths ?? 0 };
}

type After = { readonly rupiah: number; readonly heads: number | null; readonly fullMonths: number | null };

/** From promise to cover, stage by stage, with what each loses against the one before. */
export function followStages(
  commitments: readonly StagedCommitment[],
  after: { readonly billed: After; readonly paid: After; readonly received: After },
): readonly StageGap[] {
  const sum = (of: (one: StagedCommitment) => number) => commitments.reduce((all, one) => all + of(one), 0);
  const stage = (name: "promised" | "budgeted"): Stage => {
    const own = commitments.map((one) =>
      planned(
        one,
        name === "promised"
          ? one.stages.promised > 0
            ? one.heads
            : 0
          : headsWithin(one.heads, one.stages.budgeted, one.stages.promised),
      ),
    );
    return {
      stage: name,
      rupiah: sum(({ stages }) => stages[name]),
      heads: own.reduce((all, { heads }) => all + heads, 0),
      fullMonths: own.reduce((all, { fullMonths }) => all + fullMonths, 0),
    };
  };
  const { billed, paid, received } = after;
  return withGaps([
    stage("promised"),
    stage("budgeted"),
    { stage: "billed", ...billed },
    { stage: "paid", ...paid },
    { stage: "received", ...received },
  ]);
}

const lost = (from: number | null, to: number | null) =>
  from === null || to === null ? null : Math.max(0, from - to);

function withGaps(stages: readonly Stage[]): readonly StageGap[] {
  const last = { heads: null as number | null, fullMonths: null as number | null };
  return stages.map((stage, at) => {
    const before = stages[at - 1];
    const gap =
      before === undefined
        ? null
        : {
            rupiah: Math.max(0, before.rupiah - stage.rupiah),
            heads: lost(last.heads, stage.heads),
            fullMonths: lost(last.fullMonths, stage.fullMonths),
          };
    last.heads = stage.heads ?? last.heads;
    last.fullMonths = stage.fullMonths ?? last.fullMonths;
    return { ...stage, gap };
  });
}
