import { createDemoAccounts } from "@tuwai/server/accounts";
import { anActor, runAsAdmin, testDatabase } from "@tuwai/server/testing";
import { expect, test } from "vitest";
import { openPages } from "#testing";

const database = testDatabase();
const right = { email: "mgr@demo.tuwai.id", password: "kata sandi yang panjang" };

test("while the database is away, staff and sign-in are told so, never of a wrong password, and the figures stand with their age", async () => {
  const { app, url } = database;
  const pages = await openPages(app);
  await createDemoAccounts(app, [{ email: right.email, name: "Bu Rina", role: "MGR" }], right.password);
  expect((await pages.get("/cakupan")).html).not.toContain("tidak tersambung");

  const name = new URL(url).pathname.slice(1);
  await whileAway(url, name, async () => {
    const signIn = await pages.post("/masuk", right);
    expect(signIn.status).toBe(503);
    expect(signIn.html).toContain("Sistem sedang tidak tersambung");
    expect(signIn.html).not.toContain("tidak cocok");
    const work = await pages.get("/pekerja", anActor(app, "MGR"));
    expect(work.status).toBe(503);
    expect(work.html).toContain("muat ulang halaman ini");
    expect(work.html).toMatch(/href="\/pekerja"[^>]*>Muat halaman ini lagi/);
    const figures = await pages.get("/cakupan");
    expect(figures.status).toBe(200);
    expect(figures.html).toContain("Sistem sedang tidak tersambung. Angka ini diambil pukul");
    expect((await pages.get("/cakupan.json")).headers.get("age")).toBe("0");
  });
  expect((await pages.post("/masuk", right)).status).toBe(303);
  expect((await pages.get("/cakupan")).html).not.toContain("tidak tersambung");
});

/** Under another name nobody finds the database, and its connections are cut: as if its server were gone. */
async function whileAway(url: string, name: string, work: () => Promise<void>): Promise<void> {
  const admin = url.replace(/\/[^/]+$/, "/postgres");
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
  await runAsAdmin(admin, [cut, `alter database ${name} rename to ${name}_away`]);
  try {
    await work();
  } finally {
    await runAsAdmin(admin, [`alter database ${name}_away rename to ${name}`]);
  }
}
