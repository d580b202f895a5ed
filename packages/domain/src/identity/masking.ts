/** What stands on every screen instead of a NIK or family card: no digit, always the same length. reliability.md B.3. */
export const MASKED_NUMBER = "••••••••••••••••";

/** "Syafril Amri" → "S. A.": the name as shown to someone who may know that a person exists, not who. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s,]+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => `${word.charAt(0).toUpperCase()}.`)
    .join(" ");
}
