import { beforeEach, expect, test } from "vitest";
import { listTasks } from "#tasks";
import { anActor, insertPlaces, openCity, payrollDesk, testDatabase } from "#testing";
import { exportUnrecorded, listUnrecorded } from "./index.ts";

const city = testDatabase();
let desk: ReturnType<typeof payrollDesk>;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  desk = payrollDesk(city.app);
});

const list = () => listUnrecorded(city.app, desk.manager, { month: "2026-11" });
const asked = async () =>
  (await listTasks(city.app, desk.manager)).find(({ code }) => code === "ask-bpjs")?.count;

test("whose month the office deducted and BPJS did not record is told by name, once the month is over as a task, until a receipt comes", async () => {
  const [one, other, missed] = await desk.sponsors(3);
  const payrollCode = await desk.locked();
  expect((await list()).total).toBe(0);
  await desk.answered(payrollCode, { count: 2, sum: 16_800 }, ({ code, amount }) =>
    code === missed!.code ? ["0", "saldo kurang"] : [amount, ""],
  );
  const found = await list();
  expect(found.groups).toEqual([
    { month: "2026-11", fundSource: "asn", office: "DINSOS", paidBy: "deducted", workers: 2, rupiah: 16_800 },
  ]);
  expect(found.rows.map(({ person }) => String(person.code)).toSorted()).toEqual(
    [one!.worker.code, other!.worker.code].toSorted(),
  );
  expect(await asked()).toBeUndefined();
  await city.setNow("2026-12-02T02:00:00Z");
  expect(await asked()).toBe(2);
  await desk.receipts([one!.worker]);
  expect(await asked()).toBe(1);
  expect((await listUnrecorded(city.app, desk.manager, { month: "2026-12" })).otherMonths).toEqual([
    { month: "2026-11", workers: 1 },
  ]);
  const columns = [{ header: "K", kind: "text" as const, value: () => "x" }];
  const words = { sheet: "S", mark: "M", columns };
  const file = await exportUnrecorded(city.app, desk.manager, { month: "2026-11", format: "csv", words });
  expect(file.rows).toBe(1);
  await desk.receipts([other!.worker]);
  expect([(await list()).total, await asked()]).toEqual([0, undefined]);
});

test("is the manager's and the auditor's; finance and treasurers learn no worker by it", async () => {
  const auditor = anActor(city.app, "AUD");
  expect((await listUnrecorded(city.app, auditor, { month: "2026-11" })).total).toBe(0);
  for (const actor of [desk.finance, desk.treasurer])
    await expect(listUnrecorded(city.app, actor, { month: "2026-11" })).rejects.toMatchObject({
      code: "forbidden",
    });
});
