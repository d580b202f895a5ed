import { type JoinedTicks, joinedTicks, ticksOf } from "@tuwai/domain/follow-ups";
import { AppError } from "#app";
import { asSystem } from "#database";
import { read } from "#use-case";
import { type JoinedVillage, listJoinedVillages } from "./joined-lists.view.ts";

export type JoinedLists = {
  readonly villages: readonly (JoinedVillage & { readonly ticks: JoinedTicks })[];
  /** Villages that have each tick, and that have all four. */
  readonly counts: Readonly<Record<(typeof joinedTicks)[number], number>> & { readonly all: number };
};

/**
 * The standing instruction that every list is joined with the poverty data: four ticks for each village of the reader's area, worked
 * out from imports, linking and endorsements.
 */
export const getJoinedLists = read(
  { purpose: "joined-lists", permission: "list_progress.read" },
  async ({ app, area }): Promise<JoinedLists> => {
    if (area.branch !== null || area.opd !== null || area.civilServantId !== null)
      throw new AppError("forbidden", { permission: "list_progress.read" });
    const rows = await asSystem(app, (tx) => listJoinedVillages(tx, area));
    const villages = rows.map((row) => ({ ...row, ticks: ticksOf(row) }));
    const count = (tick: (typeof joinedTicks)[number]) => villages.filter(({ ticks }) => ticks[tick]).length;
    return {
      villages,
      counts: {
        sent: count("sent"),
        linked: count("linked"),
        answered: count("answered"),
        endorsed: count("endorsed"),
        all: villages.filter(({ ticks }) => joinedTicks.every((tick) => ticks[tick])).length,
      },
    };
  },
);
