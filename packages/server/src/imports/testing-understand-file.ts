import { readFileSync } from "node:fs";
import { type CheckContext, type ImportKind, placeKey } from "@tuwai/domain/intake";
import { region, resolveVillage } from "@tuwai/domain/regions";
import { civilDate } from "@tuwai/domain/time";
import { checkFile, type CheckedFileRow, type FileOutcome } from "./check-file.ts";

export type UnderstoodRow = {
  readonly row: number;
  readonly sheet: number;
  readonly outcome: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
};

export type UnderstoodFile = {
  readonly state: FileOutcome["outcome"];
  readonly refusal: string | null;
  readonly fileCodes: readonly string[];
  readonly rows: readonly UnderstoodRow[];
};

type File = {
  readonly path: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly village: string | null;
};

/** For tests: what a file would be understood as, row by row, without a database. */
export async function understandFile({ path, fileName, kind, village }: File): Promise<UnderstoodFile> {
  const seen: CheckedFileRow[] = [];
  const outcome = await checkFile({
    path,
    fileName,
    kind,
    context: contextOf(village),
    remembered: [],
    chosen: null,
    onRow: (row) => Promise.resolve(void seen.push(row)),
  });
  if (outcome.outcome === "refused")
    return { state: "refused", refusal: outcome.refusal.code, fileCodes: [], rows: [] };
  const fileCodes = outcome.remarks.map(({ code }) => code);
  if (outcome.outcome === "needs-mapping")
    return { state: "needs-mapping", refusal: null, fileCodes, rows: [] };
  const { issues, duplicates } = outcome.verdict;
  const rows = seen.map(({ row, outcome: early, values, issues: own }): UnderstoodRow => {
    const more = issues.get(placeKey(row)) ?? [];
    const isHeld = more.some(({ severity }) => severity === "error");
    return {
      row: row.row,
      sheet: row.sheet,
      outcome: duplicates.has(placeKey(row)) ? "duplicate" : isHeld ? "quarantined" : early,
      values: { ...values },
      codes: [...own, ...more].map(({ code }) => code),
    };
  });
  return { state: "checked", refusal: null, fileCodes, rows };
}

const villages = readFileSync(
  new URL("../../../../reference/regions/13.77/regions.csv", import.meta.url),
  "utf8",
)
  .split("\n")
  .map((line) => line.split(","))
  .filter(([, level]) => level === "village")
  .map(([code = "", , , name = ""]) => region(code, name));

function contextOf(village: string | null): CheckContext {
  return {
    today: civilDate("2026-11-29"),
    region: "13.77",
    identityNumbers: "synthetic",
    readVillage: (text) => {
      const answer = resolveVillage(text, { regions: villages });
      if (answer.outcome === "found") return { outcome: "found", code: answer.village.code, by: answer.by };
      return answer.outcome === "ask"
        ? { outcome: "ask", candidates: answer.candidates.map(({ code }) => code) }
        : { outcome: "none" };
    },
    ...(village === null ? {} : { allowedVillages: [village] }),
  };
}
