import type { TrailEntry } from "@tuwai/server/trail";
import { accountTexts } from "#language/accounts.ts";
import { formatInstant } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { trailActionTexts } from "#language/trail-actions.ts";
import { trailTexts } from "#language/trail.ts";
import { wordOf } from "#language/word-of.ts";
import { type Places, sayDetails, shortId } from "./say-details.ts";

/** An entry of the trail in plain words. */
export type SaidEntry = {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly capacity: string;
  readonly what: string;
  readonly result: TrailEntry["result"];
  readonly object: string;
  readonly times: number;
  readonly details: string;
};

export function sayEntry(language: Language, places: Places, entry: TrailEntry, at: number): SaidEntry {
  const { by, role, scope, objectId, times } = entry;
  const t = trailTexts[language];
  const roleName = by === "account" ? accountTexts[language].roles[role] : "";
  return {
    id: `${at}`,
    at: formatInstant(language, entry.at),
    who: entry.name ?? t.by[by],
    capacity: scope === null ? roleName : `${roleName} · ${places.get(scope) ?? scope}`,
    what: sayAction(language, entry),
    result: entry.result,
    object: entry.result === "denied" ? "" : sayObject(language, entry.objectType, objectId),
    times,
    details: sayDetails(language, places, entry.details).join(" · "),
  };
}

function sayAction(language: Language, { action, result, objectId }: TrailEntry): string {
  if (result !== "denied") return wordOf(trailActionTexts[language].actions, action);
  const t = trailTexts[language];
  const area = wordOf(t.areas, objectId.split(".")[0] ?? "");
  return `${wordOf(t.denials, action)} (${area})`;
}

/** Codes that people know are shown whole, ids of rows by their end. */
function sayObject(language: Language, type: string, id: string): string {
  return `${wordOf(trailTexts[language].objects, type)} ${shortId(id)}`;
}
