import { beforeEach, expect, test } from "vitest";
import { anActor, applyRows, insertPlaces, readRows, readRowsAs, testDatabase, undoRows } from "#testing";
import { registryApplier } from "./registry-applier.ts";

const city = testDatabase({ now: "2026-11-10T02:00:00Z" });
beforeEach(() => insertPlaces(city.app));

/** A batch that BKPSDM itself has sent. */
async function sent(): Promise<string> {
  const actor = anActor(city.app, "BKP");
  const id = city.app.newId();
  await readRowsAs(
    city.app,
    actor,
    `insert into app.import_batches (region_code, id, code, kind, state, file_name, file_sha256, file_bytes, uploaded_by, uploaded_role,
       uploaded_at)
     values ('13.77', ?, ?, 'civil-servants', 'received', 'pegawai.xlsx', ?::bytea, 1, ?, 'BKP', app.now())`,
    id,
    `IMP-${id.slice(-8)}`,
    id,
    actor.userId,
  );
  return id;
}

const applier = registryApplier("civil-servants");
const row = (nip: string, office: string) => ({ name: "Rosmaniar", nip, office, sex: "female" as const });

test("a list notes the offices it names and the rows it repeats unchanged, so that whom a later list leaves out can be told from whom it repeats", async () => {
  const { app } = city;
  const bkpsdm = anActor(app, "BKP");
  const [stays, leaves] = [row("198001012005012001", "DINSOS"), row("198001012005012002", "DINSOS")];
  const first = {
    applier,
    kind: "civil-servants" as const,
    batchId: await sent(),
  };
  await applyRows(app, bkpsdm, first, [stays, leaves]);
  expect(await readRows(app, "select record_id from app.servant_listings")).toEqual([]);
  const second = { ...first, batchId: await sent() };
  await applyRows(app, bkpsdm, second, [stays]);
  const repeated = await readRows<{ batchId: string }>(app, "select batch_id from app.servant_listings");
  expect(repeated).toEqual([{ batchId: second.batchId }]);
  const offices = await readRows(app, "select office from app.office_listings order by listed_at");
  expect(offices).toEqual([{ office: "DINSOS" }, { office: "DINSOS" }]);
  expect(await undoRows(app, bkpsdm, second)).toMatchObject({ outcome: "undone" });
});
