import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { releaseClock } from "#database";
import { acceptProposals, listProposals, listWaiting, proposeMatches } from "#matching";
import { getPacket } from "#packets";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readAs,
  readRows,
  testDatabase,
  sendReady,
} from "#testing";
import { getHolds } from "#replacements";
import { getMyPledge } from "./get-my-pledge.ts";
import { listPledges, sumPledges } from "./list-pledges.ts";
import { signPledge } from "./sign-pledge.ts";
import { stopPledge } from "./stop-pledge.ts";

const city = testDatabase();
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
});

function terms(over: Partial<Parameters<typeof signPledge>[2]> = {}) {
  return {
    operationId: city.app.newId(),
    capRupiah: 20_000,
    workerCount: 1,
    fromMonth: month("2026-11"),
    channel: "payroll" as const,
    wishes: {},
    consentTextVersion: "ikrar-1",
    ...over,
  };
}

/** A pledge whose worker is accepted by the programme manager. */
async function sponsored(manager: Actor) {
  const { app } = city;
  const person = await anEndorsedPerson(app);
  const sponsor = await aCivilServant(app);
  await signPledge(app, sponsor, terms());
  await proposeMatches(app, manager, { operationId: app.newId() });
  const { rows } = await listProposals(app, manager);
  const ids = rows.map(({ id }) => id);
  await acceptProposals(app, manager, { operationId: app.newId(), sponsorshipIds: ids });
  return { person, sponsor };
}

describe("signing a pledge", () => {
  test("keeps the consent with purpose, legal basis and wording, and tells the price now and later", async () => {
    const { app } = city;
    const sponsor = await aCivilServant(app, { office: "BKPSDM" });
    const answer = await signPledge(app, sponsor, terms());
    expect(answer).toMatchObject({
      outcome: "signed",
      prices: {
        other: [
          { from: "2026-11", until: "2026-12", perWorkerRupiah: 8_400 },
          { from: "2027-01", perWorkerRupiah: 16_800 },
        ],
        transport: [{ from: "2026-11", until: "2027-03", perWorkerRupiah: 8_400 }, { from: "2027-04" }],
      },
    });
    const consents = await readRows(app, "select purpose, legal_basis, text_version from app.consents");
    expect(consents).toEqual([
      { purpose: "sponsor-worker-contribution", legalBasis: "consent", textVersion: "ikrar-1" },
    ]);
    const pledges = await readRows(app, "select opd, cap_rupiah, state from app.pledges");
    expect(pledges).toEqual([{ opd: "BKPSDM", capRupiah: 20_000, state: "active" }]);
    const audit = await readRows<{ action: string }>(
      app,
      "select action from audit.entries where object_type = 'pledge'",
    );
    expect(audit).toEqual([{ action: "pledge.sign" }]);
  });

  test("the same operation twice signs once; the same id with other terms is refused", async () => {
    const { app } = city;
    const sponsor = await aCivilServant(app);
    const same = terms();
    const first = await signPledge(app, sponsor, same);
    expect(await signPledge(app, sponsor, same)).toEqual(first);
    await expect(signPledge(app, sponsor, { ...same, capRupiah: 30_000 })).rejects.toThrow(
      "operation-mismatch",
    );
    expect(await readRows(app, "select id from app.pledges")).toHaveLength(1);
  });

  test("tells every reason at once when it is refused, and writes nothing", async () => {
    const { app } = city;
    const sponsor = await aCivilServant(app);
    const wrong = { capRupiah: 5_000, workerCount: 0, fromMonth: month("2026-10"), consentTextVersion: " " };
    const refused = await signPledge(app, sponsor, terms(wrong));
    expect(refused).toMatchObject({ outcome: "refused" });
    expect(refused.outcome === "refused" && refused.reasons.map(({ reason }) => reason)).toEqual([
      "worker-count",
      "month-in-past",
      "consent-text-missing",
      "cap-below-price",
    ]);
    expect(await readRows(app, "select id from app.consents")).toEqual([]);
    await signPledge(app, sponsor, terms());
    expect(await signPledge(app, sponsor, terms())).toEqual({
      outcome: "refused",
      reasons: [{ reason: "already-pledged" }],
    });
  });
});

describe("stopping a pledge", () => {
  test("frees the worker for somebody else, withdraws the consent and names the first free month", async () => {
    const { app } = city;
    const manager = anActor(app, "MGR");
    const { person, sponsor } = await sponsored(manager);
    const mine = await getMyPledge(app, sponsor);
    const { id: pledgeId, version } = mine.pledge!;
    const stopped = await stopPledge(app, sponsor, { operationId: app.newId(), pledgeId, version });
    expect(stopped).toEqual({ outcome: "stopped", stopMonth: "2026-12", freed: 1 });
    expect(
      await readRows(app, "select state, withdrawn_at is not null as gone from app.consents, app.pledges"),
    ).toEqual([{ state: "stopped", gone: true }]);
    const held = (await getHolds(app, manager)).rows;
    expect(held.map((row) => row.person?.code)).toEqual([person.code]);
    const operator = anActor(app, "OPR", places.naras.code);
    expect(
      await readAs(app, operator, "select kind, payload->>'personCode' as code from app.notifications"),
    ).toEqual([{ kind: "worker-waits-again", code: person.code }]);
    const audit = await readRows(app, "select 1 from audit.entries where action = 'pledge.stop'");
    expect(audit).toHaveLength(1);
  });

  test("up to the lock day this month is still free; what was sent to BPJS stays owed", async () => {
    const { app } = city;
    const manager = anActor(app, "MGR");
    await releaseClock(city.url);
    await city.setNow("2026-11-05T02:00:00Z");
    const { sponsor } = await sponsored(manager);
    await sendReady(app, manager, month("2026-11"));
    const pledge = (await getMyPledge(app, sponsor)).pledge!;
    const stop = { operationId: app.newId(), pledgeId: pledge.id, version: pledge.version };
    expect(await stopPledge(app, sponsor, stop)).toMatchObject({ stopMonth: "2026-12" });
    expect(await stopPledge(app, sponsor, stop)).toMatchObject({ stopMonth: "2026-12" });
    const kept = await readRows(app, "select state, until_month from app.enrolments");
    expect(kept).toEqual([{ state: "ended", untilMonth: "2026-12-01" }]);
    const owed = await readRows(
      app,
      "select programme from app.obligations where reversed_at is null order by 1",
    );
    expect(owed).toEqual([{ programme: "jkk" }, { programme: "jkm" }]);
  });

  test("an old version is stale, a stopped pledge cannot be stopped again", async () => {
    const { app } = city;
    const sponsor = await aCivilServant(app);
    await signPledge(app, sponsor, terms());
    const { id: pledgeId, version } = (await getMyPledge(app, sponsor)).pledge!;
    const stop = (at: number) =>
      stopPledge(app, sponsor, { operationId: app.newId(), pledgeId, version: at });
    await expect(stop(version + 1)).rejects.toThrow("stale");
    await stop(version);
    await expect(stop(version + 1)).rejects.toThrow("conflict");
  });
});

describe("what a sponsor sees", () => {
  test("initials, work, village and cover of the worker, and nothing else of the person", async () => {
    const { app } = city;
    const { sponsor } = await sponsored(anActor(app, "MGR"));
    const mine = await getMyPledge(app, sponsor);
    expect(mine.workers).toHaveLength(1);
    expect(mine.workers[0]).toMatchObject({
      name: "S. A.",
      occupationGroup: "trader",
      villageName: "Naras I",
    });
    expect(Object.keys(mine.workers[0]!).toSorted()).toEqual(
      [
        "acceptedOn",
        "agreedAt",
        "coverState",
        "endedAt",
        "enrolmentState",
        "fromMonth",
        "name",
        "occupationGroup",
        "paidUntil",
        "sponsorshipId",
        "villageName",
      ].toSorted(),
    );
    const seen = await readRows(app, "select purpose from audit.accesses where purpose = 'my-pledge'");
    expect(seen).toHaveLength(1);
  });
});

describe("access", () => {
  test("signing needs a fresh step-up, and nobody but a sponsor signs", async () => {
    const { app } = city;
    const sponsor = await aCivilServant(app);
    const { steppedUpAt: _fresh, ...stale } = sponsor;
    await expect(signPledge(app, stale, terms())).rejects.toThrow("step-up-required");
    for (const role of [
      "PUB",
      "OPR",
      "KDS",
      "CMT",
      "MGR",
      "DAT",
      "BND",
      "BKP",
      "BPJ",
      "FIN",
      "AUD",
      "ADM",
    ] as const) {
      await expect(signPledge(app, aSteppedUpActor(app, role, places.naras.code), terms())).rejects.toThrow(
        role === "PUB" ? "unauthenticated" : "forbidden",
      );
    }
  });

  test("a sponsor neither sees nor stops another's pledge", async () => {
    const { app } = city;
    const { sponsor } = await sponsored(anActor(app, "MGR"));
    const stranger = await aCivilServant(app);
    expect(await getMyPledge(app, stranger)).toMatchObject({ pledge: null, workers: [] });
    const pledgeId = (await getMyPledge(app, sponsor)).pledge!.id;
    const stop = { operationId: app.newId(), pledgeId, version: 1 };
    await expect(stopPledge(app, stranger, stop)).rejects.toThrow("not-found");
    await expect(listPledges(app, stranger)).rejects.toThrow("forbidden");
  });

  test("a treasurer sees the own OPD only, with sponsor and amount but no worker, and of fewer than five pledges none and no sum", async () => {
    const { app } = city;
    for (const office of ["DINSOS", "DISKOMINFO"]) {
      await signPledge(app, await aCivilServant(app, { office }), terms());
    }
    const treasurer = anActor(app, "BND", "DINSOS");
    const sign = async () => signPledge(app, await aCivilServant(app, { office: "DINSOS" }), terms());
    for (let signed = 1; signed < 5; signed += 1) {
      expect(await listPledges(app, treasurer)).toMatchObject({ rows: [], total: 0, isTooFew: true });
      expect(await sumPledges(app, treasurer)).toEqual([]);
      await sign();
    }
    const own = await listPledges(app, treasurer, { opd: "DISKOMINFO" });
    expect(own.rows.map(({ opd }) => opd)).toEqual(Array.from({ length: 5 }, () => "DINSOS"));
    expect(own.rows[0]).toMatchObject({ sponsorName: "Rosmaniar, S.Pd", capRupiah: 20_000 });
    for (const role of ["MGR", "BKP", "FIN", "AUD"] as const) {
      const { rows } = await listPledges(app, anActor(app, role));
      expect(rows.map(({ opd }) => opd)).toEqual([...own.rows.map(({ opd }) => opd), "DISKOMINFO"]);
      expect(rows.every(({ sponsorName }) => sponsorName === "Rosmaniar, S.Pd")).toBe(true);
    }
    await expect(listPledges(app, anActor(app, "BND"))).rejects.toThrow("forbidden");
    await expect(listPledges(app, anActor(app, "OPR", places.naras.code))).rejects.toThrow("forbidden");
  });

  test("a second city sees nothing of this one", async () => {
    const { app } = city;
    await sponsored(anActor(app, "MGR"));
    const manager = { ...anActor(app, "MGR"), regionCode: places.elsewhere.region };
    expect((await listPledges(app, manager)).rows).toEqual([]);
    expect((await listWaiting(app, manager)).total).toBe(0);
  });

  test("only the programme manager matches", async () => {
    const { app } = city;
    for (const role of ["OPR", "KDS", "CMT", "DAT", "BKP", "BPJ", "FIN", "AUD", "ADM"] as const) {
      const actor = anActor(app, role, places.naras.code);
      await expect(proposeMatches(app, actor, { operationId: app.newId() })).rejects.toThrow("forbidden");
      await expect(listWaiting(app, actor)).rejects.toThrow("forbidden");
    }
    await expect(
      getPacket(app, anActor(app, "OPR", places.naras.code), { packetId: app.newId() }),
    ).rejects.toThrow("forbidden");
  });
});
