/** What may be found of somebody under 18 in dangerous work. A closed list: a free text would be the place for gossip. */
export const findings = ["not-dangerous", "safe-part-of-it", "dangerous", "works-otherwise"] as const;
export type Finding = (typeof findings)[number];

/** Whether a list may hold the person after it. */
export function letsOntoList(finding: string): boolean {
  return finding === "not-dangerous" || finding === "safe-part-of-it";
}
