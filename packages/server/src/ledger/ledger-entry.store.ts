import type { CivilDate, Month } from "@tuwai/domain/time";
import { firstDay } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Posting } from "@tuwai/domain/ledger";
import type { Tx } from "#database";

/** Which books: alms will have their own. */
export type Ledger = "contributions";

export type EntryRow = {
  readonly id: string;
  readonly kind: string;
  readonly serviceMonth: Month | null;
  readonly valueDate: CivilDate;
  readonly proposalId: string | null;
  readonly reverses: string | null;
  readonly naturalKey: string;
  readonly reason: string | null;
  readonly postings: readonly Posting[];
};

/**
 * Appends what is not in the books yet, in the order given, and gives the natural keys of what was. The database numbers, chains
 * and checks; what it refuses it refuses whole.
 */
export async function appendEntries(
  tx: Tx,
  {
    regionCode,
    actorId,
    ledger,
  }: { readonly regionCode: string; readonly actorId: string; readonly ledger: Ledger },
  entries: readonly EntryRow[],
): Promise<readonly string[]> {
  const rows = entries.map(({ postings, serviceMonth, ...entry }) => ({
    ...entry,
    serviceMonth: serviceMonth === null ? null : firstDay(serviceMonth),
    accounts: postings.map(({ account }) => account),
    amounts: postings.map(({ amount }) => amount),
  }));
  const appended = await sql<{ naturalKey: string }>`
    insert into app.ledger_entries select * from app.number_entries(${regionCode}, ${actorId}::uuid, ${ledger}, ${JSON.stringify(rows)}::jsonb)
    returning natural_key`.execute(tx);
  return appended.rows.map(({ naturalKey }) => naturalKey);
}

export type StoredEntry = {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly naturalKey: string;
  readonly accounts: readonly string[];
  readonly amounts: readonly number[];
  readonly isReversed: boolean;
};

const stored = sql`e.id, e.seq::int, e.kind, e.natural_key, e.accounts, e.amounts::float8[] as amounts,
  exists (select from app.ledger_entries r where r.reverses = e.id) as is_reversed`;

export async function findEntriesByKey(
  tx: Tx,
  ledger: Ledger,
  keys: readonly string[],
): Promise<readonly StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select ${stored} from app.ledger_entries e
    where e.region_code = (select app.region()) and e.ledger = ${ledger} and e.natural_key = any(${keys}::text[])`.execute(
    tx,
  );
  return rows;
}

export async function findEntries(tx: Tx, ids: readonly string[]): Promise<readonly StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select ${stored} from app.ledger_entries e where e.id = any(${ids}::uuid[]) order by e.seq`.execute(tx);
  return rows;
}

/** The entry that a proposal became, whoever approved it. */
export async function findEntryOfProposal(tx: Tx, proposalId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select e.id from app.ledger_entries e where e.proposal_id = ${proposalId}`.execute(tx);
  return rows[0]?.id ?? null;
}
