/** A code as its numbers: "01.01.03." and "1.1.3" are the same activity. Null for what is no code. */
export function codeParts(text: string): readonly number[] | null {
  const tidy = text.trim().replace(/\.+$/, "");
  if (!/^\d{1,3}(\.\d{1,3}){0,7}$/.test(tidy)) return null;
  return tidy.split(".").map(Number);
}

/** As the chart of accounts writes it: 1.1.03, 5.1.3.03. */
export const activityCode = (parts: readonly number[]): string => written(parts, 2);
export const accountCode = (parts: readonly number[]): string => written(parts, 3);

const written = (parts: readonly number[], plain: number): string =>
  parts.map((part, at) => (at < plain ? String(part) : String(part).padStart(2, "0"))).join(".");

export const startsWith = (code: readonly number[], start: readonly number[]): boolean =>
  start.length <= code.length && start.every((part, at) => code[at] === part);

export const isSameCode = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && startsWith(a, b);

/** Accounts begin with 4 (income), 5 (expenses) or 6 (financing); a code that begins lower begins with its activity. */
export function splitCode(parts: readonly number[]): {
  readonly activity: readonly number[];
  readonly account: readonly number[];
} {
  const isWhole = (parts[0] ?? 0) < 4 || parts.length > 4;
  return isWhole
    ? { activity: parts.slice(0, 3), account: parts.slice(3) }
    : { activity: [], account: parts };
}
