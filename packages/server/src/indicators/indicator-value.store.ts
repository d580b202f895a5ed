import type { IndicatorValue, SeriesCode } from "@tuwai/domain/indicators";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { Typist } from "./typist.ts";

export type StoredValue = IndicatorValue & {
  readonly id: string;
  readonly source: string;
  readonly denominatorSource: string | null;
  readonly denominatorAsOf: string | null;
  readonly note: string | null;
  readonly enteredAt: Date;
  readonly replaces: string | null;
  readonly isWithdrawal: boolean;
  /** Whether a later row stands in its place. */
  readonly isReplaced: boolean;
};

/** Every value of a city ever entered, corrected ones too; oldest date first. */
export async function listValues(tx: Tx, series: SeriesCode | null = null): Promise<readonly StoredValue[]> {
  const { rows } = await sql<StoredValue>`
    select v.id, v.series, v.place, v.as_of, v.numerator::float8 as numerator, v.denominator::float8 as denominator,
      v.bare_percent::float8 as bare_percent, v.mark, v.source, v.denominator_source, v.denominator_as_of, v.note,
      v.entered_at, v.replaces, v.is_withdrawal,
      exists (select from pub.indicator_values later where later.replaces = v.id) as is_replaced
    from pub.indicator_values v
    where v.region_code = (select app.region()) and (${series}::text is null or v.series = ${series})
    order by v.as_of, v.entered_at, v.id`.execute(tx);
  return rows;
}

export type NewValue = Omit<StoredValue, "enteredAt" | "isReplaced">;

export async function insertValue(step: Step, value: NewValue, by: Typist): Promise<void> {
  const { tx, actor, now } = step;
  await sql`
    insert into pub.indicator_values (region_code, id, series, place, as_of, numerator, denominator, bare_percent, mark, source,
      denominator_source, denominator_as_of, note, replaces, is_withdrawal, entered_by, entered_role, entered_at)
    values (${actor.regionCode}, ${value.id}, ${value.series}, ${value.place}, ${value.asOf}, ${value.numerator},
      ${value.denominator}, ${value.barePercent}, ${value.mark}, ${value.source}, ${value.denominatorSource},
      ${value.denominatorAsOf}, ${value.note}, ${value.replaces}, ${value.isWithdrawal}, ${by.userId}, ${by.role}, ${now})`.execute(
    tx,
  );
}
