import type { CivilDate, Month } from "@tuwai/domain/time";
import { areaOf, authorise, maskOf } from "#access";
import type { Actor, App } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type EnrolmentRow, type EnrolmentState, listEnrolmentRows } from "./listed-enrolment.store.ts";

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

const rowsPerPage = 100;

/** Who was put forward, newest first, as far as the role reaches and with the fields it may see. */
export async function listEnrolments(
  app: App,
  actor: Actor,
  input: { readonly villageCode?: string; readonly state?: EnrolmentState; readonly page?: number } = {},
): Promise<{ readonly rows: readonly ListedEnrolment[]; readonly page: number; readonly hasNext: boolean }> {
  const area = areaOf(actor, authorise(actor, "enrolment.list"));
  const page = Math.max(1, Math.trunc(input.page ?? 1));
  return inTransaction(app, actor, async (tx) => {
    const found = await listEnrolmentRows(tx, actor.role, {
      area,
      villageCode: input.villageCode ?? null,
      state: input.state ?? null,
      limit: rowsPerPage + 1,
      offset: (page - 1) * rowsPerPage,
    });
    const rows = found.slice(0, rowsPerPage);
    await recordAccess(app, tx, actor, {
      personIds: [...new Set(rows.map(({ personId }) => personId))],
      purpose: "enrolment-list",
      fields: shownFields(actor.role, "coverage_status"),
    });
    return { rows: rows.map((row) => show(actor, row)), page, hasNext: found.length > rowsPerPage };
  });
}

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
