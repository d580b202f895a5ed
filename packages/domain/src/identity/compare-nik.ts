import type { CivilDate } from "#time";
import type { NikParts } from "./nik.ts";
import type { Sex } from "./sex.ts";

/** Never an error: a NIK keeps a wrong or later corrected birth date for life (2 to 3 in a hundred). */
export type NikWarning =
  | { readonly code: "birth-date-differs"; readonly part: "day" | "month" | "year" | "swapped" | "several" }
  | { readonly code: "sex-differs" };

/** What in the NIK contradicts the birth date and sex written beside it. Unknown facts contradict nothing. */
export function compareWithNik(
  parts: NikParts,
  written: { readonly birthDate?: CivilDate | undefined; readonly sex?: Sex | undefined },
): NikWarning[] {
  const warnings: NikWarning[] = [];
  if (written.birthDate !== undefined && written.birthDate !== parts.birthDate) {
    warnings.push({ code: "birth-date-differs", part: differingPart(parts.birthDate, written.birthDate) });
  }
  if (written.sex !== undefined && written.sex !== parts.sex) warnings.push({ code: "sex-differs" });
  return warnings;
}

function differingPart(
  inNik: CivilDate,
  written: CivilDate,
): "day" | "month" | "year" | "swapped" | "several" {
  const [year, month, day] = inNik.split("-");
  const [otherYear, otherMonth, otherDay] = written.split("-");
  if (year === otherYear && month === otherDay && day === otherMonth) return "swapped";
  const differing = [year !== otherYear, month !== otherMonth, day !== otherDay];
  if (differing.filter(Boolean).length > 1) return "several";
  if (differing[0] === true) return "year";
  return differing[1] === true ? "month" : "day";
}
