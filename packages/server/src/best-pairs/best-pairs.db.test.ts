import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { changePair, listOtherPayers, listProposals } from "#matching";
import { signPledge } from "#sponsors";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import { askBestPairs } from "./ask-best-pairs.ts";
import { listPairRuns } from "./list-pair-runs.ts";
import { type PairQuestion, usualQuestion } from "./pair-question.ts";
import { giveUpBestPairs } from "./run-best-pairs.ts";

const city = testDatabase();
let manager: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
});

async function aPledge(over: { readonly wishes?: object; readonly workerCount?: number } = {}) {
  const { workerCount = 1 } = over;
  await signPledge(city.app, await aCivilServant(city.app), {
    operationId: city.app.newId(),
    capRupiah: 20_000 * workerCount,
    workerCount,
    fromMonth: month("2026-11"),
    channel: "payroll",
    wishes: over.wishes ?? {},
    consentTextVersion: "ikrar-1",
  });
}

const ask = (proposesPairs: boolean, over: Partial<PairQuestion> = {}) =>
  askBestPairs(city.app, manager, {
    operationId: city.app.newId(),
    proposesPairs,
    pairQuestion: { ...usualQuestion, ...over },
  });

async function choose(proposesPairs: boolean, over: Partial<PairQuestion> = {}) {
  await ask(proposesPairs, over);
  await drainToEmpty(city.app);
  return (await listPairRuns(city.app, manager))[0]!;
}

const strictly = (place: { readonly code: string }) => ({ villages: [place.code], nothingElse: true });

describe("choosing the best pairs", () => {
  test("proposes them with reasons, and keeps what was reached beside the rule", async () => {
    const urgent = await anEndorsedPerson(city.app, { priority: 40 });
    const other = await anEndorsedPerson(city.app, { place: places.kampung });
    await aPledge();
    await aPledge({ wishes: strictly(places.naras) });
    const run = await choose(true);
    expect(run.answer).toMatchObject({
      outcome: "chosen",
      ruleTaken: null,
      below: [],
      proposed: 2,
      overtaken: 0,
      together: 0,
      aims: { served: 2, urgent: 1, urgentWaiting: 1, wishes: 1 },
      ruleAims: { urgent: 1 },
    });
    const { rows } = await listProposals(city.app, manager);
    expect(new Set(rows.map(({ person }) => person.code))).toEqual(new Set([urgent.code, other.code]));
    expect(rows.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain("wished-village");
    const trail = await readRows(
      city.app,
      "select details from audit.entries where action = 'match.propose-best'",
    );
    expect(trail).toMatchObject([{ details: { proposals: 2 } }]);
  });

  test("a look shows the numbers and proposes nobody; a second question waits for the first", async () => {
    await anEndorsedPerson(city.app, { priority: 40 });
    await anEndorsedPerson(city.app);
    await aPledge({ workerCount: 2 });
    expect(await ask(false)).toMatchObject({ outcome: "asked" });
    expect(await ask(false)).toEqual({ outcome: "refused", reasons: ["already-choosing"] });
    await drainToEmpty(city.app);
    const [run] = await listPairRuns(city.app, manager);
    expect(run).toMatchObject({ proposes: false, answer: { proposed: null, aims: { served: 2 } } });
    expect((await listProposals(city.app, manager)).total).toBe(0);
    const limited = await choose(false, { mostPerSponsor: 1, onlyUrgent: true });
    expect(limited.answer).toMatchObject({ aims: { served: 1, urgent: 1 }, ruleAims: { served: 1 } });
  });

  test("work done twice proposes once, and work given up says so", async () => {
    await anEndorsedPerson(city.app);
    await aPledge();
    const run = await choose(true);
    await giveUpBestPairs(city.app, { runId: run.id });
    expect((await listPairRuns(city.app, manager))[0]!.answer).toMatchObject({ proposed: 1 });
    const asked = await ask(true);
    const runId = asked.outcome === "asked" ? asked.runId : "";
    await giveUpBestPairs(city.app, { runId });
    expect((await listPairRuns(city.app, manager))[0]!.answer).toEqual({ outcome: "failed" });
    await drainToEmpty(city.app);
    expect((await listProposals(city.app, manager)).total).toBe(1);
  });

  test("weights that are no whole numbers within their bounds are refused by name", async () => {
    await expect(ask(false, { weights: { priority: 1.5, wishes: 1, near: 1 } })).rejects.toMatchObject({
      code: "invalid-input",
      details: { field: "priority" },
    });
    await expect(ask(false, { mostPerSponsor: 0 })).rejects.toMatchObject({
      details: { field: "mostPerSponsor" },
    });
  });
});

describe("changing a pair by hand", () => {
  test("to another pledge that may have the worker, with who chose it; a strict wish is kept", async () => {
    const { app } = city;
    const person = await anEndorsedPerson(app);
    await aPledge();
    await choose(true);
    await aPledge({ wishes: { villages: [places.naras.code] } });
    await aPledge({ wishes: strictly(places.kampung) });
    const proposal = (await listProposals(app, manager)).rows[0]!;
    const others = await listOtherPayers(app, manager, { sponsorshipId: proposal.id });
    expect(others).toMatchObject({ more: 0, refused: { "wants-nothing-else": 1 } });
    expect(others.payers).toMatchObject([
      { reasons: [{ code: "wished-village" }, { code: "same-village" }], freePlaces: 1 },
    ]);
    const to = {
      operationId: app.newId(),
      sponsorshipId: proposal.id,
      version: proposal.version,
      pledgeId: others.payers[0]!.pledgeId,
    };
    expect(await changePair(app, manager, to)).toEqual({ outcome: "changed" });
    const [changed] = (await listProposals(app, manager)).rows;
    expect(changed).toMatchObject({
      person: { code: person.code },
      pledgeCode: others.payers[0]!.pledgeCode,
    });
    expect(changed!.reasons.map(({ code }) => code)).toEqual([
      "chosen-by-manager",
      "wished-village",
      "same-village",
    ]);
    await expect(changePair(app, manager, { ...to, operationId: app.newId() })).rejects.toThrow("stale");
    const back = { ...to, operationId: app.newId(), version: changed!.version, pledgeId: app.newId() };
    expect(await changePair(app, manager, back)).toEqual({ outcome: "refused", reasons: ["no-open-pledge"] });
  });
});
