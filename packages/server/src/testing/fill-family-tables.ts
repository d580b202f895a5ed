import { codeOf, each, idOf, moment, somebody } from "./each-row.ts";

const noted = `'noted_by', ${somebody}, 'noted_at', ${moment}`;
const cities = "(select distinct region_code, md5(region_code)::uuid as id from app.persons)";

/** For each person a household with a child of which everything is known, and in each city alms that reach the children. */
export const familyRows = (): readonly string[] => [...householdRows(), ...almsRows(), ...bookRows()];

const householdRows = () => [
  each(
    "app.persons",
    "app.households",
    `jsonb_build_object('person_id', s.id, 'id', ${idOf("household")}, 'created_by', ${somebody}, 'created_at', ${moment}, 'version', 1)`,
  ),
  ...["self", "child"].map((kinship) =>
    each(
      "(select * from app.households)",
      "app.household_members",
      `jsonb_build_object('household_id', s.id, 'id', ${idOf(kinship)}, 'kinship', '${kinship}', 'told_sealed', '\\x01', ${noted})`,
    ),
  ),
  each(
    "(select * from app.household_members)",
    "app.household_terms",
    `jsonb_build_object('member_id', s.id, 'id', ${idOf("term")}, 'role', 'child', 'from_on', null, 'until_on', null, 'ending', null, ${noted})`,
  ),
  each(
    "(select * from app.household_members where kinship = 'child')",
    "app.family_children",
    `jsonb_build_object('member_id', s.id, 'code', ${codeOf("child")}, 'scholarship', 'unknown', 'consent', 'none', 'version', 1)`,
  ),
  each(
    "(select *, member_id as id from app.family_children)",
    "app.child_guardians",
    `jsonb_build_object('child_id', s.member_id, 'id', ${idOf("guardian")}, 'kind', 'grandparent', 'evidence', 'village-letter',
      'told_sealed', '\\x01', 'from_on', date '2026-11-20', ${noted})`,
  ),
  each(
    "(select *, member_id as id from app.family_children)",
    "app.school_letters",
    `jsonb_build_object('child_id', s.member_id, 'year', 2026, 'received_on', date '2026-11-20', ${noted})`,
  ),
  ...["OPR", "CHR"].map((role) =>
    each(
      "(select *, member_id as id from app.family_children)",
      "app.child_handovers",
      `jsonb_build_object('child_id', s.member_id, 'id', ${idOf(`handover ${role}`)}, 'code', ${codeOf(`handover ${role}`)}, 'receiver_kind', 'office',
        'purpose', 'papers', 'fields', '{initials}'::text[], 'told_sealed', '\\x01', 'ends_on', date '2026-12-20', 'override', 'duty-of-law', 'consent', null, 'consent_on', null,
        'state', 'offered', 'made_by', ${somebody}, 'made_role', '${role}', 'made_at', ${moment}, 'state_at', ${moment})`,
    ),
  ),
  each(
    "(select * from app.child_handovers)",
    "app.child_handover_looks",
    `jsonb_build_object('handover_id', s.id, 'id', gen_random_uuid(), 'looked_at', ${moment})`,
  ),
  ...["claim", "alms-round"].map((why) =>
    each(
      "(select * from app.households)",
      "app.family_copies",
      `jsonb_build_object('household_id', s.id, 'id', ${idOf(`copy ${why}`)}, 'why', '${why}', 'reference_id', ${idOf("round", "md5(s.region_code)::uuid")},
        'sha256', repeat('0', 64), 'copy_sealed', '\\x01', 'children', 1, 'frozen_by', ${somebody}, 'frozen_at', ${moment})`,
    ),
  ),
];

const inCampaign = `'campaign_id', ${idOf("campaign", "md5(s.region_code)::uuid")}`;
const giver = "(select distinct on (p.region_code) p.* from app.pledges p order by p.region_code, p.id)";

const almsRows = () => [
  each(
    cities,
    "app.alms_campaigns",
    `jsonb_build_object('id', ${idOf("campaign")}, 'code', 'yatim', 'title', 'x', 'holder_kind', 'baznas', 'holder_name', 'x', 'give_to', 'x',
      'state', 'open', 'version', 1, 'opened_by', ${somebody}, 'opened_at', ${moment})`,
  ),
  each(
    "app.pledges",
    "app.alms_pledges",
    `jsonb_build_object('id', ${idOf("alms pledge")}, 'code', ${codeOf("alms pledge")}, ${inCampaign}, 'civil_servant_id', s.civil_servant_id,
      'channel', 'payroll', 'rhythm', 'monthly', 'amount_rupiah', 10000, 'made_by', ${somebody}, 'made_at', ${moment}, 'stopped_at', null)`,
  ),
  each(
    giver,
    "app.alms_pledges",
    `jsonb_build_object('id', gen_random_uuid(), 'code', ${codeOf("gift")}, ${inCampaign}, 'civil_servant_id', null, 'channel', 'qris',
      'rhythm', 'once', 'amount_rupiah', 10000, 'donor_sealed', '\\x01', 'made_at', ${moment})`,
  ),
  each(
    cities,
    "app.alms_rounds",
    `jsonb_build_object('id', ${idOf("round")}, 'code', ${codeOf("round")}, ${inCampaign}, 'title', 'x', 'per_child_rupiah', 100000,
      'planned_on', date '2026-11-25', 'state', 'draft', 'lock_no', 0, 'planned_by', ${somebody}, 'planned_at', ${moment}, 'version', 1)`,
  ),
  each(
    "app.family_children",
    "app.alms_round_children",
    `jsonb_build_object('round_id', ${idOf("round", "md5(s.region_code)::uuid")}, 'lock_no', 1, 'child_id', s.member_id, 'child_code', s.code,
      'siblings', 0, 'amount_rupiah', 100000)`,
  ),
];

const bookRows = () => [
  each(
    "(select * from app.alms_pledges where civil_servant_id is not null)",
    "app.alms_entries",
    `jsonb_build_object('id', ${idOf("alms entry")}, 'seq', (select count(*) + 1 from app.alms_pledges o where o.region_code = s.region_code and o.id < s.id),
      'kind', 'receive', 'round_id', null, 'value_date', date '2026-11-20', 'posted_at', ${moment}, 'posted_by', ${somebody}, 'natural_key', s.id,
      'accounts', '{sedekah-kas:yatim,sedekah-dana:yatim}'::text[], 'amounts', '{10000,-10000}'::bigint[], 'format', 1,
      'previous_hash', '\\x00', 'hash', '\\x00')`,
  ),
  each(
    "(select * from app.alms_entries)",
    "app.alms_lines",
    "jsonb_build_object('entry_id', s.id, 'line', 1, 'account', 'sedekah-kas:yatim', 'amount_rupiah', 10000)",
  ),
  each(cities, "app.alms_heads", `jsonb_build_object('seq', 9, 'hash', '\\x00', 'posted_at', ${moment})`),
  each(
    cities,
    "app.alms_balances",
    "jsonb_build_object('account', 'sedekah-kas:yatim', 'amount_rupiah', 10000)",
  ),
  each(
    "(select * from app.alms_pledges where civil_servant_id is not null)",
    "app.alms_receipts",
    `jsonb_build_object('id', ${idOf("receipt")}, 'year', 2026, 'number', (select count(*) + 1 from app.alms_pledges o where o.region_code = s.region_code
      and o.id < s.id), 'code', ${codeOf("receipt", 20)}, 'pledge_id', s.id, 'received_on', date '2026-11-20', 'entry_id', ${idOf("alms entry")},
      'recorded_by', ${somebody}, 'recorded_at', ${moment})`,
  ),
];
