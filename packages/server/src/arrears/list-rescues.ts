import { AppError, isUuid } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { countRounds, listRescueRows, listRoundRows, type RescueRow, type RoundRow } from "./rescue.view.ts";

export type ShownRound = Omit<RoundRow, "rescuedBy"> & { readonly isOwn: boolean };

/** What was set out to save workers, the latest first, with what became of it; counts only. */
export const listRescues = read(
  { purpose: "rescue-list", permission: "arrears.rescue.read" },
  async (
    { tx, area, actor },
    { page }: { readonly page?: number } | undefined = {},
  ): Promise<PageOf<ShownRound>> => {
    const found = await pageOf(
      { page, size: 50 },
      () => countRounds(tx, area),
      (part) => listRoundRows(tx, area, part),
    );
    const rows = found.rows.map(({ rescuedBy, ...row }) => ({ ...row, isOwn: rescuedBy === actor.userId }));
    return { ...found, rows };
  },
);

export type ShownRescue = Pick<
  RescueRow,
  "owedMonths" | "nowRupiah" | "monthlyRupiah" | "answerBy" | "undoneAt" | "undoReason" | "isSaved"
> & { readonly person: ShownPerson };

export type ShownRescueRound = Pick<RescueRow, "way" | "rescuedAt"> & {
  readonly roundId: string;
  readonly rescues: readonly ShownRescue[];
};

/** Everybody whom one action set out to save, and what became of each. Throws `not-found`. */
export const getRescue = read(
  { purpose: "rescue", permission: "arrears.rescue.read" },
  async ({ tx, area, actor, seen }, { roundId }: { readonly roundId: string }): Promise<ShownRescueRound> => {
    if (!isUuid(roundId)) throw new AppError("not-found");
    const rows = await listRescueRows(tx, area, roundId);
    const [first] = rows;
    if (first === undefined) throw new AppError("not-found", { object: "rescue" });
    await seen({
      personIds: rows.map(({ personId }) => personId),
      fields: shownFields(actor.role, "coverage_status"),
    });
    const rescues = rows.map((row): ShownRescue => {
      const { owedMonths, nowRupiah, monthlyRupiah, answerBy, undoneAt, undoReason, isSaved } = row;
      const person = showPerson(actor.role, row);
      return { person, owedMonths, nowRupiah, monthlyRupiah, answerBy, undoneAt, undoReason, isSaved };
    });
    return { roundId, way: first.way, rescuedAt: first.rescuedAt, rescues };
  },
);
