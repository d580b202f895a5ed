import { sql } from "kysely";
import { createHash, randomInt } from "node:crypto";
import { newPersonCode } from "@tuwai/domain/identity";
import type { Actor, App, Role } from "#app";
import { asSystem, inTransaction } from "#database";

/** Two villages of the served city in two kecamatan, and one of a neighbour city whose rows nobody here may see. */
export const places = {
  naras: { code: "13.77.03.2001", name: "Naras I", kecamatan: "13.77.03", region: "13.77" },
  kampung: { code: "13.77.01.1004", name: "Kampung Baru", kecamatan: "13.77.01", region: "13.77" },
  elsewhere: { code: "13.76.01.1001", name: "Balai Kaliki", kecamatan: "13.76.01", region: "13.76" },
} as const;
type Place = (typeof places)[keyof typeof places];

/** An actor with a fresh user id; `scope` as the role needs. */
export function anActor(app: App, role: Role, scope?: string, regionCode = "13.77"): Actor {
  return { userId: app.newId(), role, regionCode, ...(scope === undefined ? {} : { scope }) };
}

/** Regions of `places`, as the region pack would write them. */
export async function insertPlaces(app: App): Promise<void> {
  for (const place of Object.values(places)) {
    const cityApp: App = { ...app, config: { ...app.config, regionCode: place.region } };
    await asSystem(cityApp, async (tx) => {
      const { code, name, kecamatan, region } = place;
      await sql`
        insert into app.regions (region_code, code, kind, name, parent_code, kecamatan_code) values
          (${region}, ${region}, 'kota', ${region === "13.77" ? "Kota Pariaman" : "Kota lain"}, null, null),
          (${region}, ${kecamatan}, 'kecamatan', ${`Kecamatan ${kecamatan}`}, ${region}, null),
          (${region}, ${code}, 'desa', ${name}, ${kecamatan}, ${kecamatan})
        on conflict do nothing`.execute(tx);
    });
  }
}

type BatchKind =
  | "village-list"
  | "village-officers"
  | "dtsen"
  | "bpjs-members"
  | "civil-servants"
  | "deaths"
  | "enrolment-result";

/** What reading a file of one good row would have found. */
const recognised = {
  sheet: 0,
  sheetScores: [],
  headerRows: [1],
  columns: [],
  conflicts: [],
  missing: [],
  unknownColumns: [],
  remarks: [],
  isReady: true,
};
const counted = {
  read: 1,
  accepted: 1,
  repair: 0,
  skipped: 0,
  detail: { applied: 1, unchanged: 0, quarantined: 0, duplicate: 0, blank: 0, header: 0 },
};

/** An applied batch of a kind; of a village for work lists. */
export async function insertBatch(app: App, kind: BatchKind, place: Place = places.naras): Promise<string> {
  const id = app.newId();
  const isVillageList = kind === "village-list" || kind === "village-officers";
  const actor = anActor(
    app,
    isVillageList ? "OPR" : "DAT",
    isVillageList ? place.code : undefined,
    place.region,
  );
  await inTransaction(app, actor, async (tx) => {
    await sql`
      insert into app.import_batches (region_code, id, code, kind, village_code, kecamatan_code, state, file_name, file_sha256,
        file_bytes, recognition, counts, uploaded_by, uploaded_role, uploaded_scope, uploaded_at)
      values (${place.region}, ${id}, ${`IMP-${id.slice(-12).toUpperCase()}`}, ${kind}, ${isVillageList ? place.code : null},
        ${isVillageList ? place.kecamatan : null}, 'received', 'daftar.xlsx', ${createHash("sha256").update(id).digest()}, 1,
        ${JSON.stringify({ kind, ...recognised })}::jsonb, ${JSON.stringify(counted)}::jsonb, ${actor.userId}, ${actor.role},
        ${actor.scope ?? null}, ${app.clock.now()})`.execute(tx);
    await sql`update app.import_batches set state = 'applied', applied_at = ${app.clock.now()} where id = ${id}`.execute(
      tx,
    );
  });
  return id;
}

export type Described = {
  readonly name: string;
  readonly nik?: string;
  readonly familyCard?: string;
  readonly birthDate?: string;
  readonly sex?: "male" | "female";
  readonly address?: string;
  readonly place?: Place;
  readonly attributes?: Readonly<Record<string, unknown>>;
};

const rowNumbers = new Map<string, number>();

/** A source record of a batch, numbers sealed and indexed as an import does. */
export async function insertRecord(
  app: App,
  batch: { readonly id: string; readonly kind: BatchKind },
  described: Described,
): Promise<string> {
  const id = app.newId();
  const place = described.place ?? places.naras;
  const numbers = sealedNumbers(app, "source_records", id, described);
  const rowNo = (rowNumbers.get(batch.id) ?? 0) + 1;
  rowNumbers.set(batch.id, rowNo);
  await asSystem(cityOf(app, place), async (tx) => {
    await sql`
      insert into app.source_records (region_code, id, kind, batch_id, sheet, row_no, village_code, kecamatan_code, full_name, birth_date,
        sex, address, nik_sealed, nik_index, nik_status, family_card_sealed, family_card_index, attributes, content_hash)
      values (${place.region}, ${id}, ${batch.kind}, ${batch.id}, 0, ${rowNo}, ${place.code}, ${place.kecamatan}, ${described.name},
        ${described.birthDate ?? null}, ${described.sex ?? null}, ${described.address ?? null}, ${numbers.nikSealed}, ${numbers.nikIndex},
        ${described.nik ? "belum-padan" : "kosong"}, ${numbers.cardSealed}, ${numbers.cardIndex},
        ${JSON.stringify(described.attributes ?? {})}::jsonb, ${Buffer.from(id)})`.execute(tx);
  });
  return id;
}

type InsertedPerson = { readonly id: string; readonly code: string; readonly recordId: string };

/** A person on a work list, with the list row that describes it. */
export async function insertPerson(
  app: App,
  batchId: string,
  described: Described & { readonly occupationGroup?: string; readonly targetGroup?: string },
): Promise<InsertedPerson> {
  const id = app.newId();
  const place = described.place ?? places.naras;
  const code = newPersonCode((limit) => randomInt(limit));
  const recordId = await insertRecord(app, { id: batchId, kind: "village-list" }, described);
  const numbers = sealedNumbers(app, "persons", id, described);
  await asSystem(cityOf(app, place), async (tx) => {
    await sql`
      insert into app.persons (region_code, id, code, village_code, kecamatan_code, target_group, full_name, birth_date, sex, address,
        occupation_text, occupation_group, nik_status, nik_sealed, nik_index, family_card_sealed, family_card_index, created_at, updated_at)
      values (${place.region}, ${id}, ${code}, ${place.code}, ${place.kecamatan}, ${described.targetGroup ?? "vulnerable"},
        ${described.name}, ${described.birthDate ?? null}, ${described.sex ?? null}, ${described.address ?? null},
        ${described.occupationGroup ?? null}, ${described.occupationGroup ?? null}, ${described.nik ? "belum-padan" : "kosong"},
        ${numbers.nikSealed}, ${numbers.nikIndex}, ${numbers.cardSealed}, ${numbers.cardIndex}, ${app.clock.now()}, ${app.clock.now()})`.execute(
      tx,
    );
    await sql`
      insert into app.person_records (region_code, village_code, kecamatan_code, person_id, record_id, at)
      values (${place.region}, ${place.code}, ${place.kecamatan}, ${id}, ${recordId}, ${app.clock.now()})`.execute(
      tx,
    );
  });
  return { id, code, recordId };
}

/** Rows of a query of the test's own, as the system of the served city; for looking at what a use case left behind. */
export function readRows<Row>(
  app: App,
  query: string,
  ...values: readonly unknown[]
): Promise<readonly Row[]> {
  return asSystem(app, async (tx) => (await statementOf<Row>(query, values).execute(tx)).rows);
}

/** The same as one actor's own login: what row policies let through, or the database's refusal. */
export function readRowsAs<Row>(
  app: App,
  actor: Actor,
  query: string,
  ...values: readonly unknown[]
): Promise<readonly Row[]> {
  return inTransaction(app, actor, async (tx) => (await statementOf<Row>(query, values).execute(tx)).rows);
}

/** `?` stands for the next value. */
function statementOf<Row>(query: string, values: readonly unknown[]) {
  const parts = query
    .split("?")
    .flatMap((part, index) =>
      index < values.length ? [sql.raw(part), sql`${values[index]}`] : [sql.raw(part)],
    );
  return sql<Row>`${sql.join(parts, sql.raw(""))}`;
}

const cityOf = (app: App, place: Place): App => ({
  ...app,
  config: { ...app.config, regionCode: place.region },
});

function sealedNumbers(app: App, table: string, rowId: string, described: Described) {
  const { nik, familyCard } = described;
  const seal = (column: string, text: string | undefined) =>
    text === undefined ? null : app.keys.seal(text, { table, column, rowId });
  return {
    nikSealed: seal("nik", nik),
    nikIndex: nik === undefined ? null : app.keys.blindIndex("nik", nik),
    cardSealed: seal("family_card", familyCard),
    cardIndex: familyCard === undefined ? null : app.keys.blindIndex("family-card", familyCard),
  };
}
