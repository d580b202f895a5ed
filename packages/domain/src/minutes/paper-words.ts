import type { CommitmentSource } from "#commitments";
import type { Group } from "#grants";
import { dayName, jakartaClock, jakartaDate } from "#time";

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

/** "18 Desember 2026 pukul 09.30 WIB". */
export const momentOf = (at: number): string => `${dayName(jakartaDate(at))} pukul ${clockOf(at)} WIB`;

/** "a, b dan c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} dan ${words.at(-1)}`;
}
