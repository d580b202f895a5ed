import { month } from "@tuwai/domain/time";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { chooseWhoDecides, getMyPledge, signPledge } from "#sponsors";
import { listTasks } from "#tasks";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  readRows,
  testDatabase,
} from "#testing";
import {
  acceptMyProposal,
  acceptProposals,
  askForAnother,
  listMyProposals,
  listProposals,
  proposeMatches,
} from "./index.ts";

const city = testDatabase({ now: "2026-11-23T02:00:00Z" });
let manager: Actor;
let sponsor: Actor;
const op = () => city.app.newId();
const propose = () => proposeMatches(city.app, manager, { operationId: op() });
const mine = () => listMyProposals(city.app, sponsor);
const acceptAll = async () => {
  const ids = (await listProposals(city.app, manager)).rows.map(({ id }) => id);
  return acceptProposals(city.app, manager, { operationId: op(), sponsorshipIds: ids });
};
const another = async () => {
  const [{ sponsorshipId, version }] = (await mine()) as [Awaited<ReturnType<typeof mine>>[number]];
  return askForAnother(city.app, sponsor, {
    operationId: op(),
    sponsorshipId,
    version,
    reason: "other-work",
  });
};
const tasksOf = async (actor: Actor) =>
  (await listTasks(city.app, actor)).map(({ code, count }) => [code, count]);

beforeEach(async () => {
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  manager = anActor(app, "MGR");
  sponsor = await aCivilServant(app);
  await anEndorsedPerson(app, { priority: 40 });
  await signPledge(app, sponsor, {
    operationId: op(),
    capRupiah: 20_000,
    workerCount: 1,
    fromMonth: month("2026-11"),
    channel: "payroll",
    chooses: "sponsor",
    wishes: {},
    consentTextVersion: "ikrar-2",
  });
});

test("a sponsor who chooses sees initials, work and village of the worker proposed, and takes him: enrolled as if the manager had", async () => {
  await propose();
  const [proposal] = await mine();
  expect(proposal).toEqual({
    sponsorshipId: expect.any(String),
    version: 1,
    name: "S. A.",
    occupationGroup: "trader",
    villageName: expect.any(String),
    reasons: [{ code: "worker-comes-first" }, { code: "same-village" }],
    until: "2026-11-30",
    isLate: false,
    asksLeft: 2,
  });
  expect(await tasksOf(sponsor)).toEqual([["answer-proposals", 1]]);
  expect(await tasksOf(manager)).not.toContainEqual(["accept-proposals", 1]);
  const { sponsorshipId, version } = proposal!;
  const accept = { operationId: op(), sponsorshipId, version };
  expect(await acceptMyProposal(city.app, sponsor, accept)).toEqual({ outcome: "accepted" });
  expect(await acceptMyProposal(city.app, sponsor, accept)).toEqual({ outcome: "accepted" });
  expect((await getMyPledge(city.app, sponsor)).workers).toMatchObject([{ enrolmentState: "ready" }]);
  const trail = await readRows<{ actorId: string }>(
    city.app,
    "select actor_id from audit.entries where action = 'match.accept-own'",
  );
  expect(trail).toEqual([{ actorId: sponsor.userId }]);
});

test("until his days are over the manager cannot accept for him; afterwards both can, and it is a task of the manager's", async () => {
  await propose();
  expect(await acceptAll()).toMatchObject({ accepted: [], refused: [{ reasons: ["sponsor-chooses"] }] });
  expect((await listProposals(city.app, manager)).rows[0]).toMatchObject({ sponsorsUntil: "2026-11-30" });
  await city.setNow("2026-12-01T02:00:00Z");
  expect(await mine()).toMatchObject([{ isLate: true }]);
  expect(await tasksOf(manager)).toContainEqual(["accept-proposals", 1]);
  expect(await acceptAll()).toMatchObject({ accepted: [expect.anything()] });
});

test("another worker is proposed at once when he asks, twice and no more; nobody is proposed again whom he did not take", async () => {
  const { app } = city;
  await propose();
  const first = (await mine())[0]!.sponsorshipId;
  expect(await another()).toEqual({ outcome: "asked-another", found: false });
  expect(await mine()).toEqual([]);
  await anEndorsedPerson(app);
  await anEndorsedPerson(app);
  await propose();
  expect(await another()).toEqual({ outcome: "asked-another", found: true });
  expect(await mine()).toMatchObject([{ asksLeft: 0 }]);
  expect(await another()).toEqual({ outcome: "refused", reasons: ["asked-often-enough"] });
  const declined = await readRows(
    app,
    "select id from app.sponsorships where state = 'declined' and id = ?",
    first,
  );
  expect(declined).toHaveLength(1);
});

test("a proposal is its own sponsor's alone, and leaving the choice to the manager gives it to him at once", async () => {
  const { app } = city;
  await propose();
  const stranger = await aCivilServant(app);
  const [{ sponsorshipId, version }] = (await mine()) as [Awaited<ReturnType<typeof mine>>[number]];
  const asStranger = acceptMyProposal(app, stranger, { operationId: op(), sponsorshipId, version });
  await expect(asStranger).rejects.toMatchObject({ code: "not-found" });
  expect(await listMyProposals(app, stranger)).toEqual([]);
  const { pledge } = await getMyPledge(app, sponsor);
  await chooseWhoDecides(app, sponsor, { operationId: op(), version: pledge!.version, chooses: "manager" });
  expect(await mine()).toEqual([]);
  expect(await acceptAll()).toMatchObject({ accepted: [expect.anything()], refused: [] });
});
