import { beforeEach, expect, it } from "vitest";
import { insertPlaces, anActor, openCity, places, readRows, testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
let pages: Pages;
beforeEach(async () => {
  await insertPlaces(test.app);
  await openCity(test.app);
  pages = await openPages(test.app);
});

const notice = (scope: string, kind: string, payload: object) =>
  readRows(
    test.app,
    "insert into app.notifications (id, region_code, role, scope, kind, payload) values (?, '13.77', 'OPR', ?, ?, ?::jsonb)",
    test.app.newId(),
    scope,
    kind,
    JSON.stringify(payload),
  );

it("the first page tells what others did, in words, with a way only to what the reader may open", async () => {
  const merged = { personCode: "PK-22VC-JK", otherCode: "PK-2375-D5", villageCode: places.naras.code };
  await notice(places.naras.code, "person-merged", merged);
  await notice(places.kampung.code, "person-merged", merged);
  await notice(places.kampung.code, "enrolment-rejected", {
    personCode: "PK-22VC-JK",
    packetCode: "PKT-2026-11-01",
  });
  const here = (await pages.get("/kerja", anActor(test.app, "OPR", places.naras.code))).html;
  expect(here).toContain("Catatan PK-2375-D5 dan PK-22VC-JK adalah satu orang, yang tercatat di Naras I");
  expect(here).toContain('href="/pekerja/PK-22VC-JK"');
  expect(here).not.toContain("BPJS tidak menerima");
  const there = (await pages.get("/en/kerja", anActor(test.app, "OPR", places.kampung.code))).html;
  expect(there).toContain("The entries PK-2375-D5 and PK-22VC-JK are one person, on record in Naras I");
  expect(there).toContain("BPJS did not accept PK-22VC-JK of packet PKT-2026-11-01");
  expect(there.match(/href="\/en\/pekerja\/PK-22VC-JK"/g)).toHaveLength(1);
});
