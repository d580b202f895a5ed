import { maskBirthDate, maskName, shownFields } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { countUnknown, listUnknownPersons } from "./absence.view.ts";

export type UnknownShown = {
  readonly code: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly address: string | null;
};

/** People whom the newest list of their village did not name and of whom nobody knew what became of them; 20 a page. */
export const listUnknown = read(
  { purpose: "absent-list", permission: "worker.update" },
  async (
    { tx, area, actor, seen },
    input: { readonly page?: number } | undefined,
  ): Promise<PageOf<UnknownShown>> => {
    const found = await pageOf(
      { page: input?.page, size: 20 },
      () => countUnknown(tx, area),
      (part) => listUnknownPersons(tx, area, part),
    );
    await seen({
      personIds: found.rows.map(({ id }) => id),
      fields: shownFields(actor.role, "birth_date", "address_detail"),
    });
    return {
      ...found,
      rows: found.rows.map(({ code, fullName, birthDate, address }) => ({
        code,
        name: maskName(actor.role, fullName),
        birthDate: maskBirthDate(actor.role, birthDate),
        address,
      })),
    };
  },
);
