import { formatNumber, formatRupiah } from "#language/format.ts";
import { importFieldTexts } from "#language/import-fields.ts";
import { issueTexts } from "#language/import-issues.ts";
import { importStepTexts } from "#language/import-steps.ts";
import type { Language } from "#language/language.ts";

export type SaidIssue = { readonly problem: string; readonly repair: string };

/** A code with what is known about it; `villageName` turns a region code into a name. */
export type Sayable = {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
};

type NameOf = (code: string) => string | undefined;

/**
 * What is wrong and what to do, in the reader's language. A sentence that lacks a detail it speaks of is left out, so that
 * the same words serve one row and the summary of many.
 */
export function sayIssue(
  language: Language,
  issue: Sayable,
  villageName: NameOf = () => undefined,
): SaidIssue {
  const t = issueTexts[language];
  const [problem, repair] =
    issue.details["filler"] === true
      ? [t.filler.problem, t.filler.repair]
      : (t.sentences[issue.code as keyof typeof t.sentences] ?? [issue.code, ""]);
  const word = (name: string) => wordOf(language, name, issue.details[name], villageName);
  return { problem: fill(problem, word), repair: fill(repair, word) };
}

function fill(text: string, word: (name: string) => string | undefined): string {
  const sentences = text.split(/(?<=\.) /).flatMap((sentence) => {
    let isComplete = true;
    const filled = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const found = word(name);
      isComplete &&= found !== undefined;
      return found ?? "";
    });
    return isComplete ? [filled] : [];
  });
  return sentences.join(" ");
}

function wordOf(language: Language, name: string, value: unknown, villageName: NameOf): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (name === "field" || name === "fields" || name === "anyOf") return fieldWords(language, value);
  if (name === "village" && typeof value === "string") return villageName(value) ?? value;
  if (name === "expected" && typeof value === "number") return formatRupiah(language, value);
  if (Array.isArray(value)) return value.map(String).join(", ");
  if (typeof value === "number") return formatNumber(language, value);
  return typeof value === "string" ? value : undefined;
}

/** One field, or several of which one is enough. */
export function fieldWords(language: Language, fields: unknown): string {
  const t = importFieldTexts[language];
  const names = Array.isArray(fields) ? fields.map(String) : [String(fields)];
  const words = names.map((name) => t.fields[name as keyof typeof t.fields] ?? name);
  return words.join(importStepTexts[language].columns.or);
}
