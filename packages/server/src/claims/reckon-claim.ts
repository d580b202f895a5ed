import { type BenefitExplanation, type Child, explainBenefit } from "@tuwai/domain/benefits";
import type { ClaimRow } from "./claim.store.ts";
import { type AccidentFacts, noFacts } from "./claim-facts.store.ts";
import { coverInputOfPerson } from "#cover";
import type { App } from "#app";

type Asked = Pick<ClaimRow, "personId" | "kind" | "happenedOn" | "accidentOn" | "handedInOn">;
type Beside = { readonly facts?: AccidentFacts; readonly children?: readonly Child[] };

/**
 * What is due by the worker's cover on the day that the law says: of a death at work that of the accident. Null where no row of
 * law covers the day.
 */
export async function reckonClaim(
  app: App,
  { personId, kind, happenedOn, accidentOn, handedInOn }: Asked,
  { facts = noFacts, children = [] }: Beside = {},
): Promise<BenefitExplanation | null> {
  const known = await coverInputOfPerson(app, personId);
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
