const longest = 300;

/** What BPJS wrote about a rejection, without long numbers: a reason travels to screens and notices, a NIK must not. */
export function cleanReason(text: string | undefined): string {
  const clean = (text ?? "")
    .replace(/\d[\d .-]{8,}\d/g, "…")
    .replace(/\s+/g, " ")
    .trim();
  return clean === "" ? "-" : clean.slice(0, longest);
}
