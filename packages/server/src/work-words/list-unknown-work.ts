import { wordKey } from "@tuwai/domain/intake";
import { type OccupationGroup, readOccupation } from "@tuwai/domain/occupations";
import { read, type Step } from "#use-case";
import { listUnplacedWork } from "./unknown-work.view.ts";

export type UnknownWork = {
  /** As it is remembered: small letters, no signs. */
  readonly word: string;
  readonly people: number;
  readonly suggests: OccupationGroup | null;
};

const mostShown = 50;

/** Words for work, in the own area, that wait for their meaning, those of most people first. They name nobody. */
export const listUnknownWork = read(
  { purpose: "unknown-work", permission: "worker.update" },
  async (step): Promise<{ readonly words: readonly UnknownWork[]; readonly total: number }> => {
    const words = await gatherUnknownWork(step);
    return { words: words.slice(0, mostShown), total: words.length };
  },
);

/** A text that holds a number of somebody is no word; it is corrected at the person. */
export async function gatherUnknownWork({
  tx,
  area,
}: Pick<Step, "tx" | "area">): Promise<readonly UnknownWork[]> {
  const rows = (await listUnplacedWork(tx, area)).filter(({ text }) => isWord(wordKey(text)));
  const words = [...Map.groupBy(rows, ({ text }) => wordKey(text))].map(([word, same]) => ({
    word,
    people: same.reduce((sum, { people }) => sum + people, 0),
    suggests: readOccupation(word).suggests ?? null,
  }));
  return words.toSorted((a, b) => b.people - a.people || (a.word < b.word ? -1 : 1));
}

function isWord(key: string): boolean {
  return key !== "" && key.length <= 120 && !/\d{5}/.test(key);
}
