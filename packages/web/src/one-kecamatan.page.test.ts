import { beforeEach, describe, expect, it } from "vitest";
import { may, scopeOf } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";
import { declareCommitments, openCommitmentYear } from "@tuwai/server/commitments";
import { ensureDefaultPolicy } from "@tuwai/server/eligibility";
import { anActor, aSteppedUpActor, places, placesDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";
import { listPages } from "./testing-list-pages.ts";
import { addressWith, type Objects, objectsOf } from "./testing-objects.ts";

const test = placesDatabase();
const { naras, kampung } = places;
let pages: Pages;
let camat: Actor;
let objects: Objects;

beforeEach(async () => {
  await ensureDefaultPolicy(test.app);
  const manager = anActor(test.app, "MGR");
  const operation = () => ({ operationId: test.app.newId() });
  await openCommitmentYear(test.app, manager, { ...operation(), year: 2027 });
  for (const { code: villageCode } of [naras, kampung]) {
    const lines = [{ group: "kader", heads: 2, months: 12, source: "add" }];
    const promise = { ...operation(), villageCode, year: 2027, lines, intent: "declare" as const };
    await declareCommitments(test.app, manager, { ...promise, isSure: true });
  }
  camat = aSteppedUpActor(test.app, "CMT", naras.kecamatan);
  objects = await objectsOf(test.app, test.threads.naras);
  pages = await openPages(test.app);
});

/**
 * Pages of the staff that a camat may open, with the own village's things in their addresses; without those that the matrix opens for
 * the whole city, such as the board that everybody in the hall reads.
 */
const opened = () =>
  listPages("id").flatMap(({ id, path }) => {
    const access = pages.accessOf(id);
    if (access === undefined || access === "public" || !may(camat, access)) return [];
    if (scopeOf(camat, access) === "C") return [];
    return [
      { id, path: addressWith(path, objects).replace(":desa", naras.code).replace(":kelompok", "kader") },
    ];
  });

/** A village of another kecamatan, or anything of the thread that hangs on it. */
const tellsOfOthers = (text: string): boolean =>
  [kampung.name, ...test.threads.kampung.marks].some((mark) => text.includes(mark));
/** The same, and its code or its kecamatan's in whatever a reader could choose or press. */
const offersOthers = (text: string): boolean => tellsOfOthers(text) || text.includes(kampung.kecamatan);
const mainOf = (html: string) =>
  html.includes("<main") ? html.slice(html.indexOf("<main"), html.indexOf("</main>")) : html;

/** What a reader could put into an address to see more than is offered. */
const tries = [
  "",
  `?kec=${kampung.kecamatan}`,
  `?kecamatan=${kampung.kecamatan}`,
  `?desa=${kampung.code}`,
  "?kelompok=semua",
];

describe("a camat", () => {
  it("is offered no other kecamatan by any page or filter, and gets none by asking for it", async () => {
    const wrong: object[] = [];
    let read = 0;
    for (const { id, path } of opened())
      for (const search of tries) {
        const { status, html } = await pages.get(path + search, camat);
        if (status === 200) read += 1;
        // A code that was typed into the address may stand in its form again.
        const isTold = search === "" ? offersOthers(mainOf(html)) : tellsOfOthers(mainOf(html));
        if (isTold) wrong.push({ id, search });
      }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(40);
  });

  it("gets no row of another kecamatan in a file", async () => {
    const files = opened().filter(({ id }) => id.includes(".route"));
    const asked = files.flatMap(({ id, path }) =>
      ["?tahun=2027", `?tahun=2027&kec=${kampung.kecamatan}`].map((search) => ({ id, to: path + search })),
    );
    const written: object[] = [];
    const wrong: object[] = [];
    for (const { id, to } of asked) {
      const sent = await pages.post(to, { operasi: test.app.newId(), bentuk: "csv" }, camat);
      const answers = [await pages.get(to, camat), sent].filter(({ status }) => status === 200);
      written.push(...answers);
      if (answers.some(({ html }) => offersOthers(html))) wrong.push({ id, to });
    }
    expect(wrong).toEqual([]);
    expect(written.length).toBeGreaterThan(0);
  });

  it("would be told here: the manager reads the other kecamatan on the same pages", async () => {
    const { html } = await pages.get("/anggaran/komitmen?tahun=2027", anActor(test.app, "MGR"));
    expect(tellsOfOthers(html)).toBe(true);
  });
});
