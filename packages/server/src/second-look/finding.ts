/** A closed list: a free text would be the place for gossip. The first two let somebody onto a list, the others do not. */
export const findings = ["not-dangerous", "safe-part-of-it", "dangerous", "works-otherwise"] as const;
export type Finding = (typeof findings)[number];
