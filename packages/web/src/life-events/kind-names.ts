import type { LifeEventKind } from "@tuwai/server/life-events";

/** What each event is called in an address: "?apa=meninggal". */
const kindNames: Readonly<Record<LifeEventKind, string>> = {
  died: "meninggal",
  "moved-away": "pindah",
  "moved-in": "kembali",
  "formal-job": "kerja",
};

/** The form with this event chosen. */
export const eventPath = (code: string, kind: LifeEventKind): string =>
  `/pekerja/${code}/peristiwa?apa=${kindNames[kind]}`;

export function askedKind(params: URLSearchParams): LifeEventKind | undefined {
  const named = Object.entries(kindNames).find(([, name]) => name === params.get("apa"));
  return named?.[0] as LifeEventKind | undefined;
}

/** What may be told of somebody who stands there: nobody dies, leaves or comes back twice. */
export function kindsNow(person: { readonly isDead: boolean; readonly isAway: boolean }): LifeEventKind[] {
  if (person.isDead) return [];
  return ["died", person.isAway ? "moved-in" : "moved-away", "formal-job"];
}
