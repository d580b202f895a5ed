import { type Month, monthOf, parseMonth, shiftMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { asSystem } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import {
  listUnrecordedGroups,
  listUnrecordedRows,
  type UnrecordedGroup,
  type UnrecordedRow,
} from "./unrecorded.view.ts";

/** How many months back a month that BPJS has not recorded is asked after. */
const monthsBack = 6;

export type ShownUnrecorded = Pick<UnrecordedRow, "month" | "fundSource" | "office" | "paidBy" | "rupiah"> & {
  readonly person: ShownPerson;
};

export type UnrecordedMonth = PageOf<ShownUnrecorded> & {
  readonly month: Month;
  /** Of the month asked for, by payer. */
  readonly groups: readonly UnrecordedGroup[];
  /** Other months of late in which somebody is missing. */
  readonly otherMonths: readonly { readonly month: Month; readonly workers: number }[];
};

/**
 * Whose month was paid by its payer and does not stand in BPJS's receipts, by name, for one month: whom BPJS has to be asked about. Throws
 * `invalid-input`.
 */
export const listUnrecorded = read(
  { purpose: "unrecorded-list", permission: "unrecorded.read" },
  async (step, input: { readonly month: string; readonly page?: number }): Promise<UnrecordedMonth> => {
    const { app, actor, seen } = step;
    const month = requireMonth(input.month);
    const of = { regionCode: actor.regionCode, from: month, to: month };
    const groups = await asSystem(app, (tx) => listUnrecordedGroups(tx, of));
    const found = await pageOf(
      { page: input.page, size: 100 },
      async () => groups.reduce((sum, { workers }) => sum + workers, 0),
      (part) => asSystem(app, (tx) => listUnrecordedRows(tx, of, part)),
    );
    await seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role, "coverage_status", "fund_source"),
    });
    const rows = found.rows.map((row) => showUnrecorded(step, row));
    const others = (await recentGroups(step)).filter((group) => group.month !== month);
    const otherMonths = [...Map.groupBy(others, (group) => group.month)].map(([other, all]) => ({
      month: other,
      workers: all.reduce((sum, { workers }) => sum + workers, 0),
    }));
    return { ...found, rows, month, groups, otherMonths };
  },
);

export function requireMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === undefined) throw new AppError("invalid-input", { field: "month" });
  return month;
}

/** A row as the actor may see it. */
export function showUnrecorded({ actor }: Pick<Step, "actor">, row: UnrecordedRow): ShownUnrecorded {
  const { month, fundSource, office, paidBy, rupiah } = row;
  return { person: showPerson(actor.role, row), month, fundSource, office, paidBy, rupiah };
}

/** Of months that are over: BPJS's receipts of a month come until its end. */
export async function countUnrecorded(step: Pick<Step, "app" | "actor" | "today">): Promise<number> {
  return (await recentGroups(step)).reduce((sum, { workers }) => sum + workers, 0);
}

function recentGroups({
  app,
  actor,
  today,
}: Pick<Step, "app" | "actor" | "today">): Promise<readonly UnrecordedGroup[]> {
  const thisMonth = monthOf(today);
  const of = {
    regionCode: actor.regionCode,
    from: shiftMonth(thisMonth, -monthsBack),
    to: shiftMonth(thisMonth, -1),
  };
  return asSystem(app, (tx) => listUnrecordedGroups(tx, of));
}
