import { maskOf } from "#access";
import { maskBirthDate, maskName, shownFields, type WrittenField } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { countIncomplete, listIncomplete, type VisitReason } from "./incomplete-person.view.ts";

export type Visit = {
  readonly code: string;
  readonly name: string;
  readonly villageCode: string;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly occupation: string | null;
  /** What nobody has said yet. */
  readonly missing: readonly WrittenField[];
  readonly version: number;
};

/** Whom to visit, in the order of a walk, and what to ask; 20 a page, as many as fit a sheet. */
export const listVisits = read(
  { purpose: "visit-list", permission: "worker.update" },
  async (
    step,
    input:
      | { readonly reason?: VisitReason; readonly villageCode?: string; readonly page?: number }
      | undefined = {},
  ): Promise<PageOf<Visit>> => {
    const { tx, area, actor } = step;
    const choice = { area, villageCode: input.villageCode ?? null, reason: input.reason ?? "blocking" };
    const found = await pageOf(
      { page: input.page, size: 20 },
      () => countIncomplete(tx, choice),
      (part) => listIncomplete(tx, choice, part),
    );
    const further = ["birth_date", "address_detail", "occupation_text"] as const;
    await step.seen({
      personIds: found.rows.map(({ id }) => id),
      fields: shownFields(actor.role, ...further),
    });
    return {
      ...found,
      rows: found.rows.map((row) => ({
        code: row.code,
        name: maskName(actor.role, row.fullName),
        villageCode: row.villageCode,
        birthDate: maskBirthDate(actor.role, row.birthDate),
        address: maskOf(actor.role, "address_detail") === null ? null : row.address,
        occupation: row.occupationText,
        missing: row.missing,
        version: row.version,
      })),
    };
  },
);
