import { type LeaveOutReason, leaveOutReasons, type Mend } from "@tuwai/server/imports";
import { alikeName, placeValue, reasonName, versionName } from "./mend-names.ts";

type Place = { readonly sheet: number; readonly row: number };
type SeenPlace = Place & { readonly seen: number | undefined };

export type MendRequest =
  | { readonly verb: "mend"; readonly mends: readonly Mend[] }
  | { readonly verb: "leave-out"; readonly rows: readonly SeenPlace[]; readonly reason: LeaveOutReason }
  | { readonly verb: "undo"; readonly rows: readonly SeenPlace[] };

/** Whatever button was pressed, everything typed so far is kept: nothing is lost by pressing another row's. */
export function readMendForm(form: FormData): MendRequest {
  const undo = placeOf(form.get("urung"));
  if (undo !== null) return { verb: "undo", rows: [{ ...undo, seen: seenIn(form, undo) }] };
  const out = placeOf(form.get("lewati"));
  if (out !== null) {
    const wanted = form.get(reasonName(out));
    const reason = leaveOutReasons.find((known) => known === wanted) ?? "other";
    return { verb: "leave-out", rows: [{ ...out, seen: seenIn(form, out) }], reason };
  }
  return { verb: "mend", mends: withSuggestion(readCells(form), form) };
}

function readCells(form: FormData): Map<string, Mend> {
  const mends = new Map<string, Mend>();
  for (const [name, value] of form) {
    const match = /^(sel|baru)\.(\d{1,4})\.(\d{1,7})\.(\d{1,4})$/.exec(name);
    if (match === null || typeof value !== "string") continue;
    const isRetyped = match[1] === "baru";
    if (isRetyped && value.trim() === "") continue;
    const place = { sheet: Number(match[2]), row: Number(match[3]) };
    add(mends, form, place, [{ column: Number(match[4]), text: value, isRetyped }]);
  }
  return mends;
}

function add(mends: Map<string, Mend>, form: FormData, place: Place, changes: Mend["changes"]): void {
  const key = placeValue(place);
  const known = mends.get(key)?.changes ?? [];
  const kept = known.filter(({ column }) => !changes.some((change) => change.column === column));
  const seen = seenIn(form, place);
  mends.set(key, { ...place, seen, changes: [...kept, ...changes], alsoSame: form.has(alikeName(place)) });
}

/** A suggestion stands above what its cell holds. */
function withSuggestion(mends: Map<string, Mend>, form: FormData): readonly Mend[] {
  const pressed = form.get("usul");
  const [at = "", ...cells] = typeof pressed === "string" ? pressed.split("|") : [];
  const place = placeOf(at);
  const changes = cells.flatMap((cell) => {
    const match = /^(\d{1,4})=((?:[\w.!~*'()-]|%[0-9A-F]{2})*)$/.exec(cell);
    return match === null ? [] : [{ column: Number(match[1]), text: decodeURIComponent(match[2] ?? "") }];
  });
  if (place !== null && changes.length > 0) add(mends, form, place, changes);
  return [...mends.values()];
}

function seenIn(form: FormData, place: Place): number | undefined {
  const value = form.get(versionName(place));
  return typeof value === "string" && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

function placeOf(value: FormDataEntryValue | null): Place | null {
  const match = typeof value === "string" ? /^(\d{1,4})\.(\d{1,7})$/.exec(value) : null;
  return match === null ? null : { sheet: Number(match[1]), row: Number(match[2]) };
}
