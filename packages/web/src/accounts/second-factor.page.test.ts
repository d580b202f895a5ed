import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { actorOf, createDemoAccounts } from "@tuwai/server/accounts";
import type { Actor } from "@tuwai/server/app";
import { codeFrom, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const email = "mgr@demo.tuwai.id";
const password = "kata sandi yang panjang";
let pages: Pages;
let cookie: string;
let actor: Actor;

beforeEach(async () => {
  pages = await openPages(test.app);
  const account = { email, name: "Bu Rina", role: "MGR" } as const;
  await createDemoAccounts(test.app, [account], password);
  cookie = cookiesOf(await pages.post("/masuk", { email, password }));
  actor = (await actorOf(test.app, new Headers({ cookie })))!;
});

describe("proving the password again", () => {
  it("leads back to the page that asked for it", async () => {
    const answer = await pages.post("/masuk/ulang?lanjut=/kerja?x=1", { password }, actor, { cookie });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/kerja?x=1"]);
    const later = await actorOf(test.app, new Headers({ cookie: cookiesOf(answer) }));
    expect(later?.steppedUpAt).toBeInstanceOf(Date);
  });
  it("refuses a wrong password and leaves everything as it was", async () => {
    const answer = await pages.post("/masuk/ulang", { password: "bukan ini" }, actor, { cookie });
    expect(answer.status).toBe(401);
    expect(answer.html).toContain("Kata sandi tidak cocok");
    expect((await actorOf(test.app, new Headers({ cookie })))?.steppedUpAt).toBeUndefined();
  });
});

describe("a second code", () => {
  // Codes change every half minute: a test that crossed the change would type an old one.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is set up with the key and ten backup codes, and asked for from then on", async () => {
    const begun = await pages.post("/profil/kode-kedua", { password }, actor, { cookie });
    const uri = /name="uri" value="([^"]+)"/.exec(begun.html)![1]!.replaceAll("&amp;", "&");
    expect(begun.html.match(/name="backup"/g)).toHaveLength(10);
    expect(begun.html).toContain('aria-label="Kode QR dengan kunci untuk aplikasi autentikator"');
    expect(begun.headers.get("cache-control") ?? "").not.toContain("public");

    const wrong = await pages.post("/profil/kode-kedua", { code: "000000", uri, backup: "x" }, actor, {
      cookie,
    });
    expect(wrong.status).toBe(401);
    expect(wrong.html).toContain("Kode tidak cocok");
    const here = "/profil/kode-kedua?lanjut=/impor";
    const done = await pages.post(here, { code: codeFrom(uri, -1), uri }, actor, { cookie });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/impor"]);

    const first = await pages.post("/masuk?lanjut=/bantuan", { email, password });
    expect(first.headers.get("location")).toBe("/masuk/kode?lanjut=%2Fbantuan");
    const half = { cookie: cookiesOf(first) };
    expect(await actorOf(test.app, new Headers(half))).toBeNull();
    expect((await pages.post("/masuk/kode", { code: "000000" }, undefined, half)).status).toBe(401);
    const again = await pages.post("/masuk/kode", { code: codeFrom(uri, -1) }, undefined, half);
    expect([again.status, again.html.includes("Kode itu sudah dipakai")]).toEqual([401, true]);
    const second = await pages.post("/masuk/kode?lanjut=/bantuan", { code: codeFrom(uri) }, undefined, half);
    expect([second.status, second.headers.get("location")]).toEqual([303, "/bantuan"]);
    expect(await actorOf(test.app, new Headers({ cookie: cookiesOf(second) }))).toMatchObject({
      role: "MGR",
    });

    const session = { cookie: cookiesOf(second) };
    expect((await pages.post("/masuk/ulang", { password }, actor, session)).status).toBe(401);
    const replayed = await pages.post("/masuk/ulang", { code: codeFrom(uri) }, actor, session);
    expect([replayed.status, replayed.html.includes("Kode itu sudah dipakai")]).toEqual([401, true]);
    const proved = await pages.post("/masuk/ulang", { code: codeFrom(uri, 1) }, actor, session);
    expect(proved.status).toBe(303);
    expect(await actorOf(test.app, new Headers(session))).toBeNull();
    await replace({ cookie: cookiesOf(proved) });
  });
});

/** From the profile on: the code asked for first, then the password, then a code of the new key. */
async function replace(session: { readonly cookie: string }): Promise<void> {
  const profile = await pages.get("/profil", actor, session);
  expect(profile.html).toContain("Ganti kode kedua");
  const before = await pages.get("/profil/kode-kedua?lanjut=/profil", actor, session);
  expect(before.headers.get("location")).toMatch(/^\/masuk\/ulang\?lanjut=/);
  const fresh = (await actorOf(test.app, new Headers(session)))!;
  expect((await pages.get("/profil/kode-kedua", fresh, session)).html).toContain("Kode lama tetap berlaku");
  const begun = await pages.post("/profil/kode-kedua", { password }, fresh, session);
  const uri = /name="uri" value="([^"]+)"/.exec(begun.html)![1]!.replaceAll("&amp;", "&");
  const here = "/profil/kode-kedua?lanjut=/profil";
  const wrong = await pages.post(here, { code: "000000", uri, backup: "x" }, fresh, session);
  expect([wrong.status, wrong.html.includes("Kode tidak cocok")]).toEqual([401, true]);
  // A code of the old key took this step a moment ago; what was used belongs to a key.
  const done = await pages.post(here, { code: codeFrom(uri, 1), uri }, fresh, session);
  expect([done.status, done.headers.get("location")]).toEqual([303, "/profil"]);
  const next = (await actorOf(test.app, new Headers({ cookie: cookiesOf(done) })))!;
  const again = { cookie: cookiesOf(done) };
  const replayed = await pages.post("/masuk/ulang", { code: codeFrom(uri, 1) }, next, again);
  expect([replayed.status, replayed.html.includes("Kode itu sudah dipakai")]).toEqual([401, true]);
}

const lacking = () => ({ ...actor, lacksSecondFactor: true });

describe("a role that needs a second code and has none", () => {
  it("reaches the page that sets it up, the way out and the public pages, and comes back to where it wanted to go", async () => {
    for (const path of ["/kerja", "/pekerja?hal=2", "/masuk/ulang"]) {
      const answer = await pages.get(path, lacking());
      const door = `/profil/kode-kedua?lanjut=${encodeURIComponent(path)}`;
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 303, door]);
    }
    expect((await pages.post("/sponsor/penjodohan", { aksi: "usulkan" }, lacking())).status).toBe(303);
    const setUp = await pages.get("/profil/kode-kedua", lacking());
    expect(setUp.html).toContain("Peran Anda memerlukan kode kedua");
    expect(setUp.html).not.toContain('href="/pekerja"');
    for (const path of ["/profil", "/keluar", "/", "/bantuan"])
      expect([path, (await pages.get(path, lacking())).status]).toEqual([path, 200]);
  });
});

describe("signing out", () => {
  it("ends the session on the server, not only in the browser", async () => {
    const answer = await pages.post("/keluar", {}, actor, { cookie });
    expect(answer.headers.get("location")).toBe("/");
    expect(answer.headers.get("clear-site-data")).toContain("storage");
    expect(await actorOf(test.app, new Headers({ cookie }))).toBeNull();
  });
});

function cookiesOf({ headers }: { headers: Headers }): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
