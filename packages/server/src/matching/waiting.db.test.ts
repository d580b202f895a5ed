import { Client } from "pg";
import { expect, test } from "vitest";
import { wholeCity } from "#access";
import { inTransaction } from "#database";
import { anActor, insertPlaces, openCity, places, readRows, testDatabase } from "#testing";
import { reasonsAgainst } from "./reasons-against.ts";
import { listCandidates, listWaitingRows } from "./waiting.view.ts";

const city = testDatabase();
const { region, code: village, kecamatan } = places.naras;
const place = `'${region}', '${village}', '${kecamatan}'`;
const id = (what: string, number = "n") => `md5('${what}' || ${number})::uuid`;

/** One person for every combination of what may be the case; a person has a proposal or an accepted one, never both. */
const everyCase = `
  create temp table cases on commit drop as
  select row_number() over () as n, * from
    unnest(array['here', 'withdrawn', 'died', 'moved']) as gone,
    unnest(array['vulnerable', 'village-officer']) as target,
    unnest(array['none', 'on', 'off', 'on-then-off', 'off-then-on', 'returned']) as listed,
    unnest(array['none', 'fine', 'bars']) as judged,
    unnest(array['none', 'ready', 'rejected', 'ended', 'accepted-sponsorship']) as payer,
    unnest(array['none', 'proposed', 'declined']) as proposal
  where not (payer = 'accepted-sponsorship' and proposal = 'proposed')`;

const statements = [
  everyCase,
  `insert into app.persons (region_code, village_code, kecamatan_code, id, code, full_name, target_group, nik_status, withdrawn_at, died_on,
      moved_on, created_at, updated_at)
    select ${place}, ${id("person")}, 'K-' || n, 'Nama', target, 'padan', case gone when 'withdrawn' then now() end,
      case gone when 'died' then date '2026-11-01' end, case gone when 'moved' then date '2026-11-01' end, now(), now() from cases`,
  `insert into app.endorsements (region_code, village_code, kecamatan_code, id, code, programme, state, proposed_by, proposed_at, decided_by,
      decided_at)
    select ${place}, ${id("list", "l")}, 'L-' || l, 'tuwai-ketan', case l when 3 then 'returned' else 'approved' end, ${id("user", "1")}, now(),
      ${id("user", "2")}, timestamptz '2026-10-01' + make_interval(days => l) from generate_series(1, 3) l`,
  ...[
    [1, "listed in ('on', 'on-then-off')", "listed in ('off', 'off-then-on')"],
    [2, "listed = 'off-then-on'", "listed = 'on-then-off'"],
    [3, "listed = 'returned'", "false"],
  ].map(
    ([list, on, off]) => `
    insert into app.endorsement_items (region_code, village_code, kecamatan_code, endorsement_id, person_id, included, exclusion_reason, judgement)
    select ${place}, ${id("list", `${list}`)}, ${id("person")}, ${on}, case when not ${on} then 'declined' end, '{}' from cases
    where ${on} or ${off}`,
  ),
  `insert into app.judgements (region_code, village_code, kecamatan_code, person_id, programme, policy_number, judged_on, outcome, reasons,
      bars_payment, priority, priority_reasons, at)
    select ${place}, ${id("person")}, 'tuwai-ketan', 1, now(), 'ineligible', '[]', judged = 'bars', 0, '[]', now() from cases
    where judged <> 'none'`,
  `insert into app.enrolments (region_code, village_code, kecamatan_code, id, person_id, programme, segment, sector, fund_source, wadah,
      from_month, state)
    select ${place}, ${id("enrolment")}, ${id("person")}, 'tuwai-ketan', 'bpu', 'other', 'apbd', 'SC', '2026-10-01', payer from cases
    where payer in ('ready', 'rejected', 'ended')`,
  `insert into app.sponsorships (region_code, village_code, kecamatan_code, id, pledge_id, person_id, state, reasons, proposed_at)
    select ${place}, ${id("accepted")}, ${id("pledge")}, ${id("person")}, 'accepted', '[]'::jsonb, now() from cases where payer = 'accepted-sponsorship'
    union all select ${place}, ${id("proposal")}, ${id("pledge")}, ${id("person")}, proposal, '[]'::jsonb, now() from cases where proposal <> 'none'`,
];

async function insertEveryCase(): Promise<void> {
  const owner = new Client(city.url);
  await owner.connect();
  try {
    await owner.query("begin");
    await owner.query("set local session_replication_role = replica");
    for (const statement of statements) await owner.query(statement);
    await owner.query("commit");
  } finally {
    await owner.end();
  }
}

test("who is listed as waiting is whom no reason speaks against, in every combination of what may be the case", async () => {
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  await insertEveryCase();
  const area = wholeCity(region);
  const people = await readRows<{ id: string }>(app, "select id from app.persons");
  const [listed, judged] = await inTransaction(app, anActor(app, "MGR"), async (tx) => [
    await listWaitingRows(tx, area, { limit: null, offset: 0 }),
    await listCandidates(
      tx,
      area,
      people.map((person) => person.id),
    ),
  ]);
  expect(judged.length).toBe(2016);
  const free = judged.filter((candidate) => reasonsAgainst(candidate, false).length === 0);
  expect(listed.map(({ code }) => code).toSorted()).toEqual(free.map(({ code }) => code).toSorted());
  // Listed and never left out later, no payer that stands, no proposal that waits: 2 lists, 2 judgements, 3 payers, 2 proposals.
  expect(free.length).toBe(24);
});
