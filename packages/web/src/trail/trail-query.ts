import { parseCivilDate, type CivilDate } from "@tuwai/domain/time";
import type { TrailKind, TrailQuery, TrailResult } from "@tuwai/server/trail";
import { accountTexts } from "#language/accounts.ts";
import { trailTexts } from "#language/trail.ts";

type Asked = { readonly [Name in keyof TrailQuery]?: TrailQuery[Name] | undefined };
type Role = keyof typeof accountTexts.id.roles;

/** What the address of the trail may say; anything else counts as not said. */
export function readTrailQuery(params: URLSearchParams): Asked {
  const { kinds, results } = trailTexts.id;
  return {
    about: oneOf(Object.keys(kinds) as TrailKind[], params.get("jenis")),
    result: oneOf(Object.keys(results) as TrailResult[], params.get("hasil")),
    byRole: oneOf(Object.keys(accountTexts.id.roles) as Role[], params.get("peran")),
    firstDay: day(params.get("dari")),
    lastDay: day(params.get("sampai")),
  };
}

function day(text: string | null): CivilDate | undefined {
  return text !== null && /^(?:19|20)/.test(text) ? parseCivilDate(text) : undefined;
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((value) => value === text);
}
