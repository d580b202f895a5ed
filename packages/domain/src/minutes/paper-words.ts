import type { CommitmentSource } from "#commitments";
import type { Group } from "#grants";
import { jakartaClock } from "#time";

export const groupWords: Readonly<Record<Group, string>> = {
  kades: "kepala desa",
  perangkat: "perangkat desa",
  bpd: "anggota BPD",
  kader: "kader",
  "rt-rw": "RT/RW",
  religious: "petugas agama",
  adat: "lembaga adat",
  vulnerable: "pekerja rentan",
  pktd: "pekerja PKTD",
};

export const sourceWords: Readonly<Record<CommitmentSource, string>> = {
  add: "ADD",
  pades: "PADes",
  bhprd: "bagi hasil pajak",
  "dana-desa": "Dana Desa",
  apbd: "APBD (DPA)",
};

export const clockOf = (at: number | null): string => (at === null ? "–" : jakartaClock(at));

/** "a, b dan c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} dan ${words.at(-1)}`;
}
