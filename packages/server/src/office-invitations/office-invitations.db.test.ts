import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import { publicActor } from "#app";
import { signPledge } from "#sponsors";
import { aCivilServant, anActor, insertPlaces, openCity, testDatabase } from "#testing";
import { closeOfficeInvitation, inviteOffice, listOfficeInvitations, readOfficeInvitation } from "./index.ts";

const city = testDatabase();

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
});

const operationId = () => city.app.newId();
const agency = () => anActor(city.app, "BKP");
const invite = (office: string) => inviteOffice(city.app, agency(), { operationId: operationId(), office });
const read = (invitationCode: string) =>
  readOfficeInvitation(city.app, publicActor("13.77"), { invitationCode });
const listed = async (office: string) =>
  (await listOfficeInvitations(city.app, agency())).find((each) => each.office === office);

async function sponsors(office: string, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const sponsor = await aCivilServant(city.app, { office });
    await signPledge(city.app, sponsor, {
      operationId: operationId(),
      capRupiah: 20_000,
      workerCount: 1,
      fromMonth: month("2026-12"),
      channel: "payroll",
      wishes: {},
      consentTextVersion: "ikrar-2",
    });
  }
}

describe("an office's invitation", () => {
  test("is made once by the civil-service agency or the manager, for an office of the lists alone", async () => {
    await aCivilServant(city.app, { office: "DINSOS" });
    expect(await invite("DINSOS")).toEqual({ outcome: "made" });
    expect(await invite("DINSOS")).toEqual({ outcome: "already-open" });
    await expect(invite("Kantor Khayal")).rejects.toMatchObject({ code: "not-found" });
    await expect(
      inviteOffice(city.app, anActor(city.app, "BND", "DINSOS"), {
        operationId: operationId(),
        office: "DINSOS",
      }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("tells anybody what it costs now and next and who will see it, without signing in", async () => {
    await aCivilServant(city.app, { office: "DINSOS" });
    await invite("DINSOS");
    const page = await read((await listed("DINSOS"))!.code!.toLowerCase());
    expect(page).toMatchObject({ office: "DINSOS", isOpen: true, from: "2026-12" });
    expect(page!.prices.other.map(({ perWorkerRupiah }) => perWorkerRupiah)).toEqual([8_400, 16_800]);
    expect(page!.readers.map(({ role }) => role)).toContain("BKP");
    expect(await read("22222222")).toBeNull();
  });

  test("says how many of an office take part only from five on", async () => {
    await sponsors("DINSOS", 4);
    await invite("DINSOS");
    const { code, sponsors: few } = (await listed("DINSOS"))!;
    expect([few, (await read(code!))!.sponsors]).toEqual([null, null]);
    await sponsors("DINSOS", 1);
    expect([(await listed("DINSOS"))!.sponsors, (await read(code!))!.sponsors]).toEqual([5, 5]);
  });

  test("that is closed says so to whoever still comes, and the office may have a new one", async () => {
    await aCivilServant(city.app, { office: "DINSOS" });
    await invite("DINSOS");
    const { code } = (await listed("DINSOS"))!;
    const close = () =>
      closeOfficeInvitation(city.app, agency(), { operationId: operationId(), invitationCode: code! });
    expect(await close()).toEqual({ outcome: "closed" });
    await expect(close()).rejects.toMatchObject({ code: "not-found" });
    expect(await read(code!)).toMatchObject({ isOpen: false });
    expect(await invite("DINSOS")).toEqual({ outcome: "made" });
  });
});
