import { readNik } from "#identity";
import type { FieldName, ImportedRow, MappedRow, RowIssue } from "#intake";
import { fieldKinds } from "#intake";
import type { CivilDate } from "#time";
import { suggestDate } from "./suggest-date.ts";
import { type KnownPerson, type NikFacts, suggestNik } from "./suggest-nik.ts";

export type MendReason =
  | "letter-for-digit"
  | "same-person-known"
  | "birth-date-fits"
  | "columns-swapped"
  | "date-in-nik"
  | "month-spelled"
  | "century"
  | "sex-in-nik"
  | "village-near"
  | "own-village"
  | "digits-in-name"
  | "value-shown"
  | "leave-empty";

export type MendSuggestion = {
  readonly because: MendReason;
  readonly changes: readonly { readonly column: number; readonly text: string }[];
};

/** What is known around a faulty row when answers are looked for. */
export type MendFacts = {
  readonly today: CivilDate;
  readonly regions: ReadonlySet<string>;
  readonly known: readonly KnownPerson[];
  /** Name of the village whose list this is, when it is one village's. */
  readonly ownVillage?: string | undefined;
  readonly villageName: (code: string) => string | undefined;
};

type Faulty = { readonly row: MappedRow; readonly values: ImportedRow; readonly issues: readonly RowIssue[] };

/**
 * Answers that could be meant for what is wrong in a row, at most three, best first. They are offered, never taken: a person presses.
 */
export function suggestMends(faulty: Faulty, facts: MendFacts): readonly MendSuggestion[] {
  const swapped = swapColumns(faulty, facts);
  if (swapped !== undefined) return [swapped];
  const errors = faulty.issues.filter(({ severity }) => severity === "error");
  return errors.flatMap((issue) => suggestFor(issue, faulty, facts)).slice(0, 3);
}

function suggestFor(issue: RowIssue, faulty: Faulty, facts: MendFacts): readonly MendSuggestion[] {
  const field = fieldAt(faulty.row, issue.column);
  const cell = field === undefined ? undefined : faulty.row.fields[field];
  if (field === undefined || cell === undefined) return [];
  const one = (because: MendReason, text: string): MendSuggestion => ({
    because,
    changes: [{ column: cell.column, text }],
  });
  if (fieldKinds[field] === "nik" && issue.code !== "E-DUP-FILE" && issue.code !== "E-AGE")
    return suggestNik(cell.kind === "formula" ? "" : cell.text, nikFacts(faulty, facts)).map(
      ({ nik, because }) => one(because, nik),
    );
  return (
    answers[issue.code]?.({ issue, field, text: cell.text, faulty, facts }).map(([because, text]) =>
      one(because, text),
    ) ?? []
  );
}

type Asked = {
  readonly issue: RowIssue;
  readonly field: FieldName;
  readonly text: string;
  readonly faulty: Faulty;
  readonly facts: MendFacts;
};
type Answers = readonly (readonly [MendReason, string])[];

const dateMeant = ({ text, faulty, facts }: Asked): Answers =>
  suggestDate(text, { today: facts.today, inNik: nikParts(faulty, facts)?.birthDate }).map(
    (meant) => [meant.because, meant.text] as const,
  );

const answers: { readonly [Code in RowIssue["code"]]?: (asked: Asked) => Answers } = {
  "E-DATE": dateMeant,
  "E-DATE-FUTURE": dateMeant,
  "E-SEX": ({ faulty, facts }) => {
    const sex = nikParts(faulty, facts)?.sex;
    return sex === undefined ? [] : [["sex-in-nik", sex === "male" ? "L" : "P"]];
  },
  "E-VILLAGE": ({ issue, facts }) => villagesMeant(issue, facts),
  "E-NAME": ({ text }) => {
    const letters = text
      .replace(/[\d.,/:-]{4,}/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return /\p{L}{2}/u.test(letters) ? [["digits-in-name", letters]] : [];
  },
  "E-FORMULA": ({ text }) => (text.trim() === "" ? [] : [["value-shown", text]]),
  "E-KK": () => [["leave-empty", ""]],
  "E-NUM": ({ field }) => (field === "familyCard" ? [["leave-empty", ""]] : []),
};

/** The card's number in the column of the person's and the other way round, told by the birth date inside the NIK. */
function swapColumns({ row, values }: Faulty, { today }: MendFacts): MendSuggestion | undefined {
  const { nik, familyCard } = row.fields;
  if (nik === undefined || familyCard === undefined || values.birthDate === undefined) return undefined;
  const [here, there] = [nik.text, familyCard.text].map((text) => readNik(text, today));
  const isHere = here !== undefined && "parts" in here && here.parts.birthDate === values.birthDate;
  const isThere = there !== undefined && "parts" in there && there.parts.birthDate === values.birthDate;
  if (isHere || !isThere || nik.text === familyCard.text) return undefined;
  return {
    because: "columns-swapped",
    changes: [
      { column: nik.column, text: familyCard.text },
      { column: familyCard.column, text: nik.text },
    ],
  };
}

function villagesMeant(issue: RowIssue, facts: MendFacts): readonly (readonly [MendReason, string])[] {
  const candidates = issue.details["candidates"];
  const near = Array.isArray(candidates)
    ? candidates.flatMap((code) => facts.villageName(String(code)) ?? []).slice(0, 3)
    : [];
  const own = facts.ownVillage;
  const isOwnFirst = own !== undefined && (near.length === 0 || near.includes(own));
  return [
    ...(isOwnFirst ? [["own-village", own] as const] : []),
    ...near.filter((name) => !isOwnFirst || name !== own).map((name) => ["village-near", name] as const),
  ];
}

function nikFacts({ values }: Faulty, { today, regions, known }: MendFacts): NikFacts {
  const { name, birthDate, sex } = values;
  return { today, name, birthDate, sex, regions, known };
}

function nikParts({ values }: Faulty, { today }: MendFacts) {
  const reading = values.nik === undefined ? undefined : readNik(values.nik, today);
  return reading !== undefined && "parts" in reading ? reading.parts : undefined;
}

function fieldAt(row: MappedRow, column: number | null): FieldName | undefined {
  const fields = Object.entries(row.fields) as [FieldName, { readonly column: number }][];
  return fields.find(([, cell]) => cell.column === column)?.[0];
}
