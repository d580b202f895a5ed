import { monthOf, shiftMonth } from "@tuwai/domain/time";
import {
  answerClaim,
  getClaim,
  helpWithClaim,
  type ListedClaim,
  listClaims,
  markClaimDocument,
} from "@tuwai/server/claims";
import { actorAs, allPages, dayOf, fate, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** By a number drawn for each family: whose file BPJS refuses, who is told of a difference, who waits a month longer. */
const share = { refused: 0.08, transport: 0.25, slow: 0.3 };

/** Every case moves on as far as a month lets it: papers, BPJS's answer, money, or help from elsewhere. */
export async function followClaims(stage: Stage): Promise<void> {
  for (const stageOf of ["to-do", "at-bpjs", "in-need"] as const) {
    const manager = await actorAs(stage, "mgr");
    const rows = await allPages((page) => listClaims(stage.app, manager, { stage: stageOf, page }));
    for (const claim of rows) await moveOn(stage, claim);
  }
}

const drawnFor = (stage: Stage, what: string, { initials, villageCode, happenedOn }: ListedClaim): number =>
  fate(stage, what, initials, villageCode, happenedOn);

async function moveOn(stage: Stage, claim: ListedClaim): Promise<void> {
  const isFresh = monthOf(claim.happenedOn) === stage.month;
  // In the month that is shown somebody still has to do something.
  if (stage.isLast && drawnFor(stage, "tersisa", claim) < 0.5) return;
  if (claim.state === "collecting" && isFresh && drawnFor(stage, "lambat", claim) < share.slow) return;
  await moves[claim.state]?.(stage, claim);
}

const moves: Partial<Record<ListedClaim["state"], (stage: Stage, claim: ListedClaim) => Promise<void>>> = {
  collecting: gather,
  returned: gather,
  "handed-in": answer,
  accepted: pay,
  paid: finish,
  refused: object,
  objected: (stage, claim) => take(stage, claim, "uphold", { on: dayOf(stage.month, 20) }),
  "in-need": help,
};

type More = Omit<Parameters<typeof answerClaim>[2], "operationId" | "claimCode" | "version" | "step">;

async function take(
  stage: Stage,
  { code: claimCode, villageCode }: ListedClaim,
  step: string,
  more: More = {},
) {
  const { app } = stage;
  const manager = await actorAs(stage, "mgr");
  const { version } = await getClaim(app, manager, { claimCode });
  const asked = { ...operation(stage), claimCode, version, step, ...more };
  const isHelp = ["tell-bpjs", "facts", "hand-in", "help"].includes(step);
  const answered = isHelp
    ? await helpWithClaim(app, await actorAs(stage, `opr-${villageCode}`), asked)
    : await answerClaim(app, manager, asked);
  if (answered.outcome !== "taken") throw new Error(`${step}: ${JSON.stringify(answered)}`);
}

/** The village gathers the papers and hands them in; where nothing is due the family is helped from elsewhere. */
async function gather(stage: Stage, claim: ListedClaim): Promise<void> {
  const { app, month } = stage;
  const { code: claimCode, villageCode, kind } = claim;
  const manager = await actorAs(stage, "mgr");
  const operator = await actorAs(stage, `opr-${villageCode}`);
  if (kind === "work-accident") await take(stage, claim, "facts", { facts: factsOf(stage, claim) });
  const { documents, estimate } = await getClaim(app, manager, { claimCode });
  if (estimate?.total === 0) {
    await take(stage, claim, "in-need", { reason: "not-covered" });
    return take(stage, claim, "help", { reason: "bansos", on: dayOf(month, 18) });
  }
  if (kind !== "natural-death")
    await take(stage, claim, "tell-bpjs", { on: dayOf(month, 18), time: "09:25" });
  for (const { code: document, state, isOptional } of documents)
    if (state === "missing")
      await markClaimDocument(app, operator, {
        ...operation(stage),
        claimCode,
        document,
        state: isOptional && fate(stage, "berkas", document, claimCode) < 0.5 ? "not-needed" : "have",
        file: null,
      });
  await take(stage, claim, "hand-in", { on: dayOf(month, 19) });
}

/** Unable to work for a month or three, brought to the hospital by car. */
function factsOf(stage: Stage, claim: ListedClaim) {
  const drawn = drawnFor(stage, "luka", claim);
  const transport = { land: drawn < share.transport ? 450_000 : 0, sea: 0, air: 0 };
  return { monthsUnable: 1 + Math.floor(drawn * 3), disability: undefined, transport };
}

async function answer(stage: Stage, claim: ListedClaim): Promise<void> {
  const on = dayOf(stage.month, 22);
  if (drawnFor(stage, "tolak", claim) >= share.refused) return take(stage, claim, "accept", { on });
  const reason = claim.kind === "natural-death" ? "ill-at-enrolment" : "not-work-accident";
  return take(stage, claim, "refuse", { on, reason });
}

/** What was reckoned is what comes; of some the transport waits for its bill. */
async function pay(stage: Stage, claim: ListedClaim): Promise<void> {
  const { money } = await getClaim(stage.app, await actorAs(stage, "mgr"), { claimCode: claim.code });
  const due = money.filter(({ expected, part }) => expected > 0 && part !== "transport");
  const amounts = Object.fromEntries(due.map(({ part, expected }) => [part, expected]));
  await take(stage, claim, "pay", { on: dayOf(stage.month, 23), amounts });
}

async function finish(stage: Stage, claim: ListedClaim): Promise<void> {
  if (claim.stateSince.slice(0, 7) === stage.month) return;
  const { money } = await getClaim(stage.app, await actorAs(stage, "mgr"), { claimCode: claim.code });
  for (const { part, difference, explanation } of money)
    if (difference !== 0 && explanation === null)
      await take(stage, claim, "explain", { part, reason: "without-receipt" });
  await take(stage, claim, "close");
}

async function object(stage: Stage, claim: ListedClaim): Promise<void> {
  const isLately = claim.answeredOn !== null && monthOf(claim.answeredOn) >= shiftMonth(stage.month, -1);
  await (isLately && drawnFor(stage, "keberatan", claim) < 0.5
    ? take(stage, claim, "object", { on: dayOf(stage.month, 20) })
    : take(stage, claim, "in-need", { reason: "refused" }));
}

async function help(stage: Stage, claim: ListedClaim): Promise<void> {
  const quarters = ["03", "06", "09", "12"];
  if (!quarters.includes(stage.month.slice(5))) return;
  await take(stage, claim, "help", { reason: "baznas", on: dayOf(stage.month, 21) });
}
