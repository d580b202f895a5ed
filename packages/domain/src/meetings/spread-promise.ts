import { spreadHeads } from "#commitments";
import type { Group } from "#grants";

export type OpenGroup = { readonly group: Group; readonly unprotected: number };
export type SpreadLine = { readonly group: Group; readonly heads: number };
export type SpreadAnswer =
  | { readonly outcome: "spread"; readonly lines: readonly SpreadLine[] }
  | { readonly outcome: "refused"; readonly sum: number };

/**
 * One number of people over the groups that a meeting asks for. What was typed for a group stands; the rest falls to the others, in
 * their order and as far as each has somebody without cover. Refused where what was typed cannot come to that number.
 */
export function spreadPromise(
  total: number,
  groups: readonly OpenGroup[],
  typed: Readonly<Partial<Record<Group, number>>> = {},
): SpreadAnswer {
  const sum = groups.reduce((all, { group }) => all + (typed[group] ?? 0), 0);
  const free = groups.filter(({ group }) => typed[group] === undefined);
  if (sum > total || (free.length === 0 && sum !== total)) return { outcome: "refused", sum };
  const rest = new Map(spreadHeads(total - sum, free).map(({ group, heads }) => [group, heads]));
  return {
    outcome: "spread",
    lines: groups.map(({ group }) => ({ group, heads: typed[group] ?? rest.get(group) ?? 0 })),
  };
}
