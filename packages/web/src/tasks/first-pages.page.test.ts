import { describe, expect, it } from "vitest";
import { isStaff } from "@tuwai/server/access";
import { type Actor, type App, type Role, roles } from "@tuwai/server/app";
import { ensureDefaultPolicy } from "@tuwai/server/eligibility";
import {
  aSteppedUpActor,
  branch,
  insertPlaces,
  places,
  placesDatabase,
  testDatabase,
  type Thread,
} from "@tuwai/server/testing";
import { callTexts } from "#language/calls.ts";
import { outlookTexts } from "#language/outlook.ts";
import { openPages, type Pages } from "#testing";

const desks = roles.filter(isStaff);
const { waits, steps, next, silent } = outlookTexts.id;

function actorIn(app: App, role: Role, of: { readonly office: string; readonly sponsor: string }): Actor {
  const scopes: Partial<Record<Role, string>> = {
    OPR: places.naras.code,
    KDS: places.naras.code,
    CMT: places.naras.kecamatan,
    BND: of.office,
    BPJ: branch,
    SPN: of.sponsor,
  };
  return aSteppedUpActor(app, role, scopes[role]);
}

const deskOf = ({ office, sponsor }: Thread) => ({ office, sponsor: sponsor.scope! });

const mainOf = (html: string): string => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

/** Addresses of the page's own links that do not open for their reader. */
async function closedLinks(pages: Pages, actor: Actor, main: string): Promise<readonly string[]> {
  const links = [...main.matchAll(/href="(\/[^"#]*)/g)].map(([, path]) => path!.replaceAll("&amp;", "&"));
  const closed: string[] = [];
  for (const path of new Set(links)) {
    const { status, headers } = await pages.get(path, actor);
    const isOpen = status === 200 || (status < 400 && !headers.get("location")!.startsWith("/masuk"));
    if (!isOpen) closed.push(`${path}: ${status}`);
  }
  return closed;
}

const told = (code: keyof typeof waits): RegExp => new RegExp(waits[code].what(String.raw`\d+`));
const hasNumber = (main: string): boolean =>
  /class="big-number">\d/.test(main) || main.includes("Wilayah Anda");
const hasNextStep = (main: string, role: Role): boolean =>
  main.includes("Perlu Anda kerjakan") ||
  main.includes(callTexts.id.toCall) ||
  Object.values(steps).some(({ title }) => main.includes(title)) ||
  main.includes(next[role as keyof typeof next].text);

describe("the first page in a city that has only just begun", () => {
  const test = testDatabase();

  it("gives every desk a number, a next step and whom it waits for, and leads nowhere that is closed", async () => {
    await insertPlaces(test.app);
    await ensureDefaultPolicy(test.app);
    const pages = await openPages(test.app);
    const wrong: object[] = [];
    for (const role of desks) {
      const actor = actorIn(test.app, role, { office: "Dinas Sosial", sponsor: test.app.newId() });
      const { status, html } = await pages.get("/kerja", actor);
      const main = mainOf(html);
      const found = {
        status,
        number: hasNumber(main),
        next: hasNextStep(main, role),
        waits: main.includes('id="menunggu"'),
        praise: html.includes("Semua beres"),
        closed: await closedLinks(pages, actor, main),
      };
      const right = { status: 200, number: true, next: true, waits: true, praise: false, closed: [] };
      if (JSON.stringify(found) !== JSON.stringify(right)) wrong.push({ role, ...found });
    }
    expect(wrong).toEqual([]);
  });

  it("invites to what only this desk can begin", async () => {
    await insertPlaces(test.app);
    const pages = await openPages(test.app);
    const read = async (role: Role) => {
      const actor = actorIn(test.app, role, { office: "Dinas Sosial", sponsor: test.app.newId() });
      return mainOf((await pages.get("/kerja", actor)).html);
    };
    expect(await read("OPR")).toContain(steps["send-first-list"].title);
    expect(await read("BKP")).toContain(steps["load-civil-servants"].title);
    expect(await read("DAT")).toContain(steps["load-dtsen"].title);
    expect(await read("SPN")).toContain(steps["sign-pledge"].title);
    expect(await read("ADM")).toContain(steps["invite-people"].title);
    expect(await read("KDS")).not.toContain(steps["send-first-list"].title);
  });

  it("names to camat, mayor and manager the villages without a list: of their own area, and whom to remind", async () => {
    await insertPlaces(test.app);
    const pages = await openPages(test.app);
    const read = async (role: Role) => {
      const actor = actorIn(test.app, role, { office: "", sponsor: "" });
      const main = mainOf((await pages.get("/kerja", actor)).html);
      return [...main.matchAll(/<li data-region="([^"]+)"/g)].map(([, code]) => code!);
    };
    const ofCamat = await read("CMT");
    expect(ofCamat).toContain(places.naras.code);
    expect(ofCamat.every((code) => code.startsWith(`${places.naras.kecamatan}.`))).toBe(true);
    expect(await read("EXE")).toEqual(await read("MGR"));
    expect((await read("EXE")).length).toBeGreaterThan(ofCamat.length);
    const html = (await pages.get("/kerja", actorIn(test.app, "CMT", { office: "", sponsor: "" }))).html;
    expect(html).toContain(silent.nobody);
  });
});

describe("the first page of a city at work", () => {
  const test = placesDatabase();
  const read = async (role: Role) => {
    const { naras } = test.threads;
    const actor = role === "SPN" ? naras.sponsor : actorIn(test.app, role, deskOf(naras));
    const pages = await openPages(test.app);
    const { html } = await pages.get("/kerja", actor);
    return { main: mainOf(html), closed: await closedLinks(pages, actor, mainOf(html)) };
  };

  it("says who has what each desk waits for, and since when", async () => {
    const asked: readonly (readonly [Role, keyof typeof waits])[] = [
      ["OPR", "list-at-head"],
      ["OPR", "people-at-bpjs"],
      ["CMT", "list-at-head"],
      ["MGR", "packet-at-bpjs"],
      ["EXE", "list-at-head"],
      ["EXE", "packet-at-bpjs"],
      ["SPN", "worker-at-bpjs"],
    ];
    for (const [role, code] of asked) {
      const { main } = await read(role);
      expect({ role, code, isTold: told(code).test(main) }).toEqual({ role, code, isTold: true });
      expect(main).toMatch(/sejak \d/);
    }
    expect((await read("KDS")).main).not.toMatch(told("list-at-head"));
  });

  it("leads every desk only to what opens for it", async () => {
    for (const role of desks)
      expect({ role, closed: (await read(role)).closed }).toEqual({ role, closed: [] });
  });
});
