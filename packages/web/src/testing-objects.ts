import { newPersonCode } from "@tuwai/domain/identity";
import type { App } from "@tuwai/server/app";
import { readRows, type Thread } from "@tuwai/server/testing";

/** By feature, what stands in the `:kode` or `:id` of its addresses. */
export type Objects = {
  readonly imports: string;
  readonly "import-review": string;
  readonly people: string;
  readonly "life-events": string;
  readonly endorsements: string;
  readonly packets: string;
  readonly "link-review": string;
};

/** The objects of a thread; of nothing at all when null: well formed, and nobody's. */
export async function objectsOf(app: App, thread: Thread | null): Promise<Objects> {
  if (thread === null) {
    const batch = app.newId().toUpperCase();
    const person = newPersonCode((below) => below - 1);
    return {
      imports: batch,
      "import-review": batch,
      people: person,
      "life-events": person,
      endorsements: app.newId(),
      packets: "PKT-2026-11-77",
      "link-review": app.newId(),
    };
  }
  const city = { ...app, config: { ...app.config, regionCode: thread.place.region } };
  const [batch] = await readRows<{ code: string }>(
    city,
    "select upper(code) as code from app.import_batches where id = ?",
    thread.batchId,
  );
  return {
    imports: batch!.code,
    "import-review": batch!.code,
    people: thread.person.code,
    "life-events": thread.person.code,
    endorsements: thread.listId,
    packets: thread.packetCode,
    "link-review": await questionOf(city, thread),
  };
}

/** A question whether two workers of the village are one. */
async function questionOf(app: App, { person, waiting }: Thread): Promise<string> {
  const found = await readRows<{ id: string }>(
    app,
    "select id from app.link_questions where person_id = ?",
    person.id,
  );
  if (found[0] !== undefined) return found[0].id;
  const [made] = await readRows<{ id: string }>(
    app,
    `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, other_person_id, kind, probability,
       weight, evidence, state, asked_at)
     select region_code, ?, village_code, kecamatan_code, id, ?, 'person', 0.6, 0.5, '[]', 'open', (select app.now())
     from app.persons where id = ? returning id`,
    app.newId(),
    waiting.id,
    person.id,
  );
  return made!.id;
}
