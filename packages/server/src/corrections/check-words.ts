import { checkWrittenPerson, type WrittenPerson } from "@tuwai/domain/imports";
import { readPhone } from "@tuwai/domain/identity";
import type { CheckContext, IssueCode, IssueDetails } from "@tuwai/domain/intake";
import type { Step } from "#use-case";
import type { WrittenField } from "#people";
import { illnesses, neverEmpty } from "./correction.ts";

/** Why something typed cannot be kept. A field's own name where the reason is about one; null: about the person. */
export type WordReason = {
  readonly field: WrittenField | null;
  readonly code: IssueCode | "never-empty" | "not-usable";
  readonly details: IssueDetails;
};

export type CheckedWords = {
  /** Clean texts as they are kept; null: that there is none. */
  readonly words: ReadonlyMap<WrittenField, string | null>;
  readonly reasons: readonly WordReason[];
};

export type Typed = { readonly [F in WrittenField]?: string };

/** What was typed, by the same rules as a list's row. `known` settles what only other fields can: a date against the NIK. */
export function checkWords(
  step: Pick<Step, "app" | "today">,
  typed: Typed,
  known: ReadonlyMap<WrittenField, string>,
): CheckedWords {
  const fields = Object.keys(typed) as WrittenField[];
  const { values, issues } = checkWrittenPerson(
    asRow({ ...Object.fromEntries(known), ...typed }),
    contextOf(step),
  );
  const heirPhone = readPhone(typed.heirPhone ?? "");
  const read = {
    ...values,
    heirPhone: heirPhone.status === "wajar" ? heirPhone.phone : undefined,
    illness: illnesses.find((one) => one === typed.illness),
  };
  const words = new Map<WrittenField, string | null>();
  const reasons: WordReason[] = [];
  for (const field of fields) {
    const isEmpty = (typed[field] ?? "").trim() === "";
    const own = issues.filter((issue) => issue.field === field && issue.code !== "W-NIK-MISMATCH");
    const errors = own.filter(({ severity }) => severity === "error");
    const text = read[field]?.toString();
    if (isEmpty && neverEmpty.includes(field)) reasons.push({ field, code: "never-empty", details: {} });
    else if (isEmpty) words.set(field, null);
    else if (errors.length > 0)
      reasons.push(...errors.map(({ code, details }) => ({ field, code, details })));
    else if (text === undefined) reasons.push(notUsable(field, own[0]));
    else words.set(field, text);
  }
  return { words, reasons };
}

/** A list may leave out what it cannot use; a form says so. */
function notUsable(
  field: WrittenField,
  issue: { readonly code: IssueCode; readonly details: IssueDetails } | undefined,
): WordReason {
  if (issue === undefined) return { field, code: "not-usable", details: {} };
  return { field, code: issue.code, details: issue.details };
}

/** A list has no column for the heir's number and for an illness, and says the sex in its own letters. */
function asRow(typed: Typed): WrittenPerson {
  const { sex } = typed;
  const letter = sex === "male" ? "L" : sex === "female" ? "P" : sex;
  const row = Object.entries({ ...typed, sex: letter });
  return Object.fromEntries(row.filter(([field, text]) => !unlisted.has(field) && text !== undefined));
}

const unlisted: ReadonlySet<string> = new Set<WrittenField>(["heirPhone", "illness"]);

export function contextOf({ app, today }: Pick<Step, "app" | "today">): CheckContext {
  return {
    today,
    region: app.config.regionCode,
    identityNumbers: app.config.demo ? "synthetic" : "real",
  };
}
