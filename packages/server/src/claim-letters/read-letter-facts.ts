import { claimDeadlines, documentsOf } from "@tuwai/domain/benefits";
import type { LetterDocument, LetterFacts } from "@tuwai/domain/claim-letters";
import { kindOfCode, type RegionCode } from "@tuwai/domain/regions";
import { maskBirthDate, maskName } from "#people";
import { type Claim, claimForLetter } from "#claims";
import { getCity } from "#regions";
import type { Step } from "#use-case";
import { heirsForLetter } from "./heirs-for-letter.ts";
import { findLetteredWorker, readOfficeNames } from "./lettered-worker.view.ts";

type ReadFacts = {
  readonly facts: LetterFacts;
  readonly claim: Claim;
  readonly personId: string;
  /** Whom the statement of heirs names besides. */
  readonly heirIds: readonly string[];
};

/** Everything that the letters of a case say, from the case, the register and the family. Throws `not-found`. */
export async function readLetterFacts(step: Step, asked: { readonly claimCode: string }): Promise<ReadFacts> {
  const { app, actor, today } = step;
  const { claim, personId } = await claimForLetter(step, asked);
  const { kind, villageCode, kecamatanCode, happenedOn, accidentOn, estimate } = claim;
  const worker = await findLetteredWorker(app, personId);
  const names = await readOfficeNames(app, { villageCode, kecamatanCode });
  const report = claim.clocks.find(({ name }) => name === "report");
  const { claimBy } = claimDeadlines(kind, happenedOn, happenedOn);
  const birthDate = worker?.birthDate ?? null;
  const { heirs, memberIds } = await heirsForLetter(step, personId);
  return {
    claim,
    personId,
    heirIds: memberIds,
    facts: {
      kind,
      claimCode: claim.code,
      office: {
        ...names,
        kind: kindOfCode(villageCode as RegionCode) === "kelurahan" ? "kelurahan" : "desa",
        city: getCity(app.config).name,
      },
      today,
      worker: {
        name: worker === undefined ? null : maskName(actor.role, worker.fullName),
        code: worker?.code ?? null,
        birthDate: maskBirthDate(actor.role, birthDate) === birthDate ? birthDate : null,
        occupation: worker?.occupationText ?? null,
      },
      happenedOn,
      accidentOn,
      happenedTime: claim.happenedTime,
      reportUntil: typeof report?.until === "number" ? report.until : null,
      toldBpjsAt: claim.toldBpjsAt?.getTime() ?? null,
      claimBy,
      documents: documentsIn(claim),
      estimate,
      heirs,
    },
  };
}

function documentsIn({ kind, documents }: Claim): readonly LetterDocument[] {
  const stated = new Map(documents.map((document) => [document.code, document]));
  return documentsOf(kind, true).flatMap(({ code, document, issuer }) => {
    const asked = stated.get(code);
    if (asked === undefined || asked.state === "not-needed") return [];
    return [{ document, issuer, state: asked.state, isOptional: asked.isOptional }];
  });
}
