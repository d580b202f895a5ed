import type { Group } from "#grants";

/** In the order in which a promise of a number of heads is spread over them. */
export const commitmentGroups = [
  "kades",
  "perangkat",
  "bpd",
  "kader",
  "rt-rw",
  "religious",
  "adat",
  "vulnerable",
  "pktd",
] as const satisfies readonly Group[];

export type VillageKind = "desa" | "kelurahan";

/** A kelurahan is an office of the city: no village head, no council, and its staff are civil servants. */
const notOfKelurahan: readonly Group[] = ["kades", "perangkat", "bpd", "pktd"];

/** Whether a village of that kind has such a group at all. */
export const hasGroup = (kind: VillageKind, group: Group): boolean =>
  kind === "desa" || !notOfKelurahan.includes(group);

/** Rows of offices are published exactly; those of vulnerable workers and of cash work are not. */
export const isOffice = (group: Group): boolean => group !== "vulnerable" && group !== "pktd";

/** The council before its officers: "Sekretaris BPD" is no village secretary. */
const words: readonly (readonly [Group, RegExp])[] = [
  ["bpd", /\bbpd\b|permusyawaratan/],
  ["kader", /\bkader\b|posyandu|\bpkk\b/],
  ["rt-rw", /\b(rt|rw)\b|rukun (tetangga|warga)/],
  ["religious", /\b(imam|khatib|garin|labai|ubiyah|guru (ngaji|mengaji|tpa|tpq))\b/],
  ["kades", /^(pj\.?|plt\.?|penjabat)? ?(kepala desa|kades|wali nagari)\b/],
];

/**
 * The groups that somebody belongs to by the list that names them, in the order in which they count: the first is the one that
 * pays for them. An officer whose position says nothing else belongs to the apparatus.
 */
export function groupsOfPerson(targetGroup: string, position: string | null): readonly Group[] {
  if (targetGroup === "religious" || targetGroup === "adat") return [targetGroup];
  if (targetGroup !== "village-officer") return ["vulnerable"];
  const said = (position ?? "").toLowerCase();
  const found = words.filter(([, word]) => word.test(said)).map(([group]) => group);
  const inOrder = commitmentGroups.filter((group) => found.includes(group));
  return inOrder.length === 0 ? ["perangkat"] : inOrder;
}
