import { type BenefitExplanation, explainBenefit } from "@tuwai/domain/benefits";
import type { ClaimRow } from "./claim.store.ts";
import { type AccidentFacts, noFacts } from "./claim-facts.store.ts";
import { coverInputOfPerson } from "#cover";
import { childrenForBenefit } from "#families";
import type { Step } from "#use-case";

type Asked = Pick<ClaimRow, "personId" | "kind" | "happenedOn" | "accidentOn" | "handedInOn">;

/**
 * What is due by the worker's cover on the day that the law says: of a death at work that of the accident. Null where no row of
 * law covers the day. Scholarships are those of the family as it is kept.
 */
export async function reckonClaim(
  step: Step,
  { personId, kind, happenedOn, accidentOn, handedInOn }: Asked,
  facts: AccidentFacts = noFacts,
): Promise<BenefitExplanation | null> {
  const known = await coverInputOfPerson(step.app, personId);
  const children = await childrenForBenefit(step, { personId, on: happenedOn });
  const cover = known ?? { segment: "bpu" as const, person: {}, events: [] };
  const isTold = cover.events.some(({ type }) => type === "died");
  const events =
    kind !== "work-accident-death" || isTold
      ? cover.events
      : [
          ...cover.events,
          {
            type: "died" as const,
            on: happenedOn,
            cause: "work-accident",
            ...(accidentOn === null ? {} : { accidentOn }),
          },
        ];
  const explanation = explainBenefit({
    segment: cover.segment,
    kind,
    cover: { ...cover, events },
    on: happenedOn,
    completeOn: handedInOn ?? undefined,
    children,
    ...facts,
  });
  return explanation ?? null;
}
