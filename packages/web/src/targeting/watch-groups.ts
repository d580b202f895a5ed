import type { WatchDirection, WatchKind } from "@tuwai/domain/targeting";

type Group = { readonly kind: WatchKind; readonly direction: WatchDirection | null };

/** Groups of changes in the order in which they matter, each by its word in the address. */
export const watchGroups = {
  "menjadi-miskin": { kind: "decile", direction: "into-poverty" },
  "keluar-miskin": { kind: "decile", direction: "out-of-poverty" },
  meninggal: { kind: "died", direction: null },
  hilang: { kind: "gone", direction: null },
  "pindah-desa": { kind: "village", direction: null },
  "pecah-keluarga": { kind: "household", direction: null },
  "nik-baru": { kind: "new-nik", direction: null },
  "desil-berubah": { kind: "decile", direction: "within" },
  "desil-rentang": { kind: "decile", direction: "open" },
  "desil-menyempit": { kind: "decile", direction: "narrowed" },
  "desil-melebar": { kind: "decile", direction: "vaguer" },
} as const satisfies Readonly<Record<string, Group>>;

export type GroupWord = keyof typeof watchGroups;
export const groupWords = Object.keys(watchGroups) as GroupWord[];

export const wordOfGroup = ({ kind, direction }: Group): GroupWord | undefined =>
  groupWords.find((word) => watchGroups[word].kind === kind && watchGroups[word].direction === direction);
