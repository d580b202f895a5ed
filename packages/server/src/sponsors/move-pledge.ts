import type { Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import type { Step } from "#use-case";
import { type Channel, insertMove, lockPledges, markMoved } from "./pledge.store.ts";

export type PledgeMove = {
  readonly pledgeId: string;
  readonly office: string;
  readonly channel: Channel;
  /** From which month on; what was before holds for the months before. */
  readonly month: Month;
};

/** Takes a pledge to another office or another way of paying; for a change that has been decided. */
export async function movePledge(step: Step, move: PledgeMove): Promise<void> {
  const [pledge] = await lockPledges(step.tx, step.area, [move.pledgeId]);
  if (pledge === undefined || pledge.state !== "active")
    throw new AppError("not-found", { object: "pledge" });
  const { regionCode, userId: actorId } = step.actor;
  await insertMove(step.tx, pledge, { ...move, id: step.newId() }, { regionCode, actorId, at: step.now });
  await markMoved(step.tx, pledge, move);
}
