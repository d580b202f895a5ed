import { beforeEach, describe, expect, it } from "vitest";
import { signIn } from "@tuwai/server/accounts";
import { type Actor, roles } from "@tuwai/server/app";
import { createDemoAccounts } from "@tuwai/server/accounts";
import { listWorkers } from "@tuwai/server/workers";
import { ensureRegions } from "@tuwai/server/regions";
import { anActor, readRows, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase({ now: "2026-11-21T01:00:00Z" });
const path = "/admin/jejak";
let pages: Pages;
let auditor: Actor;
let operator: Actor;

beforeEach(async () => {
  await ensureRegions(test.app);
  pages = await openPages(test.app);
  auditor = anActor(test.app, "AUD");
  operator = anActor(test.app, "OPR", "13.77.02.2015");
});

const denials = () =>
  readRows(test.app, "select permission, code, times from audit.denials order by permission");

describe("the trail for those who may read it", () => {
  it("tells in plain words who failed to sign in, with which account's role, and what was denied", async () => {
    await createDemoAccounts(
      test.app,
      [{ email: "mgr@demo.tuwai.id", name: "Manajer Uji", role: "MGR" }],
      "satu-pegawai",
    );
    await signIn(test.app, { email: "mgr@demo.tuwai.id", password: "salah" }, new Headers());
    await signIn(test.app, { email: "mgr@demo.tuwai.id", password: "satu-pegawai" }, new Headers());
    expect((await pages.get("/padan/antrean", operator)).status).toBe(403);
    const { status, html } = await pages.get(path, auditor);
    expect(status).toBe(200);
    for (const words of [
      "Gagal masuk",
      "Manajer Uji",
      "Pengelola program",
      "Operator desa/kelurahan · Naras I",
    ])
      expect(html).toContain(words);
    expect(html).toContain("Ditolak: bukan hak perannya (pemadanan)");
    expect(html).not.toMatch(/session\.|link_review/);
  });

  it("shows what was asked and not done as not done, with the reasons in words", async () => {
    const admin = { ...anActor(test.app, "ADM"), steppedUpAt: new Date() };
    expect(
      (await pages.post("/admin/pengguna/undang", { nama: "", email: "", peran: "" }, admin)).status,
    ).toBe(422);
    const { html } = await pages.get(`${path}?hasil=refused`, auditor);
    expect(html).toContain("tidak dijalankan karena: ");
    expect(html).toContain("peran belum dipilih");
    expect((await pages.get(`${path}?hasil=done`, auditor)).html).not.toContain("tidak dijalankan karena");
  });

  it("filters by kind, day, role and result in the address, and takes nothing from it that is none of these", async () => {
    await pages.get("/padan/antrean", operator);
    const denied = await pages.get(`${path}?hasil=denied&peran=OPR&jenis=people`, auditor);
    expect(denied.html).toContain("1 kejadian");
    for (const other of ["hasil=done", "peran=MGR", "jenis=files", "sampai=2026-11-20&dari=2026-11-01"])
      expect((await pages.get(`${path}?${other}`, auditor)).html).not.toContain("Ditolak: bukan");
    for (const nonsense of [
      "dari=9999-99-99",
      "sampai=0000-01-01",
      "jenis=__proto__",
      "peran=toString",
      "hal=99999",
    ])
      expect((await pages.get(`${path}?${nonsense}`, auditor)).status).toBe(200);
  });

  it("is taken along as CSV in which nothing runs, and stands in the trail for it", async () => {
    const { app } = test;
    await readRows(
      app,
      `insert into audit.entries (id, region_code, actor_id, actor_role, action, object_type, object_id)
       values (?, ?, (select app.actor_id()), 'ADM', 'work.retry', 'work', '=1+1')`,
      app.newId(),
      app.config.regionCode,
    );
    const file = await pages.post(`${path}/berkas?dari=2026-11-21&hasil=done`, {}, auditor);
    expect(file.headers.get("content-disposition")).toMatch(/jejak-EX-.*\.csv/);
    expect(file.html).toContain("Pekerjaan latar dicoba lagi");
    expect(file.html).not.toMatch(/(?:^|;)"?[=+@]/m);
    expect((await pages.get(path, auditor)).html).toContain("Jejak diunduh");
  });

  it("is refused to all roles but the inspectorate and the data-protection officer", async () => {
    const open: string[] = [];
    for (const role of roles.filter((each) => each !== "PUB" && each !== "WRK")) {
      const { status } = await pages.get(
        path,
        anActor(test.app, role, role === "OPR" ? "13.77.02.2015" : undefined),
      );
      if (status === 200) open.push(role);
    }
    expect(open).toEqual(["AUD", "DPO"]);
  });
});

describe("what was denied", () => {
  it("is one row for a person, a permission and a minute, however often it was tried", async () => {
    for (let tried = 0; tried < 5; tried += 1) {
      await pages.get("/padan/antrean", operator);
      await pages.get("/pekerja/PK-0000-0000", operator);
    }
    expect(await denials()).toEqual([
      { permission: "link_review.read", code: "forbidden", times: 5 },
      { permission: "worker.read", code: "not-found", times: 5 },
    ]);
  });

  it("tells of use cases too, and nothing of strangers or of what was asked about", async () => {
    const executive = anActor(test.app, "EXE");
    await expect(listWorkers(test.app, executive, { q: "rosmaniar" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await pages.get("/pekerja");
    expect(await denials()).toEqual([{ permission: "worker.list", code: "forbidden", times: 1 }]);
  });
});
