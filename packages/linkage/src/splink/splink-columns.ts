import { row, type Call, type Expression } from "#expression";
import { validDate } from "#meanings";
import type { FeatureGroup, Input } from "#model";

/** Columns a Splink model reads, and what must be derived from them: value shares, dates, day numbers. */
export type SplinkColumns = {
  /** Our name of a source column; the same source always gives the same name. */
  column: (source: string) => string;
  /** A copy of the column whose value shares are counted (Splink's term frequency table). */
  shared: (source: string) => string;
  /** The date in a text column as the number YYYYMMDD, by Splink's format text (`%Y-%m-%d`). */
  date: (source: string, format: string) => string;
  /** The same date as a running day number, so that differences are days. */
  days: (source: string, format: string) => string;
  inputs: () => Input[];
  features: () => FeatureGroup[];
};

export function splinkColumns(): SplinkColumns {
  const inputs = new Map<string, Input>();
  const features = new Map<string, Map<string, Expression>>();
  const column = (source: string): string => {
    const known = inputs.get(source);
    if (known) return known.column;
    const name = freeName(
      source,
      [...inputs.values()].map((input) => input.column),
    );
    inputs.set(source, { column: name, meaning: "other", from: [source] });
    features.set(name, new Map());
    return name;
  };
  const derive = (source: string, name: string, is: Expression): string => {
    features.get(column(source))?.set(name, is);
    return name;
  };
  const date = (source: string, format: string): string => {
    const from = column(source);
    return derive(source, `${from}_date${suffixOf(format)}`, dateByFormat(row(from), format));
  };
  return {
    column,
    shared: (source) => derive(source, `${column(source)}_value`, row(column(source))),
    date,
    days: (source, format) => {
      const day = date(source, format);
      return derive(source, `${day}_number`, dayNumber(row(day)));
    },
    inputs: () => [...inputs.values()],
    features: () =>
      [...features].flatMap(([perDistinct, columns]): FeatureGroup[] =>
        columns.size === 0
          ? []
          : [{ perDistinct, columns: [...columns].map(([name, is]) => ({ name, is })) }],
      ),
  };
}

function freeName(source: string, taken: readonly string[]): string {
  const plain = source.toLowerCase().replace(/[^a-z0-9_]+/g, "_");
  const stem = /^[a-z]/.test(plain) && !["id", "uid"].includes(plain) ? plain : `column_${plain}`;
  for (let i = 1; ; i++) {
    const name = i === 1 ? stem : `${stem}_${i}`;
    if (!taken.includes(name)) return name;
  }
}

const isoFormat = "%Y-%m-%d";
const suffixOf = (format: string): string =>
  format === isoFormat ? "" : `_${format.toLowerCase().replace(/[^a-z]+/g, "")}`;

const partPatterns: Readonly<Record<string, string>> = {
  "%Y": "([0-9]{4})",
  "%m": "([0-9]{1,2})",
  "%d": "([0-9]{1,2})",
};

/** True for formats made of year, month and day only. */
export const isDateFormat = (format: string): boolean =>
  ["%Y", "%m", "%d"].every((part) => format.split(part).length === 2) &&
  !/%/.test(format.replaceAll(/%[Ymd]/g, ""));

function dateByFormat(text: Expression, format: string): Call {
  const parts: string[] = format.match(/%[Ymd]/g) ?? [];
  const pattern = `^${format
    .split(/(%[Ymd])/)
    .map((piece) => partPatterns[piece] ?? piece.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join("")}$`;
  const part = (name: string): Call => ["integer", ["regex-extract", text, pattern, parts.indexOf(name) + 1]];
  return validDate(part("%Y"), part("%m"), part("%d"));
}

/** Julian day number of YYYYMMDD. Source: Fliegel and Van Flandern, CACM 11(10), 1968, in the form with March as first month. */
function dayNumber(date: Expression): Call {
  const [y, m, d]: [Call, Call, Call] = [
    ["//", date, 10000],
    ["%", ["//", date, 100], 100],
    ["%", date, 100],
  ];
  const beforeMarch: Call = ["//", ["-", 14, m], 12];
  const year: Call = ["-", ["+", y, 4800], beforeMarch];
  const month: Call = ["-", ["+", m, ["*", 12, beforeMarch]], 3];
  const leapDays: Expression[] = [
    ["//", year, 4],
    ["*", -1, ["//", year, 100]],
    ["//", year, 400],
  ];
  return ["+", d, ["//", ["+", ["*", 153, month], 2], 5], ["*", 365, year], ...leapDays];
}
