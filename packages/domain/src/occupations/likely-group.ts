import { editDistance } from "#regions";
import type { OccupationGroup } from "./occupation-groups.ts";

/** One plain word per kind of work, to hold a slip of the pen against. */
const plainWords: Readonly<Partial<Record<OccupationGroup, readonly string[]>>> = {
  fisher: ["nelayan"],
  "motorcycle-taxi": ["ojek"],
  driver: ["sopir", "driver", "pengemudi"],
  courier: ["kurir"],
  "construction-worker": ["bangunan"],
  farmer: ["petani", "pekebun", "peternak"],
  "daily-labourer": ["buruh", "serabutan"],
  "religious-officer": ["bilal", "labai", "garin", "khatib", "imam"],
  "village-officer": ["perangkat", "kader"],
  trader: ["pedagang", "jualan", "warung"],
  "household-worker": ["pembantu"],
  craftsperson: ["penjahit", "tukang", "montir", "pengrajin"],
  other: ["wiraswasta"],
  employee: ["karyawan", "pegawai", "honorer"],
  soldier: ["tentara"],
  police: ["polisi"],
  student: ["pelajar", "mahasiswa"],
  retired: ["pensiunan"],
};

/** The group whose word is one slip away (two in long words): a suggestion for a question, never an answer. */
export function likelyGroup(words: string): OccupationGroup | undefined {
  for (const word of words.split(" ")) {
    if (word.length < 4) continue;
    const limit = word.length >= 8 ? 2 : 1;
    for (const [group, plain] of Object.entries(plainWords))
      if (plain.some((known) => editDistance(known, word, limit) <= limit)) return group as OccupationGroup;
  }
  return undefined;
}
