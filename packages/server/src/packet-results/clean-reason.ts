const longest = 300;
/** Digits of a full date; NIK, member and phone numbers have more. */
const longestDate = 8;

/** What BPJS wrote about a rejection, without long numbers: a reason travels to screens and notices, a NIK must not. */
export function cleanReason(text: string | undefined): string {
  const clean = (text ?? "")
    .replace(/\d[\d .-]+\d/g, (run) => (run.replace(/\D/g, "").length > longestDate ? "…" : run))
    .replace(/\s+/g, " ")
    .trim();
  return clean === "" ? "-" : clean.slice(0, longest);
}
