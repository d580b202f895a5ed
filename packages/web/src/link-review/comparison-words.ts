import type { LinkQuestion } from "@tuwai/server/link-review";
import type { linkingTexts } from "#language/linking.ts";
import type { Texts } from "#language/language.ts";

type Words = Texts<typeof linkingTexts.id.question>;
type Comparisons = LinkQuestion["comparisons"];

/** How two identity numbers relate, in words; positions and counts, never a digit (reliability.md B.3 rule 9). */
export function numberWords(t: Words, found: Comparisons["familyCard"]): string {
  if (found.outcome === "missing") return t.number.missing[found.side];
  if (found.outcome === "swapped") return t.number.swapped(...found.positions);
  if (found.outcome === "nearly") return t.number.nearly(found.equalDigits, found.positions.join(", "));
  return t.number[found.outcome];
}

/** The same for NIKs, with what the dates inside them say. */
export function nikWords(t: Words, nik: Comparisons["nik"]): string {
  const inside = [
    nik.outcome !== "same" && nik.datesInsideAgree === true && t.dateInside.agree,
    nik.datesInsideAgree === false && t.dateInside.differ,
    nik.leftDateFits === false && t.dateInside.leftMisfit,
    nik.rightDateFits === false && t.dateInside.rightMisfit,
  ];
  return [numberWords(t, nik), ...inside.filter((words) => words !== false)].join("; ");
}

export function equalityWords(t: Words, found: Comparisons["birthDate"]): string {
  if (found === "day-month-swapped") return t.swappedDate;
  return t[found];
}

/** Whether a side of a compared number is filled in at all. */
export function hasNumber(found: Comparisons["familyCard"], side: "left" | "right"): boolean {
  return found.outcome !== "missing" || (found.side !== "both" && found.side !== side);
}
