import { randomInt } from "node:crypto";
import type { ImportedRow, ImportKind } from "@tuwai/domain/intake";
import { sql } from "kysely";
import type { Actor, App, Role } from "#app";
import { ensureSettings } from "#contributions";
import { ensurePayers } from "#payers";
import { asSystem, inTransaction } from "#database";
import type { Applier, RowOutcome, UndoOutcome } from "#intake";
import { ensureDefaultPacketMapping } from "#packet-mapping";
import { onBehalfOf } from "#use-case";
import { anActor, insertBatch, insertPerson, insertRecord, places } from "./people-rows.ts";

type Place = (typeof places)[keyof typeof places];

export const branch = "cabang";

/** An actor who has just proved itself again, for cells marked `!`. */
export function aSteppedUpActor(app: App, role: Role, scope?: string): Actor {
  return { ...anActor(app, role, scope), steppedUpAt: new Date() };
}

/** What every city has from its start: settings and the columns of the packet. */
export async function openCity(app: App): Promise<void> {
  await ensureSettings(app);
  await ensurePayers(app);
  await ensureDefaultPacketMapping(app);
}

let serial = 0;

/** A synthetic NIK nobody else in this run has, born 1 May 1980. */
export function aNik(): string {
  serial += 1;
  return `1377${90 + Math.floor(serial / 9999)}010580${String((serial % 9999) + 1).padStart(4, "0")}`;
}

export type ThreadPerson = { readonly id: string; readonly code: string; readonly nik: string };

type PersonWishes = {
  readonly place?: Place;
  readonly nik?: string | null;
  readonly birthDate?: string | null;
  readonly name?: string;
  readonly priority?: number;
  readonly isEndorsed?: boolean;
};

/** A trader of a village, born 1980, on its approved list. */
export async function anEndorsedPerson(app: App, wishes: PersonWishes = {}): Promise<ThreadPerson> {
  const place = wishes.place ?? places.naras;
  const nik = wishes.nik === undefined ? aNik() : wishes.nik;
  const birthDate = wishes.birthDate === undefined ? "1980-05-01" : wishes.birthDate;
  const batchId = await insertBatch(app, "village-list", place);
  const { id, code } = await insertPerson(app, batchId, {
    name: wishes.name ?? "Syafril Amri",
    place,
    sex: "male",
    occupationGroup: "trader",
    ...(nik === null ? {} : { nik }),
    ...(birthDate === null ? {} : { birthDate }),
  });
  if (wishes.isEndorsed !== false) await endorse(app, [{ id }], place, wishes.priority ?? 0);
  return { id, code, nik: nik ?? "" };
}

/** An approved list of the village with these persons, each judged eligible with that priority. */
export async function endorse(
  app: App,
  persons: readonly { readonly id: string }[],
  place: Place,
  priority: number,
): Promise<string> {
  const id = app.newId();
  const proposer = anActor(app, "OPR", place.code, place.region);
  const at = app.clock.now();
  await inTransaction(app, proposer, async (tx) => {
    await sql`
      insert into app.endorsements (region_code, id, code, village_code, kecamatan_code, programme, state, proposed_by, proposed_at)
      values (${place.region}, ${id}, ${`PNT-${id.slice(-12)}`}, ${place.code}, ${place.kecamatan}, 'tuwai-ketan', 'proposed',
        ${proposer.userId}, ${at})`.execute(tx);
    for (const person of persons) {
      await sql`
        insert into app.endorsement_items (region_code, endorsement_id, village_code, kecamatan_code, person_id, included, judgement)
        values (${place.region}, ${id}, ${place.code}, ${place.kecamatan}, ${person.id}, true, '{}')`.execute(
        tx,
      );
    }
  });
  const head = anActor(app, "KDS", place.code, place.region);
  await inTransaction(app, head, async (tx) => {
    await sql`
      update app.endorsements set state = 'approved', decided_by = ${head.userId}, decided_at = ${at} where id = ${id}`.execute(
      tx,
    );
  });
  await asSystem({ ...app, config: { ...app.config, regionCode: place.region } }, async (tx) => {
    for (const person of persons) {
      await sql`
        insert into app.judgements (region_code, village_code, kecamatan_code, person_id, programme, policy_number, judged_on, outcome,
          reasons, is_ready, priority, priority_reasons, at)
        values (${place.region}, ${place.code}, ${place.kecamatan}, ${person.id}, 'tuwai-ketan', 1, ${app.clock.today()}::date,
          'eligible', '[]', true, ${priority}, ${priority === 0 ? "[]" : '[{"code":"hazardous-work"},{"code":"lower-welfare"}]'}::jsonb, ${at})
        on conflict do nothing`.execute(tx);
    }
  });
  return id;
}

/** A civil servant on BKPSDM's list, as the sponsor that may sign in with it, stepped up. */
export async function aCivilServant(
  app: App,
  wishes: { readonly office?: string; readonly place?: Place } = {},
): Promise<Actor> {
  const place = wishes.place ?? places.naras;
  const batchId = await insertBatch(app, "civil-servants", place);
  const id = await insertRecord(
    app,
    { id: batchId, kind: "civil-servants" },
    { name: "Rosmaniar, S.Pd", place, attributes: { office: wishes.office ?? "DINSOS" } },
  );
  return { ...anActor(app, "SPN", id, place.region), steppedUpAt: new Date() };
}

const asUploader = (actor: Actor) => ({ actor, name: "import.apply", permission: "import.upload" }) as const;

/** Applies rows of a file as its uploader, in one transaction, as the import does. */
export function applyRows(
  app: App,
  actor: Actor,
  file: { readonly applier: Applier; readonly kind: ImportKind; readonly batchId: string },
  rows: readonly ImportedRow[],
): Promise<readonly RowOutcome[]> {
  const batch = { id: file.batchId, kind: file.kind, villageCode: null, kecamatanCode: null };
  return onBehalfOf(app, asUploader(actor), (step) =>
    file.applier.apply(
      { ...step, batch },
      rows.map((values, index) => ({ sheet: 0, row: index + 2, values })),
    ),
  );
}

export function undoRows(
  app: App,
  actor: Actor,
  file: { readonly applier: Applier; readonly kind: ImportKind; readonly batchId: string },
): Promise<UndoOutcome> {
  const batch = { id: file.batchId, kind: file.kind, villageCode: null, kecamatanCode: null };
  return onBehalfOf(app, asUploader(actor), (step) => file.applier.undo({ ...step, batch }));
}

/** Rows of a query as an actor's own login, under its row policies. */
export function readAs<Row>(app: App, actor: Actor, query: string): Promise<readonly Row[]> {
  return inTransaction(app, actor, async (tx) => (await sql<Row>`${sql.raw(query)}`.execute(tx)).rows);
}

/** A member number of eleven digits. */
export function aKpj(): string {
  return String(10_000_000_000 + randomInt(9_999_999_999));
}
