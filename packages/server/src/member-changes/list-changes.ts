import { type Month, parseMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { read } from "#use-case";
import { type ChangeRow, listChangeRows } from "./change.view.ts";

export type MemberChange = Pick<
  ChangeRow,
  "enrolmentId" | "segment" | "fundSource" | "wadah" | "groupKey" | "kind" | "on" | "wageBefore" | "wageAfter"
> & {
  readonly person: ShownPerson;
  /** The village whose officers the group holds; null for a group of the city. */
  readonly villageCode: string | null;
};

/** Of whom BPJS has to be told for a month: who died, moved away, found an employer, or is paid for no more, and whose wage changed. */
export const listMemberChanges = read(
  { purpose: "member-changes", permission: "member_change.read" },
  async (step, input: { readonly month: string }): Promise<readonly MemberChange[]> => {
    const month = requireMonth(input.month);
    const rows = await listChangeRows(step.tx, { regionCode: step.actor.regionCode, month });
    await step.seen({
      personIds: [...new Set(rows.map(({ personId }) => personId))],
      fields: shownFields(step.actor.role),
    });
    return rows.map((row) => {
      const { enrolmentId, segment, fundSource, wadah, groupKey, kind, on, wageBefore, wageAfter } = row;
      const villageCode = segment === "pu-village" ? row.villageCode : null;
      const person = showPerson(step.actor.role, row);
      return {
        enrolmentId,
        segment,
        fundSource,
        wadah,
        groupKey,
        kind,
        on,
        wageBefore,
        wageAfter,
        villageCode,
        person,
      };
    });
  },
);

export function requireMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === undefined) throw new AppError("invalid-input", { field: "month" });
  return month;
}
