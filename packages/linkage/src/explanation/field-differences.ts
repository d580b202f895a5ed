import type { LinkageModel } from "#model";
import type { PlainRecord } from "./prepare-record.ts";
import { textDifferences, type TextPart } from "./text-differences.ts";

/** What two records hold in one input, as written, and which letters differ. */
export type FieldDifference = {
  input: string;
  left: string;
  right: string;
  /** Letter by letter; empty when either side is missing. */
  parts: TextPart[];
  equal: boolean;
};

/** Every input of the model side by side, inputs missing on both sides left out. */
export function fieldDifferences(
  model: LinkageModel,
  left: PlainRecord,
  right: PlainRecord,
): FieldDifference[] {
  return model.inputs.flatMap(({ column, from }): FieldDifference[] => {
    const [a, b] = [textOf(left, from), textOf(right, from)];
    if (a === "" && b === "") return [];
    const parts = a === "" || b === "" ? [] : textDifferences(a, b);
    return [{ input: column, left: a, right: b, parts, equal: a === b }];
  });
}

/** One line per input: `name: FA[D]JAR{H}`: in [ ] what only the left has, in { } what only the right has. */
export function differencesInWords(differences: readonly FieldDifference[]): string[] {
  const width = Math.max(0, ...differences.map((difference) => difference.input.length));
  return differences.map((difference) => {
    const head = difference.input.padEnd(width);
    if (difference.equal) return `${head}  = ${difference.left}`;
    if (difference.parts.length === 0 || isFarApart(difference.parts))
      return `${head}  [${difference.left}]{${difference.right}}`;
    return `${head}  ${difference.parts.map(marked).join("")}`;
  });
}

const marked = ({ in: side, text }: TextPart): string =>
  side === "both" ? text : side === "left" ? `[${text}]` : `{${text}}`;

/** Texts that share less than half of their letters read better whole. */
function isFarApart(parts: readonly TextPart[]): boolean {
  const letters = (side: TextPart["in"]) =>
    parts.filter((part) => part.in === side).reduce((sum, part) => sum + part.text.length, 0);
  return letters("both") < letters("left") + letters("right");
}

const textOf = (record: PlainRecord, from: readonly string[]): string =>
  from
    .map((name) => String(record[name] ?? "").trim())
    .filter(Boolean)
    .join(" ");
