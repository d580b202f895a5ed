import { sql } from "kysely";
import type { Tx } from "#database";

export type UnknownWord = {
  readonly field: string;
  /** The word as it is remembered: small letters, no signs. */
  readonly word: string;
  readonly suggests: string | null;
  readonly rows: number;
};

/** Words of a file whose meaning nobody has told yet, those of most rows first. */
export async function findUnknownWords(tx: Tx, batchId: string): Promise<readonly UnknownWord[]> {
  const { rows } = await sql<UnknownWord>`
    select i->'details'->>'field' as field, i->'details'->>'word' as word, max(i->'details'->>'suggests') as suggests,
      count(*)::int as rows
    from app.import_rows r cross join lateral jsonb_array_elements(r.issues) i
    where r.batch_id = ${batchId} and r.issues <> '[]'::jsonb and i->>'code' in ('E-WORD', 'W-WORD', 'W-WORK') and i->'details'->>'word' <> ''
    group by 1, 2 order by 4 desc, 1, 2 limit 20`.execute(tx);
  return rows;
}
