import { addDays } from "@tuwai/domain/time";
import type { Step } from "#use-case";
import { endPosts, insertPost } from "./appointment.store.ts";
import type { ReadPost } from "./read-post.ts";

/**
 * Gives an account a role. It acts in one at a time: a role without end ends the ones before on its first day; one with a last
 * day stands over them meanwhile, as an acting head does.
 */
export async function appoint(
  step: Step,
  userId: string,
  post: ReadPost & { readonly grantedBy?: string },
): Promise<void> {
  const { tx, actor, today } = step;
  const validFrom = post.from !== null && post.from > today ? post.from : today;
  if (post.lastDay === null) await endPosts(tx, { userId, on: validFrom, by: actor.userId });
  const { grantedBy = actor.userId, role, scope } = post;
  await insertPost(tx, {
    id: step.newId(),
    userId,
    regionCode: actor.regionCode,
    role,
    scope,
    validFrom,
    validUntil: post.lastDay === null ? null : addDays(post.lastDay, 1),
    grantedBy,
    approvedBy: grantedBy === actor.userId ? null : actor.userId,
  });
}

/** What the audit trail says of a role: never whose it is by name. */
export function inTrail(post: ReadPost): Readonly<Record<string, string>> {
  const { role, scope, from, lastDay } = post;
  return {
    role,
    ...(scope === null ? {} : { scope }),
    ...(from === null ? {} : { from }),
    ...(lastDay === null ? {} : { lastDay }),
  };
}
