import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { composePacket, sendPacket } from "#packets";
import { signPledge } from "#sponsors";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  branch,
  insertPlaces,
  openCity,
  places,
  readAs,
  testDatabase,
} from "#testing";
import { acceptProposals, fundByCity, listProposals, proposeMatches } from "./index.ts";

const city = testDatabase();
let manager: Actor;
let sponsor: Actor;
beforeEach(async () => {
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  manager = anActor(app, "MGR");
  await anEndorsedPerson(app);
  const terms = { capRupiah: 20_000, workerCount: 1, channel: "payroll", wishes: {} } as const;
  sponsor = await aCivilServant(app, { office: "DINSOS" });
  const stranger = await aCivilServant(app, { office: "DISKOMINFO" });
  for (const each of [sponsor, stranger]) {
    const from = { operationId: app.newId(), fromMonth: month("2026-11"), consentTextVersion: "ikrar-1" };
    await signPledge(app, each, { ...terms, ...from });
    await proposeMatches(app, manager, { operationId: app.newId() });
  }
  const ids = (await listProposals(app, manager)).rows.map(({ id }) => id);
  await acceptProposals(app, manager, { operationId: app.newId(), sponsorshipIds: ids });
});

const count = async (actor: Actor, from: string) =>
  (await readAs<{ n: number }>(city.app, actor, `select count(*)::int as n from ${from}`))[0]!.n;

/** Without any use case between: the statement itself, as the role's own login. */
describe("access by SQL alone", () => {
  test("a sponsor reaches the own pledge, the worker paid for, and no column that identifies them", async () => {
    const { app } = city;
    expect(await count(sponsor, "app.pledges")).toBe(1);
    expect(await count(sponsor, "app.persons")).toBe(1);
    const stranger = anActor(app, "SPN", app.newId());
    for (const table of [
      "app.pledges",
      "app.sponsorships",
      "app.persons",
      "app.enrolments",
      "app.consents",
    ]) {
      expect(await count(stranger, table)).toBe(0);
    }
    for (const column of [
      "birth_date",
      "nik_sealed",
      "nik_index",
      "phone_sealed",
      "address",
      "family_card_index",
    ]) {
      await expect(readAs(app, sponsor, `select ${column} from app.persons`)).rejects.toThrow(
        "permission denied",
      );
    }
    await expect(readAs(app, sponsor, "select kpj_sealed from app.enrolments")).rejects.toThrow(
      "permission denied",
    );
  });

  test("a sponsor can end what is paid for and nothing else", async () => {
    const { app } = city;
    const revive = "update app.enrolments set state = 'accepted'";
    await expect(readAs(app, sponsor, revive)).rejects.toThrow("row-level security");
    await expect(readAs(app, sponsor, "update app.enrolments set fund_source = 'csr'")).rejects.toThrow(
      "permission denied",
    );
    await expect(readAs(app, sponsor, "delete from app.pledges")).rejects.toThrow("permission denied");
  });

  test("a treasurer reads pledges of the own OPD and no worker at all", async () => {
    const { app } = city;
    const treasurer = anActor(app, "BND", "DINSOS");
    expect(await count(treasurer, "app.pledges")).toBe(1);
    expect(await count(anActor(app, "BND"), "app.pledges")).toBe(0);
    expect(await count(anActor(app, "FIN"), "app.pledges")).toBe(2);
    expect(await count(treasurer, "app.persons")).toBe(0);
    expect(await count(treasurer, "app.enrolments")).toBe(0);
    await expect(count(treasurer, "app.sponsorships")).rejects.toThrow("permission denied");
    await expect(readAs(app, anActor(app, "FIN"), "select full_name from app.persons")).rejects.toThrow(
      "permission denied",
    );
    await expect(readAs(app, treasurer, "select nik_sealed from app.source_records")).rejects.toThrow(
      "permission denied",
    );
  });

  test("a branch reaches the people of its sent packets, and of them only the enrolment it was sent", async () => {
    const { app } = city;
    const officer = anActor(app, "BPJ", branch);
    const packet = await composePacket(app, manager, { operationId: app.newId(), month: month("2026-11") });
    if (packet.outcome !== "composed") throw new Error("nothing composed");
    for (const table of ["app.packets", "app.packet_lines", "app.persons", "app.enrolments"]) {
      expect(await count(officer, table)).toBe(0);
    }
    const { packetId, version } = packet.packets[0]!;
    await sendPacket(app, manager, { operationId: app.newId(), packetId, version, confirmCount: 1 });
    const other = await anEndorsedPerson(app);
    await fundByCity(app, manager, { operationId: app.newId(), personIds: [other.id], fundSource: "apbd" });
    for (const table of ["app.packets", "app.packet_lines", "app.persons", "app.enrolments"]) {
      expect(await count(officer, table)).toBe(1);
      expect(await count(anActor(app, "BPJ", "cabang-lain"), table)).toBe(0);
    }
    await expect(readAs(app, officer, "update app.obligations set amount_rupiah = 1")).rejects.toThrow(
      "permission denied",
    );
    await expect(readAs(app, officer, "delete from app.cover_events")).rejects.toThrow("permission denied");
    await expect(readAs(app, officer, "select 1 from app.sponsorships")).rejects.toThrow("permission denied");
  });

  test("villages, camat and a second city keep to themselves", async () => {
    const { app } = city;
    expect(await count(anActor(app, "OPR", places.naras.code), "app.enrolments")).toBe(1);
    expect(await count(anActor(app, "OPR", places.kampung.code), "app.enrolments")).toBe(0);
    expect(await count(anActor(app, "CMT", places.kampung.kecamatan), "app.enrolments")).toBe(0);
    const stranger = { ...manager, regionCode: places.elsewhere.region };
    for (const table of ["app.pledges", "app.sponsorships", "app.enrolments", "app.settings"]) {
      expect(await count(stranger, table)).toBe(0);
    }
    await expect(count(anActor(app, "OPR", places.naras.code), "app.packets")).rejects.toThrow(
      "permission denied",
    );
  });
});
