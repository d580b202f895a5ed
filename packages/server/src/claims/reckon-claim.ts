import { type BenefitExplanation, type Child, explainBenefit } from "@tuwai/domain/benefits";
import type { CoverInput } from "@tuwai/domain/cover";
import type { App } from "#app";
import { coverInputsOf } from "#cover";
import { childrenForBenefit } from "#families";
import type { Step } from "#use-case";
import type { ClaimRow } from "./claim.store.ts";
import { type AccidentFacts, noFacts } from "./claim-facts.store.ts";
import { listDeathsOf } from "./claimed-person.view.ts";

type Asked = Pick<ClaimRow, "kind" | "happenedOn" | "accidentOn" | "handedInOn">;

/**
 * What is due by the worker's cover on the day that the law says: of a death at work that of the accident. Null where no row of
 * law covers the day. Scholarships are those of the family as it is kept.
 */
export async function reckonClaim(
  step: Step,
  claim: Asked & Pick<ClaimRow, "personId">,
  facts: AccidentFacts = noFacts,
): Promise<BenefitExplanation | null> {
  const { personId, happenedOn: on } = claim;
  const cover = (await coverInputsOf(step.app, [personId])).get(personId);
  return explain(claim, { cover, children: await childrenForBenefit(step, { personId, on }), facts });
}

/**
 * Whether the death of each of these workers brings scholarships, by cover and cause; absent where no case of a death is kept. The caller
 * has looked whether the families are within the actor's area.
 */
export async function scholarshipRights(
  app: App,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const deaths = await listDeathsOf(app, personIds);
  const covers = await coverInputsOf(
    app,
    deaths.map(({ personId }) => personId),
  );
  return new Map(
    deaths.map((death) => {
      const explanation = explain(death, { cover: covers.get(death.personId), children: [], facts: noFacts });
      return [death.personId, explanation?.scholarship.isDue === true];
    }),
  );
}

type Known = {
  readonly cover: CoverInput | undefined;
  readonly children: readonly Child[];
  readonly facts: AccidentFacts;
};

function explain(claim: Asked, { cover, children, facts }: Known): BenefitExplanation | null {
  const { kind, happenedOn: on, accidentOn, handedInOn } = claim;
  const known = cover ?? { segment: "bpu" as const, person: {}, events: [] };
  const explanation = explainBenefit({
    segment: known.segment,
    kind,
    cover: known,
    on,
    accidentOn: accidentOn ?? undefined,
    completeOn: handedInOn ?? undefined,
    children,
    ...facts,
  });
  return explanation ?? null;
}
