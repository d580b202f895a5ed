import { readSex, type Sex } from "#identity";

type Count = { male: number; female: number; rows: number };

const FEWEST_NIKS = 3;
const MOST_OF_THEM = 0.9;

/**
 * How a file writes sexes. P is a woman beside L and a man (pria) beside W; 1 and 2 are a man and a woman unless the NIKs of
 * the column say otherwise; where both letters could be meant and no NIK tells, nobody can say.
 */
export function createSexTally() {
  const counts = new Map<string, Count>();
  return {
    add(text: string, inNik: Sex | undefined): void {
      const word = sexWord(text);
      const count = counts.get(word) ?? { male: 0, female: 0, rows: 0 };
      count.rows += 1;
      if (inNik !== undefined) count[inNik] += 1;
      counts.set(word, count);
    },
    words(): Readonly<Record<string, Sex | null>> {
      const words = new Map<string, Sex | null>();
      const meaningOfP = readP(counts);
      if (meaningOfP !== "female" && counts.has("P")) words.set("P", meaningOfP);
      const digits = readDigits(counts);
      for (const word of ["1", "2"]) {
        const meaning = digits[word];
        if (counts.has(word) && meaning !== undefined) words.set(word, meaning);
      }
      return Object.fromEntries(words);
    },
  };
}

/** The word as it is told apart: letters and figures alone. */
export function sexWord(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function readP(counts: ReadonlyMap<string, Count>): Sex | null {
  const said = saidByNik(counts.get("P"));
  if (said !== undefined) return said;
  const words = [...counts.keys()].filter((word) => word !== "P");
  const hasMen = words.some((word) => readSex(word) === "male");
  const hasW = words.includes("W") || words.some((word) => word.startsWith("WANITA"));
  if (!hasW) return "female";
  return hasMen ? null : "male";
}

/** Overrides only: the usual meaning of 1 and 2 needs none. With a 0 in the column 1 may mean either. */
function readDigits(counts: ReadonlyMap<string, Count>): Readonly<Record<string, Sex | null>> {
  const [one, two] = [saidByNik(counts.get("1")), saidByNik(counts.get("2"))];
  const isTurned = (one === "female" && two !== "female") || (two === "male" && one !== "male");
  if (isTurned) return { "1": "female", "2": "male" };
  const isOddCode = counts.has("0") && !counts.has("2") && one === undefined;
  return isOddCode ? { "1": null } : {};
}

function saidByNik(count: Count | undefined): Sex | undefined {
  const told = (count?.male ?? 0) + (count?.female ?? 0);
  if (count === undefined || told < FEWEST_NIKS) return undefined;
  if (count.male >= told * MOST_OF_THEM) return "male";
  return count.female >= told * MOST_OF_THEM ? "female" : undefined;
}
