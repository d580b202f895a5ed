import { expect, test } from "vitest";
import { getPacket } from "#packets";
import { anActor, readRowsAs, testDatabase } from "#testing";
import { listTrail } from "./list-trail.ts";

const city = testDatabase({ now: "2026-11-21T01:00:00Z" });

test("what was denied is read by the inspectorate and the data-protection officer, by no other login and role", async () => {
  const { app } = city;
  const manager = anActor(app, "MGR");
  await expect(getPacket(app, manager, { packetCode: "PKT-2026-11-77" })).rejects.toMatchObject({
    code: "not-found",
  });
  const reads = (role: "AUD" | "DPO" | "MGR" | "ADM" | "DAT") =>
    readRowsAs(app, anActor(app, role), "select times from audit.denials");
  expect(await reads("AUD")).toEqual([{ times: 1 }]);
  expect(await reads("DPO")).toEqual([{ times: 1 }]);
  for (const role of ["MGR", "ADM", "DAT"] as const) expect(await reads(role)).toEqual([]);
  const village = anActor(app, "OPR", "13.77.02.2015");
  await expect(readRowsAs(app, village, "select times from audit.denials")).rejects.toThrow(
    "permission denied",
  );
});

test("a month of the trail is shown unless days are asked for, also the wrong way round", async () => {
  const auditor = anActor(city.app, "AUD");
  const days = async (asked: Parameters<typeof listTrail>[2]) => {
    const { firstDay, lastDay } = await listTrail(city.app, auditor, asked);
    return [firstDay, lastDay];
  };
  expect(await days({})).toEqual(["2026-10-23", "2026-11-21"]);
  const firstDay = (await listTrail(city.app, auditor, {})).lastDay;
  const lastDay = (await listTrail(city.app, auditor, {})).firstDay;
  expect(await days({ firstDay, lastDay })).toEqual(["2026-10-23", "2026-11-21"]);
});
