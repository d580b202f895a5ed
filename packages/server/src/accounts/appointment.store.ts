import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Role } from "#app";
import type { Tx } from "#database";

/** A role in a place, from a day on, to a day or without end; the last day is the one before `validUntil`. */
export type Post = {
  readonly role: Role;
  readonly scope: string | null;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate | null;
};

type New = Post & {
  readonly id: string;
  readonly userId: string;
  readonly regionCode: string;
  readonly grantedBy: string;
  readonly approvedBy: string | null;
};

export async function insertPost(tx: Tx, post: New): Promise<void> {
  await sql`
    insert into auth.appointments (id, user_id, region_code, role, scope, valid_from, valid_until, granted_by, approved_by)
    values (${post.id}, ${post.userId}, ${post.regionCode}, ${post.role}, ${post.scope}, ${post.validFrom}::date,
      ${post.validUntil}::date, ${post.grantedBy}, ${post.approvedBy})`.execute(tx);
}

/** Ends what of the account would hold on or after the day: all of it, or one post. */
export async function endPosts(
  tx: Tx,
  of: { readonly userId: string; readonly on: CivilDate; readonly by: string; readonly postId?: string },
): Promise<number> {
  const { rows } = await sql`
    update auth.appointments set valid_until = greatest(valid_from, ${of.on}::date), ended_by = ${of.by}
    where user_id = ${of.userId} and (valid_until is null or valid_until > ${of.on}::date)
      and (${of.postId ?? null}::uuid is null or id = ${of.postId ?? null}::uuid) returning id`.execute(tx);
  return rows.length;
}

/** Accounts that can act in one of these roles on the day: with a post, a password and no end; except one of them. */
export async function countAble(
  tx: Tx,
  of: {
    readonly regionCode: string;
    readonly roles: readonly Role[];
    readonly today: CivilDate;
    readonly except: string;
  },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct a.user_id)::int as n from auth.appointments a
    join auth.account_lives l on l.user_id = a.user_id and l.ended_at is null
    join auth."account" c on c."userId" = a.user_id and c."password" is not null
    where a.region_code = ${of.regionCode} and a.role = any (${of.roles}::text[]) and a.user_id <> ${of.except}
      and a.valid_from <= ${of.today}::date and (a.valid_until is null or a.valid_until > ${of.today}::date)`.execute(
    tx,
  );
  return rows[0]!.n;
}
