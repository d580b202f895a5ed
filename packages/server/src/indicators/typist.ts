import type { Role } from "#app";
import type { Step } from "#use-case";

/** Who typed a figure; nobody of the city typed what the product ships. */
export type Typist = { readonly userId: string | null; readonly role: Role | null };

export const shipped: Typist = { userId: null, role: null };

export const typistOf = ({ actor }: Pick<Step, "actor">): Typist => ({
  userId: actor.userId,
  role: actor.role,
});
