import { occupationGroups as groups } from "./occupation-groups.ts";

export type OccupationGroup = keyof typeof groups | "other";

export type Occupation = {
  readonly group: OccupationGroup;
  readonly sector: "transport" | "other";
  readonly hazardous: boolean;
};

export const occupationGroups: readonly OccupationGroup[] = [
  ...(Object.keys(groups) as (keyof typeof groups)[]),
  "other",
];

/**
 * The programme's group for an occupation as a village writes it; "other" when no word is known, never a guess by
 * likeness: sector changes the price and a wrong one would under- or overpay.
 */
export function readOccupation(text: string): Occupation {
  const words = text
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();
  for (const [group, { sector, hazardous, words: known }] of Object.entries(groups)) {
    if (known.test(words)) return { group: group as OccupationGroup, sector, hazardous };
  }
  return { group: "other", sector: "other", hazardous: false };
}
