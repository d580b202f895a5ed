import type { Client } from "pg";
import { each } from "./each-row.ts";
import { claimRows } from "./fill-claim-tables.ts";
import { familyRows } from "./fill-family-tables.ts";
import { figureRows } from "./fill-figure-tables.ts";
import { indicatorRows } from "./fill-indicator-tables.ts";
import { targetingRows } from "./fill-targeting-tables.ts";
import { places } from "./people-rows.ts";

/** Rows of every kind a policy tells apart, for each person, village, list and record of the three places. */
export async function fillEveryTable(owner: Client, branch: string): Promise<void> {
  await owner.query("set session_replication_role = replica");
  for (const statement of [
    ...registryRows(branch),
    ...personRows(),
    ...keyRows(branch),
    ...claimRows(),
    ...familyRows(),
    ...figureRows(),
    ...indicatorRows(),
    ...targetingRows(),
  ])
    await owner.query(statement);
  await owner.query("reset session_replication_role");
}

const registryRows = (branch: string) => [
  ...["dtsen DAT", "civil-servants BKP", "bpjs-receipts BPJ", "enrolment-result BPJ"].map((kind) => {
    const [name, role] = kind.split(" ");
    return each(
      "app.import_batches",
      "app.import_batches",
      `jsonb_build_object('id', gen_random_uuid(), 'code', gen_random_uuid(),
        'kind', '${name}', 'village_code', null, 'uploaded_role', '${role}', 'uploaded_scope', '${branch}', 'state', 'checked')`,
    );
  }),
  each(
    "app.import_batches",
    "app.import_rows",
    `'{"batch_id": null, "sheet": 0, "row_no": 1, "outcome": "accepted", "issues": []}' || jsonb_build_object('batch_id', s.id)`,
  ),
  ...["dtsen", "village-officers", "bpjs-members"].map((kind) =>
    each(
      "app.source_records",
      "app.source_records",
      `jsonb_build_object('id', gen_random_uuid(), 'kind', '${kind}', 'batch_id', gen_random_uuid())`,
    ),
  ),
];

const personRows = () => [
  each(
    "app.persons",
    "app.links",
    `jsonb_build_object('person_id', s.id, 'id', gen_random_uuid(), 'record_id', gen_random_uuid(), 'kind', 'dtsen', 'probability', 1,
      'evidence', '{}'::jsonb, 'origin', 'automatic', 'at', now())`,
  ),
  each(
    "app.persons",
    "app.link_questions",
    `jsonb_build_object('person_id', s.id, 'id', gen_random_uuid(), 'record_id', gen_random_uuid(), 'kind', 'dtsen', 'probability', 1,
      'weight', 1, 'evidence', '{}'::jsonb, 'state', 'open', 'asked_at', now())`,
  ),
  each(
    "app.link_questions",
    "app.link_decisions",
    `jsonb_build_object('question_id', s.id, 'verdict', 'same', 'decided_by', gen_random_uuid(), 'at', now())`,
  ),
  each(
    "app.persons",
    "app.person_welfare",
    `jsonb_build_object('person_id', s.id, 'decile_from', 3, 'decile', 3, 'release', '2026', 'as_of', now(), 'record_id', gen_random_uuid())`,
  ),
  each(
    "app.persons",
    "app.person_memberships",
    `jsonb_build_object('person_id', s.id, 'record_id', gen_random_uuid(), 'status', 'active', 'segment', 'bpu', 'as_of', now())`,
  ),
  each(
    "app.persons",
    "app.cover_states",
    `jsonb_build_object('person_id', s.id, 'state', 'covered', 'as_of', now(), 'at', now(),
      'counts_as_covered', false, 'full_months', '{}'::date[], 'marks', 'C')`,
  ),
  each(
    "app.persons",
    "app.arrears",
    `jsonb_build_object('person_id', s.id, 'cause', 'not-received', 'state', 'grace-1', 'fund_source', 'self', 'owed_months', 1,
      'natural_rupiah', 0, 'accident_rupiah', 0, 'paid_until', now(), 'safe_rescue_day', now(), 'last_rescue_day', now(),
      'ends_on', now() + interval '9 days', 'as_of', now(), 'at', now())`,
  ),
  each(
    "app.persons",
    "app.rescues",
    `jsonb_build_object('person_id', s.id, 'id', gen_random_uuid(), 'round_id', gen_random_uuid(), 'way', 'payer', 'owed_months', 1,
      'now_rupiah', 8400, 'monthly_rupiah', 0, 'answer_by', now(), 'rescued_by', gen_random_uuid(), 'rescued_at', now())`,
  ),
  each(
    "app.persons",
    "app.digests",
    `jsonb_build_object('id', gen_random_uuid(), 'user_id', gen_random_uuid(), 'role', 'MGR', 'week', date '2026-11-30', 'state', 'sent',
      'asked_at', now())`,
  ),
  each(
    "app.persons",
    "app.cover_alarms",
    `jsonb_build_object('person_id', s.id, 'code', 'unpaid', 'due_on', now(), 'raised_at', now())`,
  ),
  each(
    "app.persons",
    "app.cover_events",
    `jsonb_build_object('person_id', s.id, 'id', gen_random_uuid(), 'type', 'listed', 'effective_on', now(), 'recorded_at', now(),
      'details', '{}'::jsonb, 'evidence_type', 'x', 'evidence_id', 'x', 'natural_key', 'x')`,
  ),
];

const keyRows = (branch: string) => [
  ...["1 day", "100 days"].map((ago) =>
    each(
      "app.sponsorships",
      "app.sponsorships",
      `jsonb_build_object('id', gen_random_uuid(), 'state', 'ended', 'ended_at', now() - interval '${ago}',
        'person_id', (select id from app.persons p where p.region_code = s.region_code and not exists (select from app.sponsorships o where o.person_id = p.id and o.state = 'accepted') limit 1))`,
    ),
  ),
  ...["person", "civil-servant"].map((type) =>
    each(
      "app.consents",
      "app.consents",
      `jsonb_build_object('id', gen_random_uuid(), 'subject_type', '${type}', 'village_code', '${places.naras.code}')`,
    ),
  ),
  ...[places.naras.code, places.kampung.code, "MGR", "DAT", branch].map((key) =>
    each(
      "(select distinct region_code from app.persons)",
      "app.import_mappings",
      `jsonb_build_object('kind', 'dtsen', 'scope_key', '${key}', 'header_hash', '\\x00',
        'mapping', '{}'::jsonb, 'updated_at', now(), 'version', 1)`,
    ),
  ),
  each(
    "(select distinct region_code from app.persons)",
    "audit.accesses",
    `jsonb_build_object('id', gen_random_uuid(), 'at', now(), 'actor_id', gen_random_uuid(), 'actor_role', 'MGR',
      'purpose', 'x', 'fields', array['x'], 'person_ids', array[gen_random_uuid()])`,
  ),
];
