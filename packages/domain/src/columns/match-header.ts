import { foreignWords, headerWords, normaliseHeader } from "./header-words.ts";
import type { FieldName } from "#intake";

export type HeaderMatch = { readonly field: FieldName; readonly isExact: boolean };

/** Parts of a header over several lines, from the top: ["Tempat/Tgl Lahir", "Tanggal"]. */
export type HeaderParts = readonly string[];

const LEAST_LIKENESS = 0.78;

/** Their words are too common to be found inside others: "Status Perkawinan" is not whether somebody lives. */
const EXACT_ONLY: ReadonlySet<FieldName> = new Set(["lifeStatus", "until", "monthCount", "headNik"]);

/**
 * Which of the fields a header names, the surest first. Exact words are certain; a known word inside a longer header,
 * or one spelled almost alike, is a guess that a person or the content of the column has to confirm.
 */
export function matchHeader(parts: HeaderParts, fields: readonly FieldName[]): HeaderMatch | null {
  if (metaHeader.test(joinHeader(parts))) return null;
  const texts = readingsOf(parts);
  for (const text of texts) {
    const field = fields.find((name) => headerWords[name].includes(text));
    if (field !== undefined) return { field, isExact: true };
  }
  for (const text of texts) {
    const loose = fields.filter((name) => !EXACT_ONLY.has(name));
    const field = findContained(text, loose) ?? findAlike(text, loose);
    if (field !== undefined) return { field, isExact: false };
  }
  return null;
}

/** The header as shown to people: its lines joined, a repeated line once. */
export function joinHeader(parts: HeaderParts): string {
  const lines = parts.map((part) => part.replace(/\s+/g, " ").trim()).filter((part) => part !== "");
  return lines.filter((line, index) => line !== lines[index - 1]).join(" ");
}

/** A sub-header such as "Tanggal" under "Tempat / Tgl Lahir" borrows the last word of what stands above it. */
function readingsOf(parts: HeaderParts): string[] {
  const whole = normaliseHeader(joinHeader(parts));
  const last = normaliseHeader(parts.at(-1) ?? "");
  const above = normaliseHeader(parts.at(-2) ?? "");
  const borrowed = last !== "" && above !== "" ? `${last} ${above.split(" ").at(-1) ?? ""}` : "";
  const bare = last === "" ? above : last;
  return [...new Set([whole, borrowed, bare, lastStep(joinHeader(parts))])].filter((text) => text !== "");
}

/**
 * Forms of Kobo and ODK head a column with the path of its question: "data/identitas/nik", "identitas:nik". The last step
 * names it, unless a step before it speaks of somebody else ("kepala_keluarga/nama").
 */
function lastStep(header: string): string {
  const steps = header.split(/[/:.]/);
  const last = steps.pop() ?? "";
  const isPath = steps.length > 0 && [...steps, last].every((step) => /^[\p{L}\d_-]+$/u.test(step));
  if (!isPath) return "";
  const before = steps.flatMap((step) => normaliseHeader(step).split(" "));
  return before.some((word) => foreignWords.has(word)) ? "" : normaliseHeader(last);
}

/** Columns that survey programs add about the answer itself: "_submission_time", "meta/instanceID", "formhub/uuid". */
const metaHeader =
  /^(_(?!kode$)|(meta|formhub)[/:.]|(start|end|today|deviceid|username|simserial|subscriberid|instanceid|uuid)$)/i;

function findContained(text: string, fields: readonly FieldName[]): FieldName | undefined {
  const words = text.split(" ");
  let best: { field: FieldName; length: number } | undefined;
  for (const field of fields) {
    for (const known of headerWords[field]) {
      if (known.length < 3 || known.length <= (best?.length ?? 0)) continue;
      const rest = wordsAround(words, known.split(" "));
      if (rest !== null && !rest.some((word) => foreignWords.has(word)))
        best = { field, length: known.length };
    }
  }
  return best?.field;
}

/** The words before and after `inner` where it stands in `words` as one run; null where it does not. */
function wordsAround(words: readonly string[], inner: readonly string[]): string[] | null {
  for (let start = 0; start + inner.length <= words.length; start += 1) {
    if (inner.every((word, offset) => words[start + offset] === word))
      return [...words.slice(0, start), ...words.slice(start + inner.length)];
  }
  return null;
}

function findAlike(text: string, fields: readonly FieldName[]): FieldName | undefined {
  let best: { field: FieldName; likeness: number } | undefined;
  for (const field of fields) {
    for (const known of headerWords[field]) {
      const likeness = known.length < 4 ? 0 : likenessOf(text, known);
      if (likeness >= LEAST_LIKENESS && likeness > (best?.likeness ?? 0)) best = { field, likeness };
    }
  }
  return best?.field;
}

/** Share of common letter pairs, 0 to 1 (Dice). */
function likenessOf(a: string, b: string): number {
  const pairs = pairsOf(b);
  const own = pairsOf(a);
  let common = 0;
  for (const pair of own) {
    const at = pairs.indexOf(pair);
    if (at < 0) continue;
    pairs.splice(at, 1);
    common += 1;
  }
  return own.length === 0 ? 0 : (2 * common) / (own.length + common + pairs.length);
}

function pairsOf(text: string): string[] {
  const solid = text.replaceAll(" ", "");
  return Array.from({ length: Math.max(0, solid.length - 1) }, (_, index) => solid.slice(index, index + 2));
}
