import { buildLadder, coarsenLadder, type LadderStep } from "@tuwai/domain/indicators";
import { may, wholeCity } from "#access";
import { asSystem } from "#database";
import { read, type Step } from "#use-case";
import { countLadder } from "./ladder.view.ts";

/** Fewer people than this are not told to whoever sees none of them (reliability.md G.7, S13). */
const least = 10;

export type Ladder = {
  readonly steps: readonly LadderStep[];
  /** Whether small steps were left out, because the reader sees no persons. */
  readonly isCoarse: boolean;
};

/** The ladder of the area, exact: for a step that may read who stands where (`worker.stage.read`). */
export async function ladderOf(step: Pick<Step, "tx" | "area">): Promise<readonly LadderStep[]> {
  return buildLadder(await countLadder(step.tx, step.area));
}

/** From everybody in the register to those covered: exact for whoever works with the lists, of the whole city and coarse for others. */
export const getLadder = read(
  { purpose: "coverage-ladder", permission: "stats.internal.read", isKept: true },
  async (step): Promise<Ladder> => {
    const { app, actor } = step;
    if (may(actor, "worker.stage.read"))
      return { steps: await ladderOf(step.under("worker.stage.read")), isCoarse: false };
    const area = wholeCity(actor.regionCode);
    const steps = await asSystem(app, (tx) => ladderOf({ tx, area }));
    return { steps: coarsenLadder(steps, least), isCoarse: true };
  },
);
