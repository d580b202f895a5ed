import type { Month } from "@tuwai/domain/time";
import { firstDay } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewOtherCover = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly payer: string;
  readonly fromMonth: Month;
  readonly lastMonth: Month | null;
};

type Stamp = { readonly regionCode: string; readonly by: string; readonly at: Date };

/** Says how many were new: the same payer from the same month on stands once. */
export async function insertOtherCovers(
  tx: Tx,
  { regionCode, by, at }: Stamp,
  covers: readonly NewOtherCover[],
): Promise<number> {
  const rows = covers.map((cover) => ({
    ...cover,
    fromMonth: firstDay(cover.fromMonth),
    lastMonth: cover.lastMonth === null ? null : firstDay(cover.lastMonth),
  }));
  const done = await sql`
    insert into app.other_covers (region_code, id, village_code, kecamatan_code, person_id, payer, from_month, last_month, entered_by, entered_at)
    select ${regionCode}, c."id", c."villageCode", c."kecamatanCode", c."personId", c."payer", c."fromMonth", c."lastMonth", ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c("id" uuid, "villageCode" text, "kecamatanCode" text, "personId" uuid,
      "payer" text, "fromMonth" date, "lastMonth" date) on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Whose it was; undefined where it does not stand. */
export async function withdrawOtherCover(
  tx: Tx,
  { regionCode, by, at }: Stamp,
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    update app.other_covers set withdrawn_by = ${by}, withdrawn_at = ${at}
    where region_code = ${regionCode} and id = ${id} and withdrawn_at is null returning person_id`.execute(
    tx,
  );
  return rows[0]?.personId;
}

export type NewAnswer = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly answer: "end-ours" | "keep-ours";
  readonly reason: string;
  readonly ended: {
    readonly month: Month;
    readonly enrolmentId: string;
    readonly stateBefore: "ready" | "accepted";
  } | null;
};

/** False where the worker is answered already. */
export async function insertAnswer(
  tx: Tx,
  { regionCode, by, at }: Stamp,
  answer: NewAnswer,
): Promise<boolean> {
  const { ended } = answer;
  const done = await sql`
    insert into app.double_cover_answers (region_code, id, village_code, kecamatan_code, person_id, answer, reason, month, enrolment_id,
      state_before, made_by, made_at)
    values (${regionCode}, ${answer.id}, ${answer.villageCode}, ${answer.kecamatanCode}, ${answer.personId}, ${answer.answer}, ${answer.reason},
      ${ended === null ? null : firstDay(ended.month)}::date, ${ended?.enrolmentId ?? null}, ${ended?.stateBefore ?? null}, ${by}, ${at})
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

export type StandingAnswer = {
  readonly id: string;
  readonly personId: string;
  readonly answer: "end-ours" | "keep-ours";
  readonly enrolmentId: string | null;
  readonly stateBefore: "ready" | "accepted" | null;
  readonly isUndone: boolean;
};

/** Held until the transaction ends. */
export async function lockAnswer(
  tx: Tx,
  regionCode: string,
  id: string,
): Promise<StandingAnswer | undefined> {
  const { rows } = await sql<StandingAnswer>`
    select id, person_id, answer, enrolment_id, state_before, undone_at is not null as is_undone
    from app.double_cover_answers where region_code = ${regionCode} and id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function markAnswerUndone(tx: Tx, { by, at }: Stamp, id: string): Promise<void> {
  await sql`
    update app.double_cover_answers set undone_by = ${by}, undone_at = ${at} where id = ${id} and undone_at is null`.execute(
    tx,
  );
}
