import { may } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";

export type SeenTabs = { readonly evaluation: boolean; readonly rules: boolean };

export const seenTabs = (actor: Actor): SeenTabs => ({
  evaluation: may(actor, "village_commitment.evaluate"),
  rules: may(actor, "village_commitment.configure"),
});
