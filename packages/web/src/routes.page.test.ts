import { beforeEach, describe, expect, it } from "vitest";
import { isStaff, may, type Permission, permissions, scopeOf } from "@tuwai/server/access";
import { type Actor, type Role, roles } from "@tuwai/server/app";
import { ensureDefaultPolicy } from "@tuwai/server/eligibility";
import { aSteppedUpActor, placesDatabase } from "@tuwai/server/testing";
import { accountTexts } from "#language/accounts.ts";
import { shellTexts } from "#language/shell.ts";
import { menuFor } from "#frame";
import { openPages, type Pages } from "#testing";
import routes from "./routes.ts";
import { listPages, type ListedPage, pagesOf } from "./testing-list-pages.ts";
import { addressWith, objectIn, type Objects, objectsOf } from "./testing-objects.ts";

const test = placesDatabase();
let pages: Pages;
let threads: ReturnType<typeof placesDatabase>["threads"];

beforeEach(async () => {
  threads = test.threads;
  await ensureDefaultPolicy(test.app);
  pages = await openPages(test.app);
});

type Page = ListedPage;
const all = pagesOf(routes);
const indonesian = listPages("id");
const accessOf = (id: string) => pages.accessOf(id);
const staffPages = () => indonesian.filter(({ id }) => accessOf(id) !== "public");

function actorOf(role: Role): Actor {
  const { place, office, branch, sponsor } = threads.naras;
  if (role === "SPN") return { ...sponsor, steppedUpAt: new Date() };
  const scopes: Partial<Record<Role, string>> = {
    OPR: place.code,
    KDS: place.code,
    CMT: place.kecamatan,
    BND: office,
    BPJ: branch,
  };
  return aSteppedUpActor(test.app, role, scopes[role]);
}

/** A village's file is none of a branch's, an office's or of those who watch over money. */
function isTheirs({ id }: Page, actor: Actor): boolean {
  return !(/^import(s|-review)\//.test(id) && ["BPJ", "BND", "FIN"].includes(actor.role));
}

/** Of a file without a faulty row nobody gets any, and none but its sender is told so. */
const withoutFaultyRows: Partial<Record<Role, number>> = { OPR: 409, DAT: 403, BKP: 403, BPJ: 404 };

const mayOpen = ({ id }: Page, role: Role): boolean => {
  const access = accessOf(id);
  if (access === undefined || access === "public") return access === "public";
  return isStaff(role) && may({ role }, access);
};

describe("the pages", () => {
  it("says in each page who may open it, by a permission of the access matrix", () => {
    expect(all.filter(({ id }) => accessOf(id) === undefined)).toEqual([]);
    const named = all.map(({ id }) => accessOf(id)).filter((access) => access !== "public");
    expect(named.filter((permission) => !permissions.includes(permission!))).toEqual([]);
  });

  it("has under the staff's frame no public page, and outside it no other", () => {
    const frame = routes.filter(({ file }) => file === "frame/staff.layout.tsx");
    const staffIds = new Set(frame.flatMap(({ children }) => pagesOf(children!).map(({ id }) => id)));
    for (const { id } of indonesian)
      expect({ id, isStaff: accessOf(id) !== "public" }).toEqual({ id, isStaff: staffIds.has(id) });
  });
});

describe("every page and every role", () => {
  it.each([
    ["lists and forms", ({ path }: Page) => !path.includes("/:")],
    ["one thing each", ({ path }: Page) => path.includes("/:")],
  ])(
    "pages of %s open to whom the matrix names, tell all others who may, and send strangers to sign in",
    async (_kind, isOf) => {
      const objects = await objectsOf(test.app, threads.naras);
      const wrong: object[] = [];
      for (const page of staffPages().filter(isOf)) {
        const path = addressWith(page.path, objects);
        const stranger = await pages.get(path);
        if (stranger.status !== 302 || !stranger.headers.get("location")!.startsWith("/masuk?lanjut="))
          wrong.push({ page: page.id, role: "nobody", status: stranger.status });
        const asked = roles.filter((each) => each !== "PUB").map((role) => ({ role, actor: actorOf(role) }));
        // While one waits for the database another's page is rendered.
        const answers = await Promise.all(
          asked.map(async ({ role, actor }) => ({ role, actor, ...(await pages.get(path, actor)) })),
        );
        for (const { role, actor, status, html, headers } of answers) {
          if (page.id.startsWith("import-review/faulty-rows") && status === withoutFaultyRows[role]) continue;
          const problem = mayOpen(page, role)
            ? problemOfOpen(
                status,
                headers,
                !path.includes("/:") && (path === page.path || isTheirs(page, actor)),
              )
            : problemOfClosed(page, status, html);
          if (problem !== null) wrong.push({ page: page.id, role, status, problem });
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it("takes no form from a role that may not open the page", async () => {
    const objects = await objectsOf(test.app, threads.naras);
    const wrong: object[] = [];
    for (const page of staffPages()) {
      const closed = roles.filter((each) => each !== "PUB" && !mayOpen(page, each));
      const post = (role: Role) =>
        pages.post(addressWith(page.path, objects), { operasi: test.app.newId() }, actorOf(role));
      const answers = await Promise.all(closed.map(async (role) => ({ role, ...(await post(role)) })));
      for (const { role, status } of answers) {
        if (status !== 403 && status !== 405) wrong.push({ page: page.id, role, status });
      }
    }
    expect(wrong).toEqual([]);
  });

  it("answers another village's, branch's or city's object exactly as one that does not exist", async () => {
    const [missing, kampung, elsewhere] = await Promise.all(
      [null, threads.kampung, threads.elsewhere].map((thread) => objectsOf(test.app, thread)),
    );
    const wrong: object[] = [];
    for (const page of staffPages().filter(({ path }) => /:(kode|id)/.test(path))) {
      const access = accessOf(page.id) as Permission;
      const compare = async (role: Role): Promise<void> => {
        const actor = actorOf(role);
        // A meeting is the whole city's, whatever of it a village sees.
        const isCity = scopeOf(actor, access) === "C" || page.path.startsWith("/rakor/");
        const none = await ask(page, missing!, actor);
        const strangers = isCity ? [elsewhere!] : [kampung!, elsewhere!];
        const answers = await Promise.all(strangers.map((objects) => ask(page, objects, actor)));
        const told = answers.filter(({ status, html }) => status !== none.status || html !== none.html);
        if (told.length > 0 || none.status === 200)
          wrong.push({ page: page.id, role, status: told.map(({ status }) => status), none: none.status });
      };
      // While one waits for the database another's page is rendered.
      await Promise.all(roles.filter((each) => each !== "PUB" && mayOpen(page, each)).map(compare));
    }
    expect(wrong).toEqual([]);
  });

  it("puts nothing into a menu that its reader may not open", async () => {
    for (const role of roles.filter((each) => each !== "PUB" && each !== "WRK")) {
      const listed = menuFor(actorOf(role)).map(({ path }) => path);
      const opened = await Promise.all(
        listed.map(async (path) => ({ path, status: (await pages.get(path, actorOf(role))).status })),
      );
      expect({ role, opened }).toEqual({ role, opened: listed.map((path) => ({ path, status: 200 })) });
    }
  });
});

describe("the word in the menu", () => {
  it("is what the page behind it is called", async () => {
    const findings = new Set(["/kerja", "/cakupan", "/sorot"]);
    const wrong: object[] = [];
    for (const role of roles.filter((each) => each !== "PUB" && each !== "WRK")) {
      const actor = actorOf(role);
      for (const { path, text } of menuFor(actor).filter((item) => !findings.has(item.path))) {
        const title = /<h1>([^<]*)/.exec((await pages.get(path, actor)).html)?.[1] ?? "";
        const word = shellTexts.id.nav[text];
        if (!title.toLowerCase().includes(word.toLowerCase())) wrong.push({ role, path, word, title });
      }
    }
    expect(wrong).toEqual([]);
  });
});

function problemOfOpen(status: number, headers: Headers, isOwn: boolean): string | null {
  if (!isOwn) return status === 404 ? null : "not the role's own: 404 expected";
  if (status === 200) return null;
  const to = headers.get("location") ?? "";
  const isStep = (status === 302 || status === 303) && !to.startsWith("/masuk");
  return isStep ? null : `200 expected ${to}`;
}

function problemOfClosed({ id }: Page, status: number, html: string): string | null {
  if (status !== 403) return "403 expected";
  if (!/page\.tsx/.test(id)) return null;
  const named = roles.filter((role) => mayOpen({ id, path: "" }, role));
  const missing = named.slice(0, 2).filter((role) => !html.includes(accountTexts.id.roles[role]));
  if (missing.length > 0 || named.length === 0) return `names not ${missing.join()}`;
  return named.length > 2 === html.includes("peran lain") ? null : "names two roles and says how many more";
}

/** An answer without what it repeats of the address, and without the form's fresh operation id. */
async function ask({ path: pattern }: Page, objects: Objects, actor: Actor) {
  const path = addressWith(pattern, objects);
  const { status, headers, html } = await pages.get(path, actor);
  const asked = objectIn(pattern, objects) ?? "";
  const to = headers.get("location") ?? "";
  return { status, html: (html + to).replaceAll(asked, "…") };
}
