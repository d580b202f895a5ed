import { beforeEach, expect, it } from "vitest";
import type { Actor, Role } from "@tuwai/server/app";
import { startReleases } from "@tuwai/server/releases";
import { aSteppedUpActor, placesDatabase, type Thread, withoutRowPolicies } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";
import { listPages } from "./testing-list-pages.ts";
import { addressWith, type Objects, objectsOf } from "./testing-objects.ts";

/** Leak crawler (reliability.md B.5), light: every page as every scoped role, every byte searched for what is not theirs. */
const test = placesDatabase();
let pages: Pages;
let threads: ReturnType<typeof placesDatabase>["threads"];

beforeEach(async () => {
  threads = test.threads;
  await startReleases(test.app);
});

type Reader = {
  readonly actor: Actor;
  readonly strangers: readonly Thread[];
  readonly own: readonly string[];
};

function readers(): readonly Reader[] {
  const { naras, kampung, elsewhere } = threads;
  const others = [kampung, elsewhere];
  const named = `Zulkifli ${naras.place.name}`;
  const as = (role: Role, scope: string | undefined, own: readonly string[], strangers = others): Reader => ({
    actor: aSteppedUpActor(test.app, role, scope),
    strangers,
    own,
  });
  return [
    as("OPR", naras.place.code, [named, naras.person.code]),
    as("KDS", naras.place.code, [named, naras.person.code]),
    as("CMT", naras.place.kecamatan, [naras.person.code]),
    as("BPJ", naras.branch, [named, naras.person.code]),
    { actor: naras.sponsor, strangers: others, own: [naras.place.name] },
    as("BND", naras.office, [naras.office]),
    as("MGR", undefined, [named, kampung.person.code], [elsewhere]),
    as("DAT", undefined, [named, kampung.person.code], [elsewhere]),
  ];
}

/** What a page may be asked for besides, by the field with which it asks. */
const queries = { cari: "Zulkifli", desa: "13.77.01.1004" };

/** Addresses to walk: every page with the ids of every thread, as if all had been overheard; and links found on the way. */
async function startingPoints(): Promise<readonly string[]> {
  const objects: Objects[] = [];
  // One after another: two threads of one city share its meeting, which is planned once.
  for (const thread of Object.values(threads)) objects.push(await objectsOf(test.app, thread));
  return listPages("id").flatMap(({ path }) => {
    if (!/:(kode|id)/.test(path)) return [path.replace(/\/:.*$|\*$/, "")];
    return objects.map((each) => addressWith(path, each));
  });
}

const mostLinks = 250;
const patient = { timeout: 180_000 };

async function crawl(actor: Actor, from: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const queue = [...from];
  for (const path of queue) {
    if (seen.has(path) || seen.size >= from.length + mostLinks || path.startsWith("/keluar")) continue;
    const { html, headers } = await pages.get(path, actor);
    seen.set(path, withoutEcho(`${html}\n${[...headers].join("\n")}`, path));
    queue.push(...linksIn(html), ...asked(path, html));
  }
  return seen;
}

/** The same page, asked for the words that its fields take. */
function asked(path: string, html: string): readonly string[] {
  if (path.includes("?")) return [];
  return Object.entries(queries).flatMap(([field, word]) =>
    html.includes(`name="${field}"`) ? [`${path}?${field}=${word}`] : [],
  );
}

/** What an answer repeats of its own address is not a leak: whoever asks has it already. */
function withoutEcho(text: string, path: string): string {
  const ids = path.split(/[/?]/).filter((part) => /^(PK-|PKT-|IMP-|[0-9a-f-]{36}$)/i.test(part));
  return ids.reduce((rest, id) => rest.replaceAll(id, ""), text);
}

function linksIn(html: string): readonly string[] {
  const found = [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, path]) => path!.replaceAll("&amp;", "&"));
  // Months lead to months without end; two of them are enough.
  const further = /^\/iuran\/periode\/(?!2026-1[12]$)/;
  return found.filter(
    (path) => !/^\/(assets|en)\b|\.(css|js|svg|png|ico|woff2)$/.test(path) && !further.test(path),
  );
}

it(
  "shows on no page a person, list, pledge, packet or file of somebody else, and nobody's NIK",
  patient,
  async () => {
    pages = await openPages(test.app);
    expect(await findLeaks()).toEqual([]);
  },
);

it("shows none either when the row policies are gone and the application is alone", patient, async () => {
  const { app, close } = withoutRowPolicies(test.app, test.url);
  pages = await openPages(app);
  expect(await findLeaks()).toEqual([]);
  await close();
});

async function findLeaks(): Promise<readonly object[]> {
  const niks = Object.values(threads).flatMap(({ person, waiting }) => [person.nik, waiting.nik]);
  const leaks: object[] = [];
  // While one waits for the database another's page is rendered.
  const from = await startingPoints();
  const crawled = await Promise.all(
    readers().map(async (reader) => ({ ...reader, seen: await crawl(reader.actor, from) })),
  );
  for (const { actor, strangers, own, seen } of crawled) {
    const marks = [...niks, ...strangers.flatMap((thread) => thread.marks)];
    for (const [path, text] of seen) {
      const leaked = marks.filter((mark) => text.includes(mark));
      if (leaked.length > 0) leaks.push({ role: actor.role, path, leaked });
    }
    const everything = [...seen.values()].join("\n");
    // The crawler has been where the own people are; otherwise finding nothing would prove nothing.
    expect({ role: actor.role, missed: own.filter((mark) => !everything.includes(mark)) }).toEqual({
      role: actor.role,
      missed: [],
    });
  }
  return leaks;
}
