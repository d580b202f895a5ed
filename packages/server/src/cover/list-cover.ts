import type { CoverState } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import type { Actor } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { countCoverStates, type CoverRow, listCoverRows } from "./cover-list.view.ts";

export type ListedCover = {
  readonly person: ShownPerson;
  readonly state: CoverState;
  readonly asOf: CivilDate;
  readonly paidUntil: CivilDate | null;
  readonly coveredFrom?: CivilDate | null;
  readonly fullDeathBenefitFrom?: CivilDate | null;
  readonly safeRescueDay?: CivilDate | null;
  readonly lastRescueDay?: CivilDate | null;
  readonly endsOn?: CivilDate | null;
};

export type CoverList = PageOf<ListedCover> & {
  /** How many stand in each state, within the village asked for. */
  readonly counts: readonly { readonly state: CoverState; readonly count: number }[];
};

type Input = { readonly villageCode?: string; readonly state?: CoverState; readonly page?: number };

const size = 100;

/** The cover of everybody the actor may list, who lapses first standing first. */
export const listCover = read(
  { purpose: "cover-list", permission: "worker.list" },
  async (step, { villageCode, state, page }: Input): Promise<CoverList> => {
    const choice = { area: step.area, villageCode: villageCode ?? null, state: state ?? null };
    const counts = await countCoverStates(step.tx, choice);
    const asked = counts.filter((each) => state === undefined || each.state === state);
    const found = await pageOf(
      { page, size },
      async () => asked.reduce((sum, { count }) => sum + count, 0),
      (part) => listCoverRows(step.tx, { ...choice, ...part }),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(step.actor.role, "coverage_status", "paid_until"),
    });
    return { ...found, rows: found.rows.map((row) => show(step.actor, row)), counts };
  },
);

/** Whoever only follows somebody learns the state and until when it is paid; the other dates belong to those who act on them. */
function show(actor: Actor, row: CoverRow): ListedCover {
  const { state, asOf, paidUntil } = row;
  const known = { person: showPerson(actor.role, row), state, asOf, paidUntil };
  if (!may(actor, "cover.dates.read")) return known;
  const { coveredFrom, fullDeathBenefitFrom, safeRescueDay, lastRescueDay, endsOn } = row;
  return { ...known, coveredFrom, fullDeathBenefitFrom, safeRescueDay, lastRescueDay, endsOn };
}
