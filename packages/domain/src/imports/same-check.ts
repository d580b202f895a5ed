import { placeOf, rowIssue, type RowIssue } from "#intake";

type Statement = {
  /** Where it stands, as one number (`placeKey`). */
  readonly row: number;
  /** Whom or what the row speaks of. */
  readonly key: string;
  /** All it says, in one text. */
  readonly print: string;
  readonly name: string;
};

export type SameCheck = {
  readonly add: (statement: Statement) => void;
  readonly finish: () => { issues: Map<number, RowIssue[]>; duplicates: Map<number, number> };
};

/** Finds rows that speak of the same thing. A million of them fit: texts are kept as numbers, groups only where there are two. */
export function createSameCheck(): SameCheck {
  const rows: number[] = [];
  const prints: number[] = [];
  const names: number[] = [];
  const firstOf = new Map<string, number>();
  const groups = new Map<string, number[]>();
  const rowAt = (index: number) => rows[index] ?? 0;
  return {
    add({ row, key, print, name }) {
      const index = rows.push(row) - 1;
      prints.push(fingerprint(print));
      names.push(fingerprint(name));
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, index);
      else groups.set(key, [...(groups.get(key) ?? [first]), index]);
    },
    finish() {
      const issues = new Map<number, RowIssue[]>();
      const duplicates = new Map<number, number>();
      for (const group of groups.values()) {
        const distinct = [...Map.groupBy(group, (index) => prints[index]).values()];
        for (const [original = 0, ...copies] of distinct)
          for (const copy of copies) duplicates.set(rowAt(copy), rowAt(original));
        if (distinct.length < 2) continue;
        const differing = distinct.flatMap(([original]) => original ?? []);
        const differs = new Set(differing.map((index) => names[index])).size > 1 ? "name" : "other";
        const details = { rows: differing.map((index) => placeOf(rowAt(index)).row), differs };
        for (const index of differing) issues.set(rowAt(index), [rowIssue("E-DUP-FILE", null, details)]);
      }
      return { issues, duplicates };
    },
  };
}

/** 53 bits of a text (two rounds of FNV-1a with different starts). Only texts of one key are compared, so chance meetings do not matter. */
function fingerprint(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
}
