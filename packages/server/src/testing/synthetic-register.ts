import { Client } from "pg";
import { places } from "./people-rows.ts";

export type RegisterSize = { readonly persons: number; readonly villages: number };

/**
 * A whole register by SQL alone, in the shape a city has after some months, for reading plans: persons of many villages with
 * records, links, judgements and cover; every fifth is paid for by a civil servant and stands in one of eight packets of
 * two branches. Names and codes are counted; nobody has a number. Statistics are fresh at the end.
 */
export async function syntheticRegister(url: string, { persons, villages }: RegisterSize): Promise<void> {
  const owner = new Client(url);
  await owner.connect();
  try {
    await owner.query("begin");
    await owner.query("set local session_replication_role = replica");
    for (const statement of [...people(persons, villages), ...hangingOnPersons, ...payers])
      await owner.query(statement);
    await owner.query("commit");
    await owner.query("analyze");
  } finally {
    await owner.end();
  }
}

const { region, code: village, kecamatan } = places.naras;
const id = (what: string, number: string) => `md5('${what}' || ${number})::uuid`;

/** The first village is Naras; persons are spread evenly. */
const people = (persons: number, villages: number): readonly string[] => [
  `insert into app.regions (region_code, code, kind, name, parent_code, kecamatan_code)
    select '${region}', '${kecamatan}.' || 2001 + v, 'desa', 'Desa ' || v, '${kecamatan}', '${kecamatan}'
    from generate_series(0, ${villages - 1}) v on conflict do nothing`,
  `insert into app.import_batches (region_code, id, code, kind, village_code, kecamatan_code, state, file_name, file_sha256, file_bytes,
      uploaded_by, uploaded_role, uploaded_scope, uploaded_at, applied_at)
    select '${region}', ${id("batch", "k")}, 'REG-' || k, k, case k when 'village-list' then '${village}' end,
      case k when 'village-list' then '${kecamatan}' end, 'applied', 'daftar.xlsx', '\\x00', 1, ${id("user", "k")}, 'DAT', null, now(), now()
    from unnest(array['village-list', 'dtsen', 'civil-servants']) k`,
  `insert into app.persons (region_code, id, code, village_code, kecamatan_code, full_name, birth_date, sex, occupation_group,
      nik_status, created_at, updated_at)
    select '${region}', ${id("person", "n")}, 'P-' || n, '${kecamatan}.' || 2001 + n % ${villages}, '${kecamatan}',
      'Nama ' || md5(n::text), date '1970-01-01' + n % 9000, 'male', (array['fisher', 'trader', 'farmer'])[1 + n % 3], 'padan', now(), now()
    from generate_series(1, ${persons}) n`,
  ...[
    ["village-list", 1, "village_code", "kecamatan_code"],
    ["dtsen", 4, "null", "null"],
  ].map(
    ([kind, times, inVillage, inKecamatan]) => `
    insert into app.source_records (region_code, id, kind, batch_id, sheet, row_no, village_code, kecamatan_code, full_name, nik_status,
        attributes, content_hash)
      select region_code, md5('${kind}' || t || id)::uuid, '${kind}', ${id("batch", `'${kind}'`)}, t,
        row_number() over (order by id), ${inVillage}, ${inKecamatan}, full_name, 'padan', '{"decile": 3, "asOf": "2026-06-30"}', '\\x00'
      from app.persons, generate_series(1, ${times}) t where code like 'P-%'`,
  ),
];

const hangingOnPersons: readonly string[] = [
  `insert into app.person_records (region_code, village_code, kecamatan_code, person_id, record_id, at)
    select region_code, village_code, kecamatan_code, id, md5('village-list1' || id)::uuid, now() from app.persons where code like 'P-%'`,
  `insert into app.links (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, at)
    select region_code, md5('link' || id)::uuid, village_code, kecamatan_code, id, md5('dtsen1' || id)::uuid, 'dtsen', 1, '{}', 'automatic', now()
    from app.persons where code like 'P-%'`,
  `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, weight,
      evidence, state, asked_at)
    select region_code, md5('question' || id)::uuid, village_code, kecamatan_code, id, md5('dtsen2' || id)::uuid, 'dtsen', 0.6, 1, '{}',
      case when right(code, 1) = '7' then 'open' else 'different' end, now()
    from app.persons where code like 'P-%'`,
  `insert into app.person_welfare (region_code, person_id, decile_from, decile, release, as_of, record_id, updated_at)
    select region_code, id, 3, 3, '2026', now(), md5('dtsen1' || id)::uuid, now() from app.persons where code like 'P-%'`,
  `insert into app.person_memberships (region_code, person_id, record_id, village_code, kecamatan_code, status, segment, as_of)
    select region_code, id, md5('dtsen3' || id)::uuid, village_code, kecamatan_code, 'active', 'bpu', now()
    from app.persons where code like 'P-%8'`,
  `insert into app.judgements (region_code, village_code, kecamatan_code, person_id, programme, policy_number, judged_on, outcome, reasons,
      priority, priority_reasons, at)
    select region_code, village_code, kecamatan_code, id, 'tuwai-ketan', 1, now(),
      case when right(code, 1) = '9' then 'ineligible' else 'eligible' end,
      '[{"code": "fact-missing", "fact": "consent"}, {"code": "fact-missing", "fact": "work"}]', length(full_name), '[]', now()
    from app.persons where code like 'P-%'`,
  `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, at)
    select region_code, id, village_code, kecamatan_code, 'covered', true, now(), now() from app.persons where code like 'P-%5'`,
  `insert into app.arrears (region_code, person_id, village_code, kecamatan_code, cause, state, fund_source, owed_months, arrears_rupiah,
      natural_rupiah, accident_rupiah, paid_until, safe_rescue_day, last_rescue_day, ends_on, as_of, at)
    select region_code, id, village_code, kecamatan_code, 'not-received', 'grace-1', 'asn', 1, 8400, 42000000, 70000000, app.now()::date - 30,
      app.now()::date + 10 + abs(hashtext(code)) % 80, app.now()::date + 100, app.now()::date + 101, app.now()::date, now()
    from app.persons where code like 'P-%5'`,
  `insert into app.rescues (region_code, id, round_id, person_id, village_code, kecamatan_code, way, owed_months, now_rupiah, monthly_rupiah,
      answer_by, rescued_by, rescued_at)
    select region_code, md5('rescue' || person_id)::uuid, md5('round' || village_code)::uuid, person_id, village_code, kecamatan_code, 'payer', 1,
      8400, 0, as_of + 9, ${id("user", "1")}, now() from app.arrears where right(person_id::text, 1) in ('0', '1')`,
  `insert into app.cover_alarms (region_code, person_id, village_code, kecamatan_code, code, due_on, raised_at)
    select region_code, person_id, village_code, kecamatan_code, 'unpaid', as_of, now() from app.arrears`,
  `insert into app.endorsements (region_code, id, code, village_code, kecamatan_code, programme, state, proposed_by, proposed_at, decided_by,
      decided_at)
    select region_code, md5('list' || village_code)::uuid, 'REG-' || village_code, village_code, kecamatan_code, 'tuwai-ketan', 'approved',
      ${id("user", "1")}, now(), ${id("user", "2")}, now() from (select distinct region_code, village_code, kecamatan_code from app.persons
      where code like 'P-%') v`,
  `insert into app.endorsement_items (region_code, endorsement_id, village_code, kecamatan_code, person_id, included, judgement)
    select region_code, md5('list' || village_code)::uuid, village_code, kecamatan_code, id, true, '{}' from app.persons where code like 'P-%'`,
];

/** Every person whose code ends in 0 or 5 has a sponsor. */
const payers: readonly string[] = [
  `create temp table paid on commit drop as select *, row_number() over (order by id) as n from app.persons
    where code like 'P-%0' or code like 'P-%5'`,
  `insert into app.source_records (region_code, id, kind, batch_id, sheet, row_no, full_name, nik_status, attributes, content_hash)
    select region_code, ${id("servant", "n")}, 'civil-servants', ${id("batch", "'civil-servants'")}, 0, n, 'Pegawai ' || n, 'padan',
      '{"office": "DINSOS"}', '\\x00' from paid`,
  `insert into app.pledges (region_code, id, code, civil_servant_id, opd, state, consent_id, cap_rupiah, from_month, channel, signed_at)
    select region_code, ${id("pledge", "n")}, 'IKR-' || n, ${id("servant", "n")}, 'OPD-' || n % 30, 'active', ${id("consent", "n")}, 20000,
      '2026-11-01', 'payroll', now() from paid`,
  `insert into app.consents (region_code, id, subject_type, subject_id, purpose, legal_basis, text_version, given_at, recorded_by)
    select region_code, ${id("consent", "n")}, 'civil-servant', ${id("servant", "n")}, 'pledge', 'consent', '1', now(), ${id("user", "1")} from paid`,
  `insert into app.sponsorships (region_code, id, pledge_id, village_code, kecamatan_code, person_id, state, reasons, proposed_at)
    select region_code, ${id("sponsorship", "n")}, ${id("pledge", "n")}, village_code, kecamatan_code, id,
      case when n % 20 = 0 then 'proposed' else 'accepted' end, '[]', now() from paid`,
  `insert into app.enrolments (region_code, id, village_code, kecamatan_code, person_id, programme, segment, sector, fund_source, wadah,
      sponsorship_id, from_month, state)
    select region_code, ${id("enrolment", "n")}, village_code, kecamatan_code, id, 'tuwai-ketan', 'bpu', 'other', 'asn', 'SC',
      ${id("sponsorship", "n")}, '2026-11-01', case when n % 20 = 1 then 'ready' else 'accepted' end from paid where n % 20 <> 0`,
  `insert into app.packets (region_code, id, code, branch, month, state, made_by, made_at, sent_at, mapping_number)
    select '${region}', ${id("packet", "b")}, 'REG-' || b, case when b < 6 then 'cabang' else 'cabang-lain' end, '2026-11-01', 'sent', ${id("user", "1")}, now(), now(), 1
    from generate_series(0, 7) b`,
  `insert into app.packet_lines (region_code, packet_id, line_no, enrolment_id, village_code, kecamatan_code, person_id, wadah, fund_source,
      amount_rupiah, price, state)
    select region_code, ${id("packet", "n % 8")}, n, ${id("enrolment", "n")},
      village_code, kecamatan_code, id, 'SC', 'asn', 16800, '{"parts": []}', 'accepted' from paid where n % 20 > 1`,
  `insert into app.obligations (region_code, id, person_id, programme, month, village_code, kecamatan_code, enrolment_id, segment, fund_source,
      amount_rupiah, price, packet_id, at)
    select region_code, md5('obligation' || programme || n)::uuid, id, programme, '2026-11-01', village_code, kecamatan_code, ${id("enrolment", "n")},
      'bpu', 'asn', 8400, '{}', ${id("packet", "n % 8")}, now()
    from paid, unnest(array['jkk', 'jkm']) programme where n % 20 > 1`,
  `insert into app.cover_events (region_code, id, village_code, kecamatan_code, person_id, enrolment_id, type, effective_on, recorded_at,
      evidence_type, evidence_id, natural_key)
    select region_code, md5('event' || type || n)::uuid, village_code, kecamatan_code, id, ${id("enrolment", "n")}, type, '2026-11-01', now(), 'x', 'x', type
    from paid, unnest(array['registered', 'accepted']) type where n % 20 > 1`,
];
