/**
 * A number as people of the city type it: "48.881", "48881", "37,5" or "37.5"; null for nothing, NaN for what is no number. A point
 * before exactly three digits parts thousands.
 */
export function readFigure(text: string): number | null {
  const typed = text.replaceAll(/\s/g, "");
  if (typed === "") return null;
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(typed)) return Number(typed.replaceAll(".", "").replace(",", "."));
  return /^\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(",", ".")) : Number.NaN;
}
