import type { TableRow } from "#intake";
import { codeParts, splitCode, startsWith } from "./account-code.ts";
import { ownCells, type ReportColumns } from "./find-columns.ts";

/** The place of a line: its activity, its account, or both; empty where it has none. */
export type Place = { readonly activity: readonly number[]; readonly account: readonly number[] };

type Token = { readonly column: number; readonly parts: readonly number[] };

/** The codes in a row, as they stand; null where something else stands there. */
function tokensOf(row: TableRow, columns: ReportColumns): readonly Token[] | null {
  const tokens: Token[] = [];
  for (const { column, text } of ownCells(row).filter((cell) => columns.fieldOf(cell.column) === "code"))
    for (const word of text.trim().split(/\s+/)) {
      const parts = codeParts(word);
      if (parts === null) return null;
      tokens.push({ column, parts });
    }
  return tokens;
}

/** What an account is made of is numbered as well: "01." beneath it is no field of activities. */
const isInChart = ({ activity: [field = 1], account: [kind = 5] }: Place): boolean =>
  field >= 1 && field <= 5 && kind >= 4 && kind <= 6;

/**
 * Tells codes apart as reports write them: activity and account in two columns, in one, or every number in a column of its own. What a
 * lone "5.1" is depends on what stands above it, so rows are asked in order.
 */
export function createCodePlacer(
  rows: readonly TableRow[],
  columns: ReportColumns,
): (row: TableRow, name: string) => Place | null {
  const known = rows.map((row) => tokensOf(row, columns) ?? []);
  const isSplit =
    known.some((tokens) => tokens.length > 2) &&
    known.every((tokens) => tokens.every(({ parts }) => parts.length === 1));
  const pair = known.find((tokens) => tokens.length === 2 && tokens[0]?.column !== tokens[1]?.column);
  // Where accounts are printed with their activity, a code that stands alone is no account.
  const saysBoth = known.some((tokens) => tokens.flatMap(({ parts }) => parts).length > 4);
  const accountAt = isSplit ? undefined : pair?.[1]?.column;
  let activity: readonly number[] = [];
  let account: readonly number[] = [];
  let seesActivities = false;
  return (row, name) => {
    const tokens = tokensOf(row, columns);
    if (tokens === null || tokens.length === 0) return null;
    const parts = tokens.flatMap((token) => token.parts);
    const place = placeOf();
    if (!isInChart(place) || (parts.length === 1 && account.length > 3 && !/bidang/i.test(name))) return null;
    if (place.activity.length > 0) seesActivities = true;
    [activity, account] = [place.activity, place.account];
    return place;

    function placeOf(): Place {
      if (!isSplit && tokens!.length > 1)
        return { activity: tokens![0]!.parts, account: tokens!.slice(1).flatMap((token) => token.parts) };
      if (accountAt !== undefined && tokens![0]!.column >= accountAt)
        return { activity: (parts[0] ?? 0) === 5 ? activity : [], account: parts };
      const split = splitCode(parts);
      if (split.activity.length > 0) return split;
      if (!isAccount()) return { activity: parts, account: [] };
      return { activity: seesActivities && parts[0] === 5 ? activity : [], account: parts };
    }

    /** Income comes before the activities, financing after them; between the two a code of 4 or 5 may be a field of activities. */
    function isAccount(): boolean {
      if (/^(sub ?)?bidang/i.test(name)) return false;
      if (!seesActivities || (parts[0] ?? 0) > 5 || parts.length > 3) return true;
      if (parts[0] === 4 || saysBoth) return /^pendapatan/i.test(name);
      if (/^belanja/i.test(name)) return true;
      return (
        parts.length === 3 && parts[2] !== 0 && account.length > 1 && startsWith(parts, account.slice(0, 2))
      );
    }
  };
}
