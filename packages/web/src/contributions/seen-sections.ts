import { may } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";
import { type ContributionSection, contributionSections } from "./contribution-sections.ts";

/** The parts of contributions that open for this reader; for a loader. */
export function seenSections(actor: Actor): readonly ContributionSection[] {
  return contributionSections.filter(({ needs }) => may(actor, needs)).map(({ section }) => section);
}
