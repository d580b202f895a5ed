import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ImportKind } from "@tuwai/domain/intake";
import { expect, test } from "vitest";
import { understandFile, type UnderstoodFile, type UnderstoodRow } from "./testing-understand-file.ts";

/**
 * Files as offices really send them, each with one trouble that people have reported. What must come out stands in the
 * manifest: counts (a pair is a range), values by row, codes by row, codes of which one row must have one, and so on.
 */
const folder = new URL("../../testdata/office-files/", import.meta.url);

type Values = Readonly<Record<string, unknown>>;
type Expected = {
  readonly counts?: Readonly<Record<string, number | readonly [number, number]>>;
  readonly values?: Readonly<Record<string, Values>>;
  readonly codes?: readonly (readonly [number, string])[];
  readonly codesOrMapping?: readonly (readonly [number, string])[];
  readonly anyCode?: readonly string[];
  readonly noCodes?: readonly string[];
  readonly fileCodes?: readonly string[];
  readonly notAcceptedRows?: readonly number[];
  readonly acceptedRows?: readonly number[];
  readonly rowsNeed?: readonly string[];
  readonly valuesOr?: Readonly<Record<string, unknown>>;
  readonly state?: readonly string[];
  readonly refused?: readonly string[];
  readonly orRefused?: readonly string[];
};
type OfficeFile = {
  readonly file: string;
  readonly trouble: string;
  readonly kind: ImportKind;
  readonly village: string | null;
  readonly expected: Expected;
};

const files = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8")) as readonly OfficeFile[];

test.concurrent.each(files)(
  "$file ($trouble) comes out as its manifest says",
  { timeout: 60_000 },
  async ({ file, kind, village, expected }) => {
    const path = fileURLToPath(new URL(file, folder));
    const faults = faultsOf(await understandFile({ path, fileName: file, kind, village }), expected);
    expect(faults).toEqual([]);
  },
);

function faultsOf(found: UnderstoodFile, expected: Expected): readonly string[] {
  const refusal = found.refusal ?? "";
  if (expected.refused !== undefined)
    return expected.refused.includes(refusal) ? [] : [`not refused but ${found.state}`];
  if (found.state === "refused")
    return expected.orRefused?.includes(refusal) === true ? [] : [`refused ${refusal}`];
  if (found.state === "needs-mapping" && expected.codesOrMapping !== undefined) return [];
  const state = expected.state ?? ["checked"];
  if (!state.includes(found.state)) return [`state ${found.state} ${found.fileCodes.join()}`];
  return [
    ...countFaults(found.rows, expected),
    ...valueFaults(found.rows, expected),
    ...codeFaults(found, expected),
  ];
}

const skipped = ["blank", "header", "note", "duplicate"];

function countFaults(rows: readonly UnderstoodRow[], { counts = {}, ...expected }: Expected): string[] {
  const count = (...outcomes: string[]) => rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const found: Readonly<Record<string, number>> = {
    read: rows.length,
    accepted: count("accepted"),
    repair: count("quarantined"),
    skipped: count(...skipped),
  };
  const accepted = rows.filter(({ outcome }) => outcome === "accepted").map(({ row }) => row);
  return [
    ...Object.entries(counts).flatMap(([name, wanted]) => {
      const [least, most] = typeof wanted === "number" ? [wanted, wanted] : wanted;
      const is = found[name] ?? -1;
      return is < least || is > most ? [`${name} is ${is}, not ${least}..${most}`] : [];
    }),
    ...(expected.acceptedRows === undefined || String(accepted) === String(expected.acceptedRows)
      ? []
      : [`accepted rows ${accepted.join()}`]),
    ...accepted.filter((row) => expected.notAcceptedRows?.includes(row)).map((row) => `row ${row} accepted`),
  ];
}

function valueFaults(rows: readonly UnderstoodRow[], { values = {}, valuesOr = {} }: Expected): string[] {
  const { codes = [], rows: of, ...wanted } = valuesOr as { codes?: string[]; rows?: number[] } & Values;
  const doubted = (row: UnderstoodRow | undefined) =>
    row !== undefined && row.codes.some((code) => codes.some((prefix) => code.startsWith(prefix)));
  const places = of ?? Object.keys(wanted).map(Number);
  return [
    ...Object.entries(values).flatMap(([row, fields]) => differences(rows, Number(row), fields)),
    ...(places.every((place) => doubted(rows.find(({ row }) => row === place)))
      ? []
      : Object.entries(wanted).flatMap(([row, fields]) => differences(rows, Number(row), fields as Values))),
  ];
}

function differences(rows: readonly UnderstoodRow[], place: number, fields: Values): string[] {
  const found = rows.find(({ row }) => row === place)?.values ?? {};
  return Object.entries(fields).flatMap(([field, wanted]) => {
    const is = found[field] ?? null;
    const allowed: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    return allowed.includes(is)
      ? []
      : [`row ${place}: ${field} is ${JSON.stringify(is)}, not ${JSON.stringify(allowed)}`];
  });
}

const has = (codes: readonly string[], prefix: string) => codes.some((code) => code.startsWith(prefix));

function codeFaults({ rows, fileCodes }: UnderstoodFile, expected: Expected): string[] {
  const all = rows.flatMap(({ codes }) => codes);
  const {
    codes = [],
    codesOrMapping = [],
    anyCode,
    noCodes = [],
    fileCodes: ofFile = [],
    rowsNeed,
  } = expected;
  const lacking =
    rowsNeed &&
    rows.filter(
      ({ outcome, codes: of }) => outcome === "quarantined" && !rowsNeed.some((code) => has(of, code)),
    );
  return [
    ...[...codes, ...codesOrMapping].flatMap(([place, prefix]) => {
      const row = rows.find((candidate) => candidate.row === place);
      return has(row?.codes ?? [], prefix) ? [] : [`row ${place} lacks ${prefix}: ${row?.outcome}`];
    }),
    ...(anyCode === undefined || anyCode.some((code) => has(all, code)) ? [] : ["none of anyCode"]),
    ...noCodes.filter((code) => has(all, code)).map((code) => `has ${code}`),
    ...ofFile.filter((code) => !has(fileCodes, code)).map((code) => `the file lacks ${code}`),
    ...(lacking ?? []).map(({ row }) => `row ${row} gives no reason`),
  ];
}
