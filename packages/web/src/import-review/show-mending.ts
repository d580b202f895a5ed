import type { FieldName } from "@tuwai/domain/intake";
import type { MendReason } from "@tuwai/domain/mending";
import type { CellToMend, RowDecided, RowToMend } from "@tuwai/server/import-review";
import { sayIssue } from "#imports";
import { formatInstant } from "#language/format.ts";
import type { importMendingTexts } from "#language/import-mending.ts";
import type { Language } from "#language/language.ts";

export type ShownCell = Omit<CellToMend, "field"> & { readonly isNumber: boolean };
export type ShownMendRow = {
  readonly key: string;
  readonly sheet: number;
  readonly row: number;
  readonly version: number;
  readonly name: string;
  /** Birth date and work, to know who is meant. */
  readonly facts: string;
  readonly said: string;
  /** The heading of its group says the same. */
  readonly isToldAbove: boolean;
  readonly wrong: readonly ShownCell[];
  readonly others: readonly ShownCell[];
  readonly suggestions: readonly {
    readonly because: MendReason;
    readonly changes: readonly { readonly column: number; readonly text: string }[];
  }[];
  readonly alike: number;
  readonly likelyReason: keyof (typeof importMendingTexts)["id"]["reasons"];
};
/** Rows with the same thing to do. */
export type MendGroup = {
  readonly key: string;
  readonly problem: string;
  readonly repair: string;
  readonly rows: readonly ShownMendRow[];
};
export type ShownDecision = Omit<RowDecided, "at" | "changes" | "sheet" | "outcome"> & {
  readonly key: string;
  readonly sheet: number;
  readonly at: string;
  readonly changes: RowDecided["changes"];
};

type NameOf = (code: string | undefined) => string | undefined;

const telling: readonly FieldName[] = ["birthDate", "birthPlaceDate", "occupation", "position"];
const numbers = new Set<FieldName | null>(["nik", "familyCard", "phone", "nip", "kpj", "rt", "rw"]);

function groupKey({ issues }: RowToMend): string {
  const first = issues.find(({ severity }) => severity === "error");
  return `${first?.code} ${first?.column ?? ""}`;
}

export function showGroups(
  language: Language,
  rows: readonly RowToMend[],
  villageName: NameOf,
): readonly MendGroup[] {
  return [...Map.groupBy(rows, groupKey)].map(([key, own]) => {
    const { code, details } = own[0]!.issues.find(({ severity }) => severity === "error")!;
    const field = details["field"];
    const said = sayIssue(language, { code, details: field === undefined ? {} : { field } });
    return {
      key,
      ...said,
      rows: own.map((row) => showRow({ language, villageName, told: said.problem }, row)),
    };
  });
}

type Around = { readonly language: Language; readonly villageName: NameOf; readonly told: string };

function showRow({ language, villageName, told }: Around, row: RowToMend): ShownMendRow {
  const errors = row.issues.filter(({ severity }) => severity === "error");
  const problems = new Set(errors.map((issue) => sayIssue(language, issue, villageName).problem));
  const news = [...problems].filter((problem) => problem !== told);
  const facts = [...row.others, ...row.wrong].filter(
    ({ field, text }) => field !== null && telling.includes(field) && text !== "",
  );
  return {
    key: `${row.sheet}-${row.row}`,
    sheet: row.sheet,
    row: row.row,
    version: row.version,
    name: row.name,
    facts: facts.map(({ text }) => text).join(" · "),
    said: (news.length > 0 ? news : [told]).join(" "),
    isToldAbove: news.length === 0,
    wrong: row.wrong.map(showCell),
    others: row.others.map(showCell),
    suggestions: row.suggestions,
    alike: row.alike,
    likelyReason: likelyReasons[errors[0]?.code ?? ""] ?? "other",
  };
}

const likelyReasons: Readonly<Record<string, ShownMendRow["likelyReason"]>> = {
  "E-AGE": "not-eligible",
  "E-DEAD": "died",
  "E-DUP-FILE": "twice",
  "E-SCOPE": "other-village",
  "E-NIK-LEN": "no-number",
  "E-IDENT": "no-number",
};

function showCell({ field, ...cell }: CellToMend): ShownCell {
  return { ...cell, isNumber: numbers.has(field) };
}

export function showDecisions(language: Language, decided: readonly RowDecided[]): readonly ShownDecision[] {
  return decided.map(({ sheet, row, version, name, reason, changes, at, mayUndo }) => ({
    key: `${sheet}-${row}`,
    sheet,
    row,
    version,
    name,
    reason,
    changes,
    at: formatInstant(language, at),
    mayUndo,
  }));
}
