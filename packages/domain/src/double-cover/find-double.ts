import { type Programme } from "#contributions";
import type { Month } from "#time";

/** What somebody else pays for a worker: the province, a firm of the worker's, another city. */
export type OtherCover = {
  readonly programmes: readonly Programme[];
  readonly fromMonth: Month;
  /** The last month, or null while it is to go on. */
  readonly lastMonth: Month | null;
};

/** What we owe for a worker: one programme of one month. */
export type OwedPart = { readonly programme: Programme; readonly month: Month; readonly rupiah: number };

export type DoubleCover = {
  /** Months in which a programme is paid by us and by somebody else, each once, however many others there are. */
  readonly months: readonly Month[];
  /** What we owe for exactly those programmes and months. */
  readonly rupiah: number;
  /** What the latest of them costs: what ending ours frees each month. Nothing where the other has ended by `from`. */
  readonly freesRupiah: number;
};

/** Finds what is paid twice for one worker, by programme and month; `from` is the month from which ending ours would free money. */
export function findDouble(
  owed: readonly OwedPart[],
  others: readonly OtherCover[],
  from: Month,
): DoubleCover {
  const isOthers = ({ programme, month }: Pick<OwedPart, "programme" | "month">) =>
    others.some(
      ({ programmes, fromMonth, lastMonth }) =>
        programmes.includes(programme) && fromMonth <= month && (lastMonth === null || month <= lastMonth),
    );
  const double = owed.filter(isOthers);
  const sum = (parts: readonly OwedPart[]) => parts.reduce((all, { rupiah }) => all + rupiah, 0);
  const months = [...new Set(double.map(({ month }) => month))].toSorted();
  const last = owed
    .map(({ month }) => month)
    .toSorted()
    .at(-1);
  const going = owed.filter((part) => part.month === last && isOthers({ ...part, month: from }));
  return { months, rupiah: sum(double), freesRupiah: sum(going) };
}

/** Who pays when two could. No text we have read decides it: the city sets it, unconfirmed until the province has answered. */
export const precedences = ["other-first", "ours-first"] as const;
export type Precedence = (typeof precedences)[number];
export const defaultPrecedence: Precedence = "other-first";
