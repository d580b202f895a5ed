import { basename } from "node:path";
import { type ClaimStep, ruleOf } from "@tuwai/domain/claims";
import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { makeClaimLetter } from "@tuwai/server/claim-letters";
import {
  type AccidentFacts,
  answerClaim,
  getClaim,
  helpWithClaim,
  markClaimDocument,
} from "@tuwai/server/claims";
import type { StepOptions } from "./claim-options.ts";
import type { Answer } from "./command-feature.ts";
import { refusedError } from "./refused-error.ts";
import { writeNew } from "./write-new.ts";

/** Takes one step of a claim as it stands now: whoever types a command saw no version. */
export async function takeStep(
  app: App,
  actor: Actor,
  asked: StepOptions & { readonly code: string; readonly step: ClaimStep },
): Promise<Answer> {
  const { code: claimCode, step, amount, payment, monthsUnable, disability, transport, ...typed } = asked;
  const take = ruleOf(step).by === "whoever-helps" ? helpWithClaim : answerClaim;
  // Who may not take it is refused by the step itself, whatever the claim.
  const claim = may(actor, take.permission) ? await getClaim(app, actor, { claimCode }) : null;
  const given = { monthsUnable, disability, transport };
  const answer = await take(app, actor, {
    operationId: app.newId(),
    claimCode,
    version: claim?.version ?? 0,
    step,
    ...typed,
    ...(amount === undefined ? {} : { amounts: amount }),
    ...(payment === undefined ? {} : { paymentId: payment }),
    ...(step === "facts" && claim !== null ? { facts: factsWith(claim.facts, given) } : {}),
  });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  const { state, expected, received } = await getClaim(app, actor, { claimCode });
  return {
    document: { ...answer, state, expected, received },
    text: () => `Langkah ${step} dicatat; klaim sekarang ${state}.`,
  };
}

type Given = {
  readonly [Name in "monthsUnable" | "disability" | "transport"]: StepOptions[Name] | undefined;
};

/** What doctor and bills say, as it is known with what is told now. */
const factsWith = (known: AccidentFacts, given: Given): AccidentFacts => ({
  monthsUnable: given.monthsUnable ?? known.monthsUnable,
  disability: given.disability ?? known.disability,
  transport: { ...known.transport, ...given.transport },
});

type Marked = { readonly document: string; readonly state: string };

/** Says where a document of a claim is, with its picture where a file is given. */
export async function markDocument(
  app: App,
  actor: Actor,
  { code: claimCode, file, ...marked }: Marked & { readonly code: string; readonly file?: string },
): Promise<Answer> {
  const answer = await markClaimDocument(app, actor, {
    operationId: app.newId(),
    claimCode,
    ...marked,
    file: file === undefined ? null : { path: file, fileName: basename(file) },
  });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  return {
    document: { ...answer, ...marked },
    text: () => `Berkas ${marked.document} ditandai ${marked.state}.`,
  };
}

type Letter = {
  readonly code: string;
  readonly letter: string;
  readonly reason: string;
  readonly paper: string;
  readonly out: string;
};

/** Writes a letter of a claim into a file that only its owner may read. */
export async function writeLetter(app: App, actor: Actor, asked: Letter): Promise<Answer> {
  const { code: claimCode, out, ...of } = asked;
  const letterFormat = out.endsWith(".doc") ? "word" : "pdf";
  const operationId = app.newId();
  const made = await makeClaimLetter(app, actor, { operationId, claimCode, letterFormat, ...of });
  if (made.outcome === "refused") throw refusedError(made.reasons);
  await writeNew(out, made.bytes);
  return {
    document: { file: out, bytes: made.bytes.length, letter: asked.letter },
    text: () => `${out} menyebut nama; pembuatannya tercatat.`,
  };
}
