import { beforeEach, describe, expect, it } from "vitest";
import { actorOf, createDemoAccounts, listAccounts } from "@tuwai/server/accounts";
import type { Actor } from "@tuwai/server/app";
import { aSteppedUpActor, insertPlaces, places, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const password = "gulai tunjang dekat pasar";
const other = "rendang lokan tanpa santan";
const person = { nama: "Bu Yeni", email: "yeni@pariaman.id", peran: "OPR", wilayah: places.naras.code };
let pages: Pages;
let admin: Actor;

beforeEach(async () => {
  await insertPlaces(test.app);
  pages = await openPages(test.app);
  const [userId] = await createDemoAccounts(
    test.app,
    [{ email: "adm@pariaman.id", name: "Pak Zul", role: "ADM" }],
    password,
  );
  admin = { ...aSteppedUpActor(test.app, "ADM"), userId: userId! };
});

const codeIn = (html: string) => /data-code="([^"]+)"/.exec(html)?.[1] ?? "";
const accept = (kode: string, by = password) => pages.post("/undangan", { kode, password: by });
const cookieOf = (headers: Headers) =>
  new Headers({
    cookie: headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; "),
  });
const only = async () => (await listAccounts(test.app, admin, { role: "OPR" })).rows[0]!;

async function invited(): Promise<string> {
  const { html } = await pages.post("/admin/pengguna/undang", person, admin);
  return codeIn(html);
}

describe("inviting", () => {
  it("shows a sheet with address, steps and a code, once, and the code stands in no address", async () => {
    const { status, html } = await pages.post("/admin/pengguna/undang", person, admin);
    expect(status).toBe(200);
    expect(codeIn(html)).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(html).toContain(`/undangan#${codeIn(html)}`);
    expect(html).toContain("Bu Yeni");
    const again = await pages.get(`/admin/pengguna/${(await only()).accountId}`, admin);
    expect(again.html).not.toContain(codeIn(html).slice(5));
  });

  it("keeps what was typed and says at each field what is wrong", async () => {
    const { status, html } = await pages.post(
      "/admin/pengguna/undang",
      { ...person, email: "yeni", wilayah: "" },
      admin,
    );
    expect(status).toBe(422);
    expect(html).toContain('value="Bu Yeni"');
    expect(html).toContain("Tulis alamat surel yang lengkap");
    expect(html).toContain("Wilayah atau kantor tidak cocok");
  });

  it("the invited sets a password and is in; a wrong, weak or used code says so and keeps the code", async () => {
    const code = await invited();
    const weak = await accept(code, "Pariaman2026");
    expect([weak.status, weak.html.includes(code)]).toEqual([422, true]);
    expect((await accept("2222-2222-2222-2222")).status).toBe(401);
    const done = await accept(code);
    expect([done.status, done.headers.get("location")]).toEqual([303, "/kerja"]);
    expect(await actorOf(test.app, cookieOf(done.headers))).toMatchObject({
      role: "OPR",
      scope: places.naras.code,
    });
    expect((await accept(code)).status).toBe(401);
  });
});

const away = () => ({ ...admin, steppedUpAt: new Date(Date.now() - 6 * 60 * 1000) });
const asksFor = (path: string) => `/masuk/ulang?lanjut=${encodeURIComponent(path)}`;

describe("a city with a mail server", () => {
  it("offers to send the code, shows it to nobody then, and says at the account how the letter fares", async () => {
    const { config } = test.app;
    const mail = { url: "smtp://127.0.0.1:1", from: "ketan@pariaman.id" };
    const posting = await openPages({ ...test.app, config: { ...config, mail } });
    expect((await posting.get("/admin/pengguna/undang", admin)).html).toContain('name="surat"');
    expect((await pages.get("/admin/pengguna/undang", admin)).html).not.toContain('name="surat"');
    const sent = await posting.post("/admin/pengguna/undang", { ...person, surat: "surel" }, admin);
    expect([sent.status, codeIn(sent.html)]).toEqual([303, ""]);
    const { html } = await posting.get(`/admin/pengguna/${(await only()).accountId}`, admin);
    expect(html).toContain("sedang dikirim");
  });
});

describe("an administrator who has not proved to be there just now", () => {
  it("may look at accounts, is asked before a form opens, and changes nothing", async () => {
    await invited();
    const path = `/admin/pengguna/${(await only()).accountId}`;
    const seen = await pages.get(path, away());
    expect([seen.status, seen.html.includes("Akhiri sekarang")]).toEqual([200, false]);
    for (const form of [`${path}?ubah=1`, "/admin/pengguna/undang"])
      expect((await pages.get(form, away())).headers.get("location")).toBe(asksFor(form));
    expect((await pages.get(`${path}?ubah=1`, admin)).html).toContain("Akhiri sekarang");
    for (const tindakan of ["kode", "akhiri", "peran", "akhiri-peran", "ganti", "sesi"])
      expect((await pages.post(path, { tindakan, peran: "KDS" }, away())).headers.get("location")).toBe(
        asksFor(path),
      );
    const { state, role } = await only();
    expect([state, role]).toEqual(["invited", "OPR"]);
  });
});

describe("the list of users", () => {
  it("finds by name in a form and by role and state in the address, never a name in an address", async () => {
    await invited();
    expect((await pages.post("/admin/pengguna", { cari: "yeni" }, admin)).html).toContain("1 akun cocok");
    expect((await pages.post("/admin/pengguna", { cari: "%" }, admin)).html).toContain(
      "Tidak ada akun seperti itu",
    );
    const filtered = await pages.get("/admin/pengguna?keadaan=invited", admin);
    expect(filtered.html).toContain("Bu Yeni");
    expect(filtered.html).not.toContain("Pak Zul");
    expect(filtered.html).toMatch(/<form[^>]*action="\/admin\/pengguna"[^>]*method="post"/);
  });
});

describe("the page of an account", () => {
  it("replaces a village head in one step, gives a new code, ends", async () => {
    await accept(await invited());
    const { accountId } = await only();
    const path = `/admin/pengguna/${accountId}`;
    const reset = await pages.post(path, { tindakan: "kode" }, admin);
    expect(codeIn(reset.html)).not.toBe("");
    const next = { tindakan: "ganti", nama: "Pak Baru", email: "baru@pariaman.id" };
    const replaced = await pages.post(path, next, admin);
    expect(replaced.html).toContain("Pak Baru");
    expect((await accept(codeIn(replaced.html))).status).toBe(303);
    expect((await accept(codeIn(reset.html))).status).toBe(401);
    expect((await pages.get(path, admin)).html).toContain("digantikan");
    const own = await pages.get(`/admin/pengguna/${admin.userId}`, admin);
    expect(own.html).toContain("Ini akun Anda sendiri");
    expect(own.html).not.toContain("Akhiri sekarang");
  });

  it("a guarded role waits for a second administrator, whose task it is", async () => {
    const [userId] = await createDemoAccounts(
      test.app,
      [{ email: "adm2@pariaman.id", name: "Bu Dua", role: "ADM" }],
      password,
    );
    const second = { ...admin, userId: userId! };
    const asked = await pages.post("/admin/pengguna/undang", { ...person, peran: "FIN", wilayah: "" }, admin);
    expect(asked.status).toBe(303);
    expect((await pages.get("/kerja", second)).html).toContain("1 perubahan akun menunggu persetujuan Anda");
    expect((await pages.get("/kerja", admin)).html).not.toContain("menunggu persetujuan Anda");
    const list = await pages.get("/admin/pengguna/persetujuan", second);
    const permintaan = /name="permintaan" value="([^"]+)"/.exec(list.html)![1]!;
    expect(list.html).not.toContain("lewat surel");
    const decided = await pages.post(
      "/admin/pengguna/persetujuan",
      { permintaan, putusan: "setuju" },
      second,
    );
    expect((await accept(codeIn(decided.html))).status).toBe(303);
    const twice = await pages.post("/admin/pengguna/persetujuan", { permintaan, putusan: "setuju" }, second);
    expect(twice.status).toBe(303);
  });

  it("the code of a guarded role is offered by e-mail to who agrees, where the city has a mail server", async () => {
    const mail = { url: "smtp://127.0.0.1:9", from: "ketan@kota.go.id" };
    const mailing = await openPages({ ...test.app, config: { ...test.app.config, mail } });
    const [userId] = await createDemoAccounts(
      test.app,
      [{ email: "adm2@pariaman.id", name: "Bu Dua", role: "ADM" }],
      password,
    );
    const second = { ...admin, userId: userId! };
    await mailing.post("/admin/pengguna/undang", { ...person, peran: "FIN", wilayah: "" }, admin);
    const path = "/admin/pengguna/persetujuan";
    const { html } = await mailing.get(path, second);
    expect(html).toContain("Setujui, kirim kodenya lewat surel");
    const permintaan = /name="permintaan" value="([^"]+)"/.exec(html)![1]!;
    const decided = await mailing.post(path, { permintaan, putusan: "approve-by-mail" }, second);
    expect([decided.status, decided.headers.get("location")]).toEqual([303, path]);
    const said = decodeURIComponent(decided.headers.getSetCookie().join(";"));
    expect(said).toContain("Kodenya dikirim ke alamat surelnya");
  });
});

describe("one's own profile", () => {
  it("shows the sessions, ends the others, and changes the password with the current one", async () => {
    const signIn = async (by = password) =>
      cookieOf((await pages.post("/masuk", { email: "adm@pariaman.id", password: by })).headers);
    const here = await signIn();
    const there = await signIn();
    const profile = await pages.post("/profil", {}, admin, here);
    expect(profile.status).toBe(303);
    expect(await actorOf(test.app, there)).toBeNull();
    const change = (form: Record<string, string>) => pages.post("/profil/kata-sandi", form, admin, here);
    expect((await change({ password: "bukan ini", baru: other })).status).toBe(401);
    expect((await change({ password, baru: "aaaaaaaaaaaaa" })).html).toContain("dicoba pencuri");
    expect((await change({ password, baru: other })).headers.get("location")).toBe("/profil");
    expect(await actorOf(test.app, await signIn(other))).not.toBeNull();
  });
});
