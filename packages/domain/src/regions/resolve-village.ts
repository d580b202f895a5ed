import { editDistance } from "./edit-distance.ts";
import { isVillage, type Region } from "./region.ts";
import { isWithin, parseRegionCode, type RegionCode } from "./region-code.ts";
import { kecamatanNamedIn, spellVillage, type VillageSpelling } from "./village-spelling.ts";

export type VillageAnswer =
  | {
      readonly outcome: "found";
      readonly village: Region;
      readonly by: "code" | "name" | "alias" | "spelling";
    }
  | { readonly outcome: "ask"; readonly candidates: readonly Region[]; readonly elsewhere: readonly Region[] }
  | { readonly outcome: "none"; readonly elsewhere: readonly Region[] };

export type VillageScope = {
  readonly regions: readonly Region[];
  /** Only villages inside this region may be found. Exact names outside it are told in `elsewhere`. */
  readonly within?: RegionCode;
};

const MOST_CANDIDATES = 8;

/**
 * Which village a written name means. It never guesses: an exact name, code, alias or plain abbreviation is found; a
 * name that is part of another's ("Kp. Baru" and Kampung Baru Padusunan), a slip of the pen or half a name asks.
 */
export function resolveVillage(text: string, scope: VillageScope): VillageAnswer {
  const villages = scope.regions.filter(isVillage);
  const inside = villages.filter(
    (village) => scope.within === undefined || isWithin(village.code, scope.within),
  );
  const byCode = parseRegionCode(text);
  if (byCode !== undefined) return answerByCode(byCode, inside, villages);
  const spelling = spellVillage(text);
  if (spelling.opened === "") return { outcome: "none", elsewhere: [] };
  const named = narrowByKecamatan(text, inside, scope.regions);
  const elsewhere = villages.filter((village) => !inside.includes(village) && isNamed(village, spelling));
  return searchNames(spelling, named, elsewhere);
}

function answerByCode(code: RegionCode, inside: readonly Region[], all: readonly Region[]): VillageAnswer {
  const village = inside.find((candidate) => candidate.code === code);
  if (village !== undefined) return { outcome: "found", village, by: "code" };
  return { outcome: "none", elsewhere: all.filter((candidate) => candidate.code === code) };
}

function searchNames(
  spelling: VillageSpelling,
  pool: readonly Region[],
  elsewhere: readonly Region[],
): VillageAnswer {
  const byName = pool.filter((village) => spellingsOf(village)[0]?.literal === spelling.literal);
  if (byName.length === 1) return { outcome: "found", village: byName[0] as Region, by: "name" };
  if (byName.length > 1) return ask(byName, elsewhere);
  const byAlias = pool.filter((village) =>
    spellingsOf(village).some((own) => own.literal === spelling.literal),
  );
  if (byAlias.length === 1) return { outcome: "found", village: byAlias[0] as Region, by: "alias" };
  if (byAlias.length > 1) return ask(byAlias, elsewhere);
  const bySound = pool.filter((village) => soundsLike(village, spelling));
  const longer = pool.filter((village) => !bySound.includes(village) && addsWordsTo(village, spelling));
  const only = bySound.length === 1 ? bySound[0] : undefined;
  if (only !== undefined && longer.length === 0) return { outcome: "found", village: only, by: "spelling" };
  const candidates = [...bySound, ...longer];
  if (candidates.length > 0) return ask(candidates, elsewhere);
  const shorter = pool.filter((village) => isPartOf(village, spelling));
  if (shorter.length > 0) return ask(shorter, elsewhere);
  const slips = pool.filter((village) => isOneSlipAway(village, spelling));
  return slips.length > 0 ? ask(slips, elsewhere) : { outcome: "none", elsewhere };
}

function ask(candidates: readonly Region[], elsewhere: readonly Region[]): VillageAnswer {
  return { outcome: "ask", candidates: candidates.slice(0, MOST_CANDIDATES), elsewhere };
}

/** A kecamatan written beside the village narrows the search, when it is one we know. */
function narrowByKecamatan(
  text: string,
  pool: readonly Region[],
  regions: readonly Region[],
): readonly Region[] {
  const name = kecamatanNamedIn(text);
  if (name === null) return pool;
  const spelling = spellVillage(name);
  const kecamatan = regions.filter((region) => region.kind === "kecamatan" && soundsLike(region, spelling));
  if (kecamatan.length === 0) return pool;
  return pool.filter((village) => kecamatan.some((outer) => isWithin(village.code, outer.code)));
}

const knownSpellings = new WeakMap<Region, readonly VillageSpelling[]>();

/** Official name first, then the aliases. Remembered per region: lists of thousands of rows ask again and again. */
function spellingsOf(region: Region): readonly VillageSpelling[] {
  const known = knownSpellings.get(region);
  if (known !== undefined) return known;
  const spellings = [region.name, ...region.aliases].map(spellVillage);
  knownSpellings.set(region, spellings);
  return spellings;
}

function isNamed(village: Region, spelling: VillageSpelling): boolean {
  return spellingsOf(village).some(
    (own) => own.literal === spelling.literal || own.opened === spelling.opened,
  );
}

function soundsLike(region: Region, spelling: VillageSpelling): boolean {
  return spellingsOf(region).some((own) => own.sounded === spelling.sounded);
}

/** The written text is only a part of this village's name. */
function addsWordsTo(village: Region, spelling: VillageSpelling): boolean {
  const isPart = spellingsOf(village).some((own) => containsWords(own.opened, spelling.opened));
  return isPart || (spelling.sounded.length >= 6 && joinedOf(village).has(spelling.sounded));
}

const knownJoins = new WeakMap<Region, ReadonlySet<string>>();

/** "Kuraitaji" stands in "Pauh Kurai Taji": neighbouring words of a name, as they sound when written together. */
function joinedOf(region: Region): ReadonlySet<string> {
  const known = knownJoins.get(region);
  if (known !== undefined) return known;
  const joins = new Set(spellingsOf(region).flatMap(({ opened }) => joinsOf(opened.split(" "))));
  knownJoins.set(region, joins);
  return joins;
}

function joinsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((_, from) =>
    words
      .slice(from + 1)
      .map((_word, at) => spellVillage(words.slice(from, from + at + 2).join(" ")).sounded),
  );
}

/** The written text holds the village's whole name and more. */
function isPartOf(village: Region, spelling: VillageSpelling): boolean {
  return spellingsOf(village).some((own) => containsWords(spelling.opened, own.opened));
}

function containsWords(whole: string, part: string): boolean {
  const words = whole.split(" ");
  return part.split(" ").every((word) => words.includes(word));
}

function isOneSlipAway(village: Region, spelling: VillageSpelling): boolean {
  const limit = spelling.sounded.length >= 9 ? 2 : 1;
  if (spelling.sounded.length < 4) return false;
  return spellingsOf(village).some((own) => editDistance(own.sounded, spelling.sounded, limit) <= limit);
}
