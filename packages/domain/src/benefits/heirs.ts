import type { RateSource } from "#law";

export type Relation =
  | "spouse"
  | "child"
  | "parent"
  | "grandparent"
  | "grandchild"
  | "sibling"
  | "parent-in-law"
  | "will"
  | "burier";

export type FamilyMember = { id: string; relation: Relation; alive: boolean };

/** Who is paid. `rank` counts the order of the law from 1; null when nobody of it lives. */
export type Heirs = {
  rank: number | null;
  heirs: { id: string; reason: string }[];
  /** Ids, or null where nobody is known who buried. */
  funeralTo: string[] | null;
  lumpTo: string[] | "dana-jaminan-sosial";
  sources: RateSource[];
};

/** Each rank excludes those after it. */
const ranks: readonly { relations: readonly Relation[]; reason: string }[] = [
  { relations: ["spouse", "child"], reason: "spouse-or-child" },
  { relations: ["parent", "grandparent", "grandchild"], reason: "lineal-to-second-degree" },
  { relations: ["sibling"], reason: "sibling" },
  { relations: ["parent-in-law"], reason: "parent-in-law" },
  { relations: ["will"], reason: "named-in-will" },
];

const source: RateSource = {
  instrument: "PP 44/2015",
  article: "Pasal 37 ayat (5), urutan ahli waris",
  mark: "reported",
};

/** The order of heirs; without any, the funeral goes to whoever buried and the lump sum to the social security fund. */
export function explainHeirs(members: readonly FamilyMember[]): Heirs {
  const living = members.filter(({ alive }) => alive);
  for (const [place, { relations, reason }] of ranks.entries()) {
    const heirs = living
      .filter(({ relation }) => relations.includes(relation))
      .map(({ id }) => ({ id, reason }));
    const ids = heirs.map(({ id }) => id);
    if (ids.length > 0) return { rank: place + 1, heirs, funeralTo: ids, lumpTo: ids, sources: [source] };
  }
  const buriers = living.filter(({ relation }) => relation === "burier").map(({ id }) => id);
  const funeralTo = buriers.length === 0 ? null : buriers;
  return { rank: null, heirs: [], funeralTo, lumpTo: "dana-jaminan-sosial", sources: [source] };
}
