import { sql } from "kysely";
import type { IssueSeverity, RowIssue } from "@tuwai/domain/intake";
import type { Tx } from "#database";

export type ProblemCount = {
  readonly code: string;
  readonly severity: IssueSeverity;
  /** The field the problem is about, where the code speaks of one. */
  readonly field: string | null;
  /** Rows that carry it at least once. */
  readonly rows: number;
};

export async function countProblems(tx: Tx, batchId: string): Promise<readonly ProblemCount[]> {
  const { rows } = await sql<ProblemCount>`
    select i->>'code' as code, i->>'severity' as severity, i->'details'->>'field' as field, count(distinct (r.sheet, r.row_no))::int as rows
    from app.import_rows r cross join lateral jsonb_array_elements(r.issues) i
    where r.batch_id = ${batchId} and r.issues <> '[]'::jsonb group by 1, 2, 3 order by 4 desc, 1, 3`.execute(
    tx,
  );
  return rows;
}

export type ProblemRow = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly issues: readonly RowIssue[];
  readonly rawSealed: Buffer | null;
  readonly cleanSealed: Buffer | null;
};

type Choice = {
  readonly code: string | null;
  readonly severity: IssueSeverity | null;
  readonly outcome: string | null;
};

export async function listProblems(
  tx: Tx,
  batchId: string,
  choice: Choice & { readonly limit: number; readonly offset: number },
): Promise<readonly ProblemRow[]> {
  const { rows } = await sql<ProblemRow>`
    select r.sheet, r.row_no as row, r.outcome, r.issues, r.raw_sealed, r.clean_sealed
    from app.import_rows r where r.batch_id = ${batchId} and ${chosen(choice)}
    order by r.outcome = 'quarantined' desc, r.sheet, r.row_no limit ${choice.limit} offset ${choice.offset}`.execute(
    tx,
  );
  return rows;
}

export async function countProblemRows(tx: Tx, batchId: string, choice: Choice): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.import_rows r where r.batch_id = ${batchId} and ${chosen(choice)}`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Rows with at least one problem: of that code, of that severity, with that outcome. */
function chosen({ code, severity, outcome }: Choice) {
  const one = { ...(code === null ? {} : { code }), ...(severity === null ? {} : { severity }) };
  const carries =
    Object.keys(one).length === 0
      ? sql`r.issues <> '[]'::jsonb`
      : sql`r.issues @> ${JSON.stringify([one])}::jsonb`;
  return outcome === null ? carries : sql`${carries} and r.outcome = ${outcome}`;
}
