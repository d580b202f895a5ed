import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fillEveryTable, places, placesDatabase } from "#testing";

// The walls prove nothing about a table that is empty: it has rows of the own village, of another village and of another city.

const database = placesDatabase();
let owner: Client;

beforeEach(async () => {
  owner = new Client(database.url);
  await owner.connect();
  owner.on("error", () => {});
  await fillEveryTable(owner, database.threads.naras.branch);
});
afterEach(() => owner.end());

/** Of the city as a whole or of its upkeep: no person, no village and no amount of anybody stands in them. */
const ofTheCity =
  "backups commitment_rules commitment_years month_runs pair_runs policies schedule_runs value_meanings";

/** Older than this test and still owed their rows: until then the walls' tests know only their grants. Strike out, never add. */
const owed = `bill_answers bills budget_report_groups budget_reports calendar_addresses cap_asks certificates commitment_enrolments
  commitment_months commitment_steps commitments consent_withdrawals decisions double_cover_answers follow_up_reminders follow_up_steps
  follow_ups fund_periods groups handover_lines handovers hold_acts identity_decisions import_mends import_returns ledger_balances
  ledger_closings ledger_entries ledger_heads ledger_proposals list_absences mandate_accounts meeting_cards meeting_events meeting_guests
  meeting_items meeting_rows meetings minutes minutes_files minutes_replies minutes_texts need_counts office_invitations office_listings
  other_covers parked_months payers payroll_batches payroll_deductions payroll_endings payroll_expectations payroll_files payroll_lines
  payroll_matches payroll_results payroll_templates person_moves pledge_moves receiving_accounts refund_lines remittances
  replacement_holds reservations second_looks servant_answers servant_listings unmaskings village_contacts village_payment_entries
  village_payment_lines village_payments work_evidence worker_cards audit.denials`;

const isEmptyYet = [...ofTheCity.split(/\s+/), ...owed.split(/\s+/)].map((name) =>
  name.includes(".") ? name : `app.${name}`,
);

test("every table of a city has rows of two villages and of two cities, so that a new one is not forgotten", async () => {
  const { rows: tables } = await owner.query<{ name: string; has_village: boolean }>(
    `select c.oid::regclass::text as name, exists (select from pg_attribute v where v.attrelid = c.oid and v.attname = 'village_code') as has_village
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'region_code' and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'audit'::regnamespace) order by 1`,
  );
  const empty: string[] = [];
  for (const { name, has_village: hasVillage } of tables) {
    const place = hasVillage ? "village_code" : "region_code";
    const { rows } = await owner.query<{ place: string }>(`select distinct ${place} as place from ${name}`);
    const found = new Set(rows.map((row) => row.place));
    const own = Object.values(places).map(({ code, region }) => (hasVillage ? code : region));
    if (!own.every((each) => found.has(each))) empty.push(name);
  }
  expect(empty).toEqual(isEmptyYet.toSorted());
});
