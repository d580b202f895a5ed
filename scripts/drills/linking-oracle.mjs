// What must be true of linking whatever was killed meanwhile. The program's own account is not believed: the work is asked
// for once more at the end, and must find nothing to add.
import { randomUUID } from "node:crypto";
import { countOf, faultsOf, importOf, nothingLeft, rowsOf } from "./facts.mjs";

/** @typedef {import("pg").Client} Client */

/** @param {Client} client @param {string} fileName @returns {Promise<string[]>} */
export async function listLinkingFaults(client, fileName) {
  const batch = await importOf(client, fileName);
  if (batch === undefined) return ["the file is not one import"];
  const applied = await countOf(client, "from app.import_rows where batch_id = $1 and outcome = 'applied'", [
    batch.id,
  ]);
  const [progress] = await rowsOf(
    client,
    "select progress->'linking'->>'finished' as finished from app.import_batches where id = $1",
    [batch.id],
  );
  return faultsOf({
    state: [batch.state, "applied"],
    "linking finished": [progress?.["finished"], "applied"],
    "rows of one record and one person": [await ownedRows(client, batch.id), applied],
    "workers judged": [await judgedWorkers(client, batch.id), await workers(client, batch.id)],
    ...(await everywhere(client)),
    ...(await nothingLeft(client)),
  });
}

const personsOf = `from app.persons p where p.withdrawn_at is null and exists (
  select from app.person_records l join app.source_records r on r.id = l.record_id
  where l.person_id = p.id and r.batch_id = $1)`;

/** Officers of a village who stand on a workers' list too belong to a programme that is not open yet: nobody judges them.
 * @param {Client} client @param {string} batchId */
function workers(client, batchId) {
  return countOf(client, `${personsOf} and p.target_group <> 'village-officer'`, [batchId]);
}

/** @param {Client} client @param {string} batchId */
function judgedWorkers(client, batchId) {
  const judged = "exists (select from app.judgements j where j.person_id = p.id)";
  return countOf(client, `${personsOf} and p.target_group <> 'village-officer' and ${judged}`, [batchId]);
}

/** @param {Client} client @param {string} batchId */
function ownedRows(client, batchId) {
  return countOf(
    client,
    `from app.import_rows i where i.batch_id = $1 and i.outcome = 'applied' and 1 = (
       select count(*) from app.source_records r join app.person_records l on l.record_id = r.id
         join app.persons p on p.id = l.person_id and p.withdrawn_at is null
       where r.batch_id = i.batch_id and r.sheet = i.sheet and r.row_no = i.row_no)`,
    [batchId],
  );
}

/** Of the whole city, whichever round wrote it.
 * @param {Client} client @returns {Promise<import("./facts.mjs").Facts>} */
async function everywhere(client) {
  const group = (/** @type {string} */ query) => countOf(client, `from (${query} having count(*) > 1) twice`);
  return {
    "persons twice in one village": [
      await group(`select village_code, nik_index from app.persons
        where withdrawn_at is null and nik_index is not null group by 1, 2`),
      0,
    ],
    "persons of one NIK in two villages of whom nobody is asked": [await unaskedTwins(client), 0],
    "persons linked twice with a kind": [
      await group("select person_id, kind from app.links where ended_at is null group by 1, 2"),
      0,
    ],
    "records linked twice": [
      await group("select record_id from app.links where ended_at is null group by 1"),
      0,
    ],
    "pairs asked about twice": [
      await group(`select least(person_id, coalesce(other_person_id, record_id)),
        greatest(person_id, coalesce(other_person_id, record_id)) from app.link_questions where state <> 'withdrawn' group by 1, 2`),
      0,
    ],
    "numbers of the registry without their link": [await unlinkedNumbers(client), 0],
    "deciles that no link bears": [
      await countOf(
        client,
        `from app.person_welfare w join app.persons p on p.id = w.person_id and p.withdrawn_at is null
         where not exists (select from app.source_records r where r.id = w.record_id and r.withdrawn_at is null)`,
      ),
      0,
    ],
  };
}

/** A person is never on two villages' lists without a question to a human being, or their answer.
 * @param {Client} client */
function unaskedTwins(client) {
  return countOf(
    client,
    `from app.persons a join app.persons b on a.nik_index = b.nik_index and a.id < b.id
     where a.withdrawn_at is null and b.withdrawn_at is null and not exists (
       select from app.link_questions q where q.state <> 'withdrawn'
         and (q.person_id, q.other_person_id) in ((a.id, b.id), (b.id, a.id)))`,
  );
}

/** Persons whose NIK stands in the living registry under the same name, and who have neither its link nor a question about it.
 * @param {Client} client */
function unlinkedNumbers(client) {
  return countOf(
    client,
    `from app.persons p join app.source_records r on r.nik_index = p.nik_index and r.kind = 'dtsen' and r.withdrawn_at is null
     where p.withdrawn_at is null and p.full_name = r.full_name and p.birth_date = r.birth_date
       and not exists (select from app.links l where l.person_id = p.id and l.kind = 'dtsen' and l.ended_at is null)
       and not exists (select from app.links l where l.record_id = r.id and l.ended_at is null)
       and not exists (select from app.link_questions q where q.person_id = p.id and q.record_id = r.id)`,
  );
}

/** What linking has answered so far, as one text to compare.
 * @param {Client} client @returns {Promise<Record<string, string>>} */
async function answers(client) {
  const digest = async (/** @type {string} */ query) => {
    const [row] = await rowsOf(
      client,
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as text
      from (${query}) t`,
      [],
    );
    return String(row?.["text"]);
  };
  return {
    links: await digest("select person_id, record_id, kind from app.links where ended_at is null"),
    questions: await digest(
      "select person_id, record_id, other_person_id, state from app.link_questions where state <> 'withdrawn'",
    ),
    deciles: await digest("select person_id, decile, record_id from app.person_welfare"),
    memberships: await digest("select * from (select person_id from app.person_memberships) m"),
  };
}

/** Has the persons of a file linked and compared once more; what that changes was lost or doubled before.
 * @param {{ onDatabase: import("./under-fire.mjs").Field["onDatabase"], fileName: string, settle: () => Promise<void> }} work
 * @returns {Promise<string[]>} */
export async function faultsByRepeating({ onDatabase, fileName, settle }) {
  const before = await onDatabase(answers);
  await onDatabase(async (client) => {
    const batch = await importOf(client, fileName);
    const persons = await rowsOf(client, `select p.id ${personsOf}`, [batch?.id]);
    const payload = { personIds: persons.map(({ id }) => id), relink: true, compare: true };
    await client.query(
      `insert into app.work (region_code, id, topic, payload)
       select region_code, $1, 'people.link', $2 from app.import_batches where id = $3`,
      [randomUUID(), payload, batch?.id],
    );
  });
  await settle();
  const after = await onDatabase(answers);
  return Object.keys(before).flatMap((what) =>
    before[what] === after[what]
      ? []
      : [`${what} change when linked once more: ${before[what]}, ${after[what]}`],
  );
}
