import { codeOf, each, idOf, moment, somebody } from "./each-row.ts";

/** The branch whose packet a person went with; none for whoever is in no packet. */
const branchOf = `(select k.branch from app.packet_lines l join app.packets k on k.id = l.packet_id where l.person_id = s.id limit 1)`;

const claims = "(select * from app.claims)";

/** A case with all that hangs on it for each person, the report that began it, and what comes after it. */
export const claimRows = (): readonly string[] => [...caseRows(), ...afterRows(), ...judgedRows()];

const caseRows = () => [
  each(
    "app.persons",
    "app.claims",
    `jsonb_build_object('person_id', s.id, 'id', ${idOf("claim")}, 'code', ${codeOf("claim")}, 'branch', ${branchOf}, 'kind', 'natural-death',
      'happened_on', date '2026-11-10', 'reported_at', ${moment}, 'state', 'collecting', 'state_since', date '2026-11-20', 'version', 1,
      'facts_sealed', '\\x01')`,
  ),
  each(
    claims,
    "app.claim_steps",
    `jsonb_build_object('claim_id', s.id, 'id', ${idOf("step")}, 'step', 'open', 'details', '{}'::jsonb, 'note_sealed', '\\x01',
      'taken_role', 'OPR', 'taken_by', ${somebody}, 'taken_at', ${moment})`,
  ),
  ...["MGR", "BPJ"].map((role) =>
    each(
      claims,
      "app.claim_steps",
      `jsonb_build_object('claim_id', s.id, 'id', gen_random_uuid(), 'step', 'look', 'details', '{}'::jsonb, 'taken_role', '${role}',
        'taken_by', ${somebody}, 'taken_at', ${moment})`,
    ),
  ),
  each(
    claims,
    "app.claim_documents",
    `jsonb_build_object('claim_id', s.id, 'id', ${idOf("document")}, 'code', 'death-certificate', 'state', 'have', 'file_name', 'akta.jpg',
      'file_type', 'image/jpeg', 'file_hash', '\\x' || repeat('00', 32), 'sealed', '\\x01', 'marked_by', ${somebody}, 'marked_at', ${moment})`,
  ),
  each(
    claims,
    "app.claim_payments",
    `jsonb_build_object('claim_id', s.id, 'id', ${idOf("payment")}, 'part', 'death', 'amount', 20000000, 'received_on', date '2026-11-20',
      'noted_by', ${somebody}, 'noted_at', ${moment})`,
  ),
  each(
    "app.persons",
    "app.incident_reports",
    `jsonb_build_object('person_id', s.id, 'id', ${idOf("report")}, 'code', ${codeOf("report")}, 'kind', 'death', 'happened_on', date '2026-11-10',
      'channel', 'telephone', 'teller', 'family', 'told_sealed', '\\x01', 'state', 'reported', 'received_at', ${moment}, 'taken_by', ${somebody},
      'version', 1)`,
  ),
  each(
    "app.persons",
    "app.incident_reports",
    `jsonb_build_object('id', gen_random_uuid(), 'code', ${codeOf("public report")}, 'kind', 'unsure', 'happened_on', date '2026-11-10',
      'channel', 'public', 'teller', 'neighbour', 'told_sealed', '\\x01', 'state', 'reported', 'received_at', ${moment}, 'village_code', null,
      'kecamatan_code', null, 'version', 1)`,
  ),
  ...["OPR", "MGR"].map((role) =>
    each(
      "(select * from app.incident_reports)",
      "app.incident_report_steps",
      `jsonb_build_object('report_id', s.id, 'id', gen_random_uuid(), 'step', 'report', 'details', '{}'::jsonb, 'taken_role', '${role}',
        'taken_by', ${somebody}, 'taken_at', ${moment})`,
    ),
  ),
];

const afterRows = () => [
  ...["OPR", "MGR"].map((role) =>
    each(
      claims,
      "app.family_visits",
      `jsonb_build_object('claim_id', s.id, 'id', gen_random_uuid(), 'stage', '${role === "OPR" ? "day-30" : "day-90"}', 'made_on', date '2026-11-20',
        'finding', 'well', 'need', 'none', 'note_sealed', '\\x01', 'noted_by', ${somebody}, 'noted_role', '${role}', 'noted_at', ${moment})`,
    ),
  ),
  each(
    claims,
    "app.family_deciles",
    `jsonb_build_object('claim_id', s.id, 'id', ${idOf("decile")}, 'release', '2026-3', 'as_of', date '2026-09-30', 'decile_from', 3, 'decile', 3,
      'noted_at', ${moment})`,
  ),
  each(
    "(select distinct region_code, region_code as id from app.persons)",
    "app.asked_samples",
    `jsonb_build_object('id', ${idOf("asked", "s.region_code")}, 'seed', 'x', 'confidence', 90, 'margin_percent', 10, 'population', 2,
      'drawn_by', ${somebody}, 'drawn_role', 'AUD', 'drawn_at', ${moment})`,
  ),
  each(
    claims,
    "app.asked_families",
    `jsonb_build_object('claim_id', s.id, 'sample_id', ${idOf("asked", "s.region_code")}, 'id', ${idOf("asked family")}, 'stratum', s.village_code,
      'drawn_at', ${moment})`,
  ),
];

const judgedRows = () => [
  each(
    "app.enrolments",
    "app.claimability_decisions",
    `jsonb_build_object('enrolment_id', s.id, 'id', ${idOf("decision")}, 'decision', 'hold', 'reason', 'x', 'missing', '{}'::text[],
      'decided_by', ${somebody}, 'decided_role', 'MGR', 'decided_at', ${moment})`,
  ),
  each(
    "(select distinct region_code from app.persons)",
    "app.visit_samples",
    `jsonb_build_object('id', ${idOf("visits", "s.region_code")}, 'seed', 'x', 'percent', 10, 'least', 1, 'population', 2,
      'drawn_by', ${somebody}, 'drawn_role', 'MGR', 'drawn_at', ${moment})`,
  ),
  each(
    "app.enrolments",
    "app.visit_sample_members",
    `jsonb_build_object('enrolment_id', s.id, 'sample_id', ${idOf("visits", "s.region_code")}, 'id', ${idOf("visit")}, 'stratum', 'green',
      'drawn_at', ${moment})`,
  ),
];
