import type { CoverState } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import type { Actor, App } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { countCoverStates, type CoverRow, listCoverRows } from "./cover-list.store.ts";

export type ListedCover = {
  readonly person: ShownPerson;
  readonly state: CoverState;
  readonly asOf: CivilDate;
  readonly paidUntil: CivilDate | null;
  readonly coveredFrom?: CivilDate | null;
  readonly fullDeathBenefitFrom?: CivilDate | null;
  readonly lastRescueDay?: CivilDate | null;
  readonly endsOn?: CivilDate | null;
};

export type CoverList = {
  readonly rows: readonly ListedCover[];
  readonly page: number;
  readonly hasNext: boolean;
  /** How many stand in each state, within the village asked for. */
  readonly counts: readonly { readonly state: CoverState; readonly count: number }[];
};

const rowsPerPage = 100;

/** The cover of everybody the actor may list, who lapses first standing first. `page` counts from 1. */
export async function listCover(
  app: App,
  actor: Actor,
  input: { readonly villageCode?: string; readonly state?: CoverState; readonly page?: number },
): Promise<CoverList> {
  const grant = authorise(actor, "worker.list");
  const page = Math.max(1, Math.trunc(input.page ?? 1));
  const choice = {
    area: areaOf(actor, grant),
    villageCode: input.villageCode ?? null,
    state: input.state ?? null,
  };
  return inTransaction(app, actor, async (tx) => {
    const offset = (page - 1) * rowsPerPage;
    const found = await listCoverRows(tx, { ...choice, limit: rowsPerPage + 1, offset });
    const rows = found.slice(0, rowsPerPage);
    await recordAccess(app, tx, actor, {
      personIds: rows.map(({ personId }) => personId),
      purpose: "cover-list",
      fields: shownFields(actor.role, "coverage_status", "paid_until"),
    });
    return {
      rows: rows.map((row) => show(actor, row)),
      page,
      hasNext: found.length > rowsPerPage,
      counts: await countCoverStates(tx, choice),
    };
  });
}

/** A sponsor learns the state and until when it is paid; the other dates belong to those who act on them. */
function show(actor: Actor, row: CoverRow): ListedCover {
  const known = {
    person: showPerson(actor.role, row),
    state: row.state,
    asOf: row.asOf,
    paidUntil: row.paidUntil,
  };
  if (actor.role === "SPN") return known;
  const { coveredFrom, fullDeathBenefitFrom, lastRescueDay, endsOn } = row;
  return { ...known, coveredFrom, fullDeathBenefitFrom, lastRescueDay, endsOn };
}
