import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
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
import { acceptProposals } from "./accept-proposals.ts";
import { declineProposal } from "./decline-proposal.ts";
import { fundByCity } from "./fund-by-city.ts";
import { listProposals } from "./list-proposals.ts";
import { countBothSides, listWaiting } from "./list-waiting.ts";
import { proposeMatches } from "./propose-matches.ts";

const city = testDatabase();
let manager: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
});

async function aPledge(
  over: { readonly wishes?: object; readonly workerCount?: number; readonly cap?: number } = {},
) {
  const { app } = city;
  const sponsor = await aCivilServant(app);
  const { workerCount = 1 } = over;
  await signPledge(app, sponsor, {
    operationId: app.newId(),
    capRupiah: over.cap ?? 20_000 * workerCount,
    workerCount,
    fromMonth: month("2026-11"),
    channel: "payroll",
    wishes: over.wishes ?? {},
    consentTextVersion: "ikrar-1",
  });
  return sponsor;
}

const propose = () => proposeMatches(city.app, manager, { operationId: city.app.newId() });
const accept = (ids: readonly string[]) =>
  acceptProposals(city.app, manager, { operationId: city.app.newId(), sponsorshipIds: ids });
const fund = (personIds: readonly string[]) =>
  fundByCity(city.app, manager, { operationId: city.app.newId(), personIds, fundSource: "apbd" });

describe("who waits for a payer", () => {
  test("only those on an approved list, by priority, with reasons that never tell who is poorer", async () => {
    const { app } = city;
    const later = await anEndorsedPerson(app);
    const first = await anEndorsedPerson(app, { priority: 40, place: places.kampung });
    await anEndorsedPerson(app, { isEndorsed: false });
    const { rows } = await listWaiting(app, manager);
    expect(rows.map(({ person }) => person.code)).toEqual([first.code, later.code]);
    expect(rows[0]!.reasons).toEqual(["hazardous-work"]);
    expect(await countBothSides(app, manager)).toEqual({ waiting: 2, freePlaces: 0 });
    const seen = await readRows<{ personIds: string[] }>(
      app,
      "select person_ids from audit.accesses where purpose = 'waiting-list'",
    );
    expect(seen[0]!.personIds).toEqual([first.id, later.id]);
  });
});

describe("proposing sponsors", () => {
  test("as many as pledges have places, most urgent first; reasons are kept as codes", async () => {
    const { app } = city;
    await anEndorsedPerson(app);
    const urgent = await anEndorsedPerson(app, { priority: 40, place: places.kampung });
    await aPledge();
    expect(await propose()).toEqual({
      outcome: "proposed",
      proposals: 1,
      waiting: { noFreeSponsor: 1, noFittingSponsor: 0 },
      freePlaces: 0,
    });
    const { rows } = await listProposals(app, manager);
    expect(rows.map(({ person }) => person.code)).toEqual([urgent.code]);
    expect(rows[0]!.reasons[0]).toEqual({ code: "worker-comes-first", because: ["hazardous-work"] });
    expect((await listWaiting(app, manager)).total).toBe(1);
    expect(await propose()).toMatchObject({ proposals: 0 });
  });

  test("honours whom the sponsor named by code", async () => {
    const { app } = city;
    await anEndorsedPerson(app, { priority: 40 });
    const named = await anEndorsedPerson(app);
    await aPledge({ wishes: { nominatedCodes: [named.code] } });
    await propose();
    const { rows } = await listProposals(app, manager);
    expect(rows.map(({ person }) => person.code)).toEqual([named.code]);
    expect(rows[0]!.reasons).toEqual([{ code: "nominated-by-sponsor" }]);
  });

  test("a declined pair is not proposed again", async () => {
    const { app } = city;
    await anEndorsedPerson(app);
    await aPledge();
    await propose();
    const [proposal] = (await listProposals(app, manager)).rows;
    const decline = {
      operationId: app.newId(),
      sponsorshipId: proposal!.id,
      version: 1,
      reason: "other" as const,
    };
    expect(await declineProposal(app, manager, decline)).toEqual({ outcome: "declined" });
    expect(await declineProposal(app, manager, decline)).toEqual({ outcome: "declined" });
    await expect(declineProposal(app, manager, { ...decline, operationId: app.newId() })).rejects.toThrow(
      "conflict",
    );
    expect(await propose()).toMatchObject({ proposals: 0, waiting: { noFittingSponsor: 1 } });
  });
});

describe("accepting proposals", () => {
  test("makes an enrolment in the group of the setting, from the month the pledge begins", async () => {
    const { app } = city;
    const person = await anEndorsedPerson(app);
    await aPledge();
    await propose();
    const ids = (await listProposals(app, manager)).rows.map(({ id }) => id);
    const answer = await accept(ids);
    expect(answer.accepted.map(({ personCode }) => personCode)).toEqual([person.code]);
    const enrolments = await readRows(
      app,
      "select person_id, programme, segment, fund_source, wadah, state, from_month from app.enrolments",
    );
    expect(enrolments).toEqual([
      {
        personId: person.id,
        programme: "tuwai-ketan",
        segment: "bpu",
        fundSource: "asn",
        wadah: "SC",
        state: "ready",
        fromMonth: "2026-11-01",
      },
    ]);
    expect(await readRows(app, "select confirmed from app.settings where name = 'wadah-for-asn'")).toEqual([
      { confirmed: false },
    ]);
  });

  test("each proposal stands for itself: what cannot be is refused with its reason, the rest is made", async () => {
    const { app } = city;
    for (let n = 0; n < 2; n += 1) await anEndorsedPerson(app);
    await aPledge({ workerCount: 2 });
    await propose();
    const [one, two] = (await listProposals(app, manager)).rows.map(({ id }) => id);
    const nobody = app.newId();
    expect((await accept([one!])).accepted).toHaveLength(1);
    const second = await accept([one!, two!, nobody]);
    expect(second.accepted.map(({ id }) => id)).toEqual([two]);
    expect(second.refused).toEqual([
      { id: one, reasons: ["already-decided"] },
      { id: nobody, reasons: ["unknown-proposal"] },
    ]);
    expect(await readRows(app, "select id from app.enrolments")).toHaveLength(2);
  });
});

describe("public money without a sponsor", () => {
  test("one payer per person: whoever has one or is proposed to one is refused with all reasons", async () => {
    const { app } = city;
    const funded = await anEndorsedPerson(app);
    const unlisted = await anEndorsedPerson(app, { isEndorsed: false });
    const first = await fund([funded.id, unlisted.id, app.newId()]);
    expect(first.funded.map(({ personCode }) => personCode)).toEqual([funded.code]);
    expect(first.refused.map(({ reasons }) => reasons)).toEqual([["not-endorsed"], ["unknown-person"]]);
    expect((await fund([funded.id])).refused[0]!.reasons).toEqual(["has-payer"]);
    const proposed = await anEndorsedPerson(app);
    await aPledge();
    await propose();
    expect((await fund([proposed.id])).refused[0]!.reasons).toEqual(["proposed-to-sponsor"]);
    const codes = await readRows(app, "select wadah, fund_source from app.enrolments");
    expect(codes).toEqual([{ wadah: "SG", fundSource: "apbd" }]);
  });

  test("two managers at the same moment never give one worker two payers", async () => {
    const { app } = city;
    const person = await anEndorsedPerson(app);
    await aPledge();
    await propose();
    const [proposal] = (await listProposals(app, manager)).rows;
    const attempts = await Promise.allSettled([
      accept([proposal!.id]),
      ...(["apbd", "apbdes", "csr"] as const).map((fundSource) =>
        fundByCity(app, anActor(app, "MGR"), {
          operationId: app.newId(),
          personIds: [person.id],
          fundSource,
        }),
      ),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "fulfilled",
    ]);
    expect(await readRows(app, "select id from app.enrolments")).toHaveLength(1);
  });
});

test("a kelurahan has no APBDes: its people are paid from another source or not at all", async () => {
  const { app } = city;
  const desa = await anEndorsedPerson(app, { place: places.naras });
  const kelurahan = await anEndorsedPerson(app, { place: places.kampung });
  const answer = await fundByCity(app, manager, {
    operationId: app.newId(),
    personIds: [desa.id, kelurahan.id],
    fundSource: "apbdes",
  });
  expect(answer.funded.map(({ personCode }) => personCode)).toEqual([desa.code]);
  expect(answer.refused).toEqual([
    { personId: kelurahan.id, personCode: kelurahan.code, reasons: ["no-village-budget"] },
  ]);
  expect((await fund([kelurahan.id])).refused).toEqual([]);
});

describe("access", () => {
  test("a second city's people can be neither seen, proposed nor funded", async () => {
    const { app } = city;
    const stranger = await anEndorsedPerson(app, { place: places.elsewhere });
    await aPledge();
    expect((await listWaiting(app, manager)).total).toBe(0);
    expect(await propose()).toMatchObject({ proposals: 0 });
    expect((await fund([stranger.id])).refused[0]!.reasons).toEqual(["unknown-person"]);
  });

  test("nobody but the programme manager accepts, declines or funds", async () => {
    const { app } = city;
    const operationId = app.newId();
    for (const role of [
      "SPN",
      "OPR",
      "KDS",
      "CMT",
      "DAT",
      "BND",
      "BKP",
      "BPJ",
      "FIN",
      "AUD",
      "DPO",
      "ADM",
    ] as const) {
      const actor = anActor(app, role, places.naras.code);
      const decline = { operationId, sponsorshipId: app.newId(), version: 1, reason: "other" as const };
      await expect(acceptProposals(app, actor, { operationId, sponsorshipIds: [] })).rejects.toThrow(
        "forbidden",
      );
      await expect(declineProposal(app, actor, decline)).rejects.toThrow("forbidden");
      await expect(fundByCity(app, actor, { operationId, personIds: [], fundSource: "csr" })).rejects.toThrow(
        "forbidden",
      );
      await expect(listProposals(app, actor)).rejects.toThrow("forbidden");
    }
  });
});
