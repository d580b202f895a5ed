import type { CivilDate, Month } from "@tuwai/domain/time";
import { maskOf, may } from "#access";
import type { Actor } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import {
  countEnrolmentRows,
  type EnrolmentRow,
  type EnrolmentState,
  listEnrolmentRows,
} from "./listed-enrolment.view.ts";

export type ListedEnrolment = {
  readonly id: string;
  readonly person: ShownPerson;
  readonly state: EnrolmentState;
  readonly fromMonth: Month;
  readonly acceptedOn: CivilDate | null;
  readonly fundSource?: string;
  readonly wadah?: string;
  readonly rejectionReason?: string | null;
  readonly version: number;
};

/** Who was put forward, newest first, as far as the role reaches and with the fields it may see. */
export const listEnrolments = read(
  { purpose: "enrolment-list", permission: "enrolment.list" },
  async (
    { tx, area, actor, seen },
    input:
      | { readonly villageCode?: string; readonly state?: EnrolmentState; readonly page?: number }
      | undefined = {},
  ): Promise<PageOf<ListedEnrolment>> => {
    const choice = { area, villageCode: input.villageCode ?? null, state: input.state ?? null };
    const columns = {
      funding: may(actor, "enrolment.desk.read"),
      names: maskOf(actor.role, "full_name") !== null,
    };
    const found = await pageOf(
      { page: input.page, size: 100 },
      () => countEnrolmentRows(tx, choice),
      (part) => listEnrolmentRows(tx, choice, { ...columns, ...part }),
    );
    await seen({
      personIds: [...new Set(found.rows.map(({ personId }) => personId))],
      fields: shownFields(actor.role, "coverage_status"),
    });
    return { ...found, rows: found.rows.map((row) => show(actor, row)) };
  },
);

/** Where money comes from stands in full only for those who manage it; villages see its kind, sponsors nothing. */
function show(actor: Actor, row: EnrolmentRow): ListedEnrolment {
  const { id, state, fromMonth, acceptedOn, version } = row;
  const mask = maskOf(actor.role, "fund_source");
  return {
    id,
    person: showPerson(actor.role, row),
    state,
    fromMonth,
    acceptedOn,
    version,
    ...(mask === null || row.fundSource === null ? {} : { fundSource: row.fundSource }),
    ...(mask === "full" && row.wadah !== null ? { wadah: row.wadah } : {}),
    ...(mask === null ? {} : { rejectionReason: row.rejectionReason }),
  };
}
