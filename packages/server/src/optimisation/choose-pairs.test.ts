import type { Sponsor, WaitingWorker } from "@tuwai/domain/matching";
import { rupiahPerMonth } from "@tuwai/domain/money";
import { region } from "@tuwai/domain/regions";
import { expect, it } from "vitest";
import { choosePairs } from "./choose-pairs.ts";

const villageCode = region("13.77.02.2015", "Naras I").code;
const worker: WaitingWorker = {
  id: "W1",
  villageCode,
  workGroup: "trader",
  priority: { score: 0, codes: [] },
  price: rupiahPerMonth(8400),
  sponsorId: null,
};
const sponsor: Sponsor = {
  id: "S1",
  place: villageCode,
  isActive: true,
  workers: 1,
  capPerMonth: rupiahPerMonth(20_000),
  wishes: { nominatedWorkerIds: [], villages: [], workGroups: [], nothingElse: false },
  conflictingWorkerIds: [],
  declinedWorkerIds: [],
};
const question = { workers: [worker], sponsors: [sponsor], options: {} };

it("answers from a thread of its own, two questions at once as well", async () => {
  const [one, other] = await Promise.all([choosePairs(question), choosePairs(question)]);
  expect(one).toMatchObject({
    ruleTaken: null,
    result: { proposals: [{ workerId: "W1", sponsorId: "S1", reasons: [{ code: "same-village" }] }] },
  });
  expect(other).toEqual(one);
});

it("takes the rule's pairs and says so when the time is over before there is an answer", async () => {
  expect(await choosePairs(question, { seconds: 0.001, megabytes: 256 })).toMatchObject({
    ruleTaken: "too-slow",
    result: { proposals: [{ workerId: "W1", sponsorId: "S1" }] },
  });
});

it.each(["throw new WebAssembly.RuntimeError('Aborted()')", "process.exit(1)", "this is no program"])(
  "takes the rule's pairs and says so when the thread dies: %s",
  async (text) => {
    const program = new URL(`data:text/javascript,${encodeURIComponent(text)}`);
    expect(await choosePairs(question, { seconds: 20, megabytes: 256, program })).toMatchObject({
      ruleTaken: "solver-failed",
      result: { proposals: [{ workerId: "W1" }] },
    });
    expect(await choosePairs(question)).toMatchObject({ ruleTaken: null });
  },
);
