import { createHash } from "node:crypto";
import { join } from "node:path";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { actorOfEmail } from "@tuwai/server/accounts";
import type { Actor, App } from "@tuwai/server/app";

type Acting = { readonly app: App };

/** One of the demo's accounts by the part before the at sign, just stepped up. */
export function actorAs({ app }: Acting, name: string): Promise<Actor> {
  return actorOfEmail(app, `${name}@demo.tuwai.id`);
}

export const operation = ({ app }: Acting) => ({ operationId: app.newId() });

/** A number from 0 to 1 that is the same in every play of the same people: what befalls somebody is no chance of the machine. */
export function fate(
  { book }: { readonly book: { readonly seed: number } },
  what: string,
  ...of: readonly (string | number)[]
): number {
  const hash = createHash("sha256")
    .update([book.seed, what, ...of].join("|"))
    .digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}

/** By what somebody is known in every play; the codes of persons are drawn anew each time. */
export function nameOf(person: {
  readonly name?: string | undefined;
  readonly villageCode?: string | undefined;
}): string {
  return `${person.name ?? ""}|${person.villageCode ?? ""}`;
}

/** Whoever lists workers for the play may see their codes. */
export function codeOf({ code }: { readonly code?: string | undefined }): string {
  if (code === undefined) throw new TypeError("a person without a code");
  return code;
}

/** Every row of a list that comes in pages. */
export async function allPages<Row>(
  read: (page: number) => Promise<{ readonly rows: readonly Row[]; readonly pages: number }>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, pages } = await read(page);
    all.push(...rows);
    if (page >= pages) return all;
  }
}

export const dayOf = (month: Month, day: number): CivilDate =>
  `${month}-${String(day).padStart(2, "0")}` as CivilDate;

export const bpjsFolder = (folder: string): string => join(folder, "berkas", "bpjs");
