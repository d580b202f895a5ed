import { addDays } from "@tuwai/domain/time";
import { publicActor } from "#app";
import { addMember, noteSchool, setGuardian, setUpFamily } from "#families";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  places,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import { beforeEach, describe, expect, test } from "vitest";
import { passDay } from "#work";
import { answerHandover, listHandovers, makeHandover, openHandover, revokeHandover } from "./index.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
const operator = () => anActor(city.app, "OPR", places.naras.code);
const charity = () => anActor(city.app, "CHR");
const anybody = () => publicActor(city.app.config.regionCode);

beforeEach(() => insertPlaces(city.app));

/** A child of seven in the second year of primary school, with or without a guardian. */
async function aChild({ hasGuardian = true } = {}): Promise<string> {
  const { code: personCode } = await anEndorsedPerson(city.app);
  await setUpFamily(city.app, operator(), { ...op(), personCode });
  const child = { kinship: "child", name: "Siti Aminah", birthDate: "2019-05-02", from: "" };
  const added = await addMember(city.app, operator(), { ...op(), personCode, ...child });
  if (added.outcome !== "added") throw new Error(JSON.stringify(added));
  const childCode = added.childCode!;
  const guardian = { kind: "relative", evidence: "family-card", name: "Mak Uwo", phone: "", until: "" };
  if (hasGuardian)
    await setGuardian(city.app, operator(), {
      ...op(),
      childCode,
      ...guardian,
      from: city.app.clock.today(),
    });
  const school = { level: "sd", yearOfLevel: "2", on: city.app.clock.today(), scholarship: "unknown" };
  await noteSchool(city.app, operator(), { ...op(), childCode, ...school });
  return childCode;
}

const make = (childCode: string, more: object = {}, actor = operator()) =>
  makeHandover(city.app, actor, {
    ...op(),
    childCode,
    receiverKind: "school",
    receiverName: "SDN 05 Naras",
    handoverPurpose: "schooling",
    handoverFields: [],
    childNeed: "",
    endsOn: city.app.clock.today(),
    consentBy: "signed",
    consentOn: city.app.clock.today(),
    withoutConsent: "",
    ...more,
  });

async function made(childCode: string, more: object = {}): Promise<string> {
  const answer = await make(childCode, more);
  if (answer.outcome !== "made") throw new Error(JSON.stringify(answer));
  return answer.handoverCode;
}
const open = (handoverCode: string) => openHandover(city.app, anybody(), { handoverCode });
const say = (handoverCode: string, answer: string) =>
  answerHandover(city.app, anybody(), { ...op(), handoverCode, answer });

describe("a child that is handed over", () => {
  test("is seen by the code alone, in the fields of its receiver and no other; each look is shown to the owner", async () => {
    const childCode = await aChild();
    const code = await made(childCode);
    const seen = await open(code);
    expect(seen).toMatchObject({ runs: true, standing: "offered", receiver: "SDN 05 Naras" });
    expect(seen).toMatchObject({
      fields: [
        { field: "name", value: "Siti Aminah" },
        { field: "level", value: "sd" },
        { field: "guardian", value: "Mak Uwo" },
      ],
    });
    await open(code);
    const [listed] = (await listHandovers(city.app, operator(), { childCode })).handovers;
    expect(listed).toMatchObject({ code, standing: "offered", looks: { times: 2 } });
    const forOthers = await made(childCode, { receiverKind: "baznas", childNeed: "food" });
    const text = JSON.stringify(await open(forOthers));
    for (const word of ["Siti", "Mak Uwo", "2019"]) expect(text).not.toContain(word);
    expect(text).toContain("food");
  });

  test("is shown until the day ends, and after a refusal, the help or a revocation to nobody: what was told is forgotten", async () => {
    const childCode = await aChild();
    const [late, refused, helped, revoked] = [
      await made(childCode),
      await made(childCode),
      await made(childCode),
      await made(childCode),
    ] as const;
    expect(await say(refused, "refuse")).toEqual({ outcome: "answered", state: "refused" });
    expect(await say(helped, "done")).toEqual({ outcome: "refused", reasons: ["not-running"] });
    await say(helped, "accept");
    expect(await open(helped)).toMatchObject({ runs: true, answers: ["done"] });
    expect(await say(helped, "done")).toEqual({ outcome: "answered", state: "done" });
    expect(await revokeHandover(city.app, operator(), { ...op(), childCode, handoverCode: revoked })).toEqual(
      {
        outcome: "revoked",
      },
    );
    for (const [code, standing] of [
      [refused, "refused"],
      [helped, "done"],
      [revoked, "revoked"],
    ] as const)
      expect(await open(code)).toEqual({ runs: false, standing });
    const left = await readRows(city.app, "select 1 from app.child_handovers where told_sealed is not null");
    expect(left).toHaveLength(1);
    await city.setNow("2027-01-20T03:00:00Z");
    expect(await open(late)).toEqual({ runs: false, standing: "ended" });
    expect(await say(late, "accept")).toEqual({ outcome: "refused", reasons: ["not-running"] });
    expect(
      await revokeHandover(city.app, operator(), { ...op(), childCode, handoverCode: helped }),
    ).toMatchObject({ outcome: "refused" });
  });

  test("is forgotten by itself in the night after its last day, answered or not; one that still runs is not", async () => {
    const childCode = await aChild();
    const [offered, accepted] = [await made(childCode), await made(childCode)];
    await say(accepted, "accept");
    const running = await made(childCode, { endsOn: addDays(city.app.clock.today(), 30) });
    const told = async () =>
      (
        await readRows<{ code: string }>(
          city.app,
          "select code from app.child_handovers where told_sealed is not null order by id",
        )
      ).map(({ code }) => code);
    expect(await told()).toEqual([offered, accepted, running]);
    await passDay(city.app);
    await passDay(city.app);
    expect(await told()).toEqual([running]);
    expect(await open(accepted)).toEqual({ runs: false, standing: "ended" });
    expect(await open(running)).toMatchObject({ runs: true });
    const { handovers } = await listHandovers(city.app, operator(), { childCode });
    expect(handovers.map(({ code, receiver }) => [code, receiver])).toEqual([
      [offered, null],
      [accepted, null],
      [running, "SDN 05 Naras"],
    ]);
    const receipts = "select details from audit.entries where action = 'retention.forget-handovers'";
    expect(await readRows(city.app, receipts)).toEqual([{ details: { forgotten: 2 } }]);
  });

  test("needs the consent of a guardian who is there, or a reason to do without", async () => {
    const childCode = await aChild({ hasGuardian: false });
    expect(await make(childCode)).toEqual({ outcome: "refused", reasons: ["no-consent-of-this-guardian"] });
    expect(await make(childCode, { consentBy: "", consentOn: "" })).toEqual({
      outcome: "refused",
      reasons: ["without-consent"],
    });
    const without = { consentBy: "", consentOn: "", withoutConsent: "no-guardian" };
    expect(await make(childCode, without, charity())).toMatchObject({ outcome: "made" });
  });

  test("belongs to its village and to those who keep orphans: nobody else makes, reads or takes back", async () => {
    const childCode = await aChild();
    const handoverCode = await made(childCode);
    const other = anActor(city.app, "OPR", places.kampung.code);
    await expect(listHandovers(city.app, other, { childCode })).rejects.toMatchObject({ code: "not-found" });
    await expect(make(childCode, {}, other)).rejects.toMatchObject({ code: "not-found" });
    await expect(revokeHandover(city.app, other, { ...op(), childCode, handoverCode })).rejects.toMatchObject(
      { code: "not-found" },
    );
    await expect(make(childCode, {}, anActor(city.app, "MGR"))).rejects.toMatchObject({ code: "forbidden" });
    const seen = await listHandovers(city.app, anActor(city.app, "MGR"), { childCode });
    expect(seen.handovers[0]).toMatchObject({ code: null });
    for (const actor of [
      other,
      anActor(city.app, "DAT"),
      anActor(city.app, "AUD"),
      anActor(city.app, "BPJ", "x"),
    ])
      for (const table of ["app.child_handovers", "app.child_handover_looks"])
        expect(await readRowsAs(city.app, actor, `select * from ${table}`).catch(() => [])).toEqual([]);
  });

  test("stands in no row and no trail by name, and a code is not guessed for long", async () => {
    await made(await aChild());
    const rows = await readRows(
      city.app,
      "select h::text as text from app.child_handovers h union all select e::text from audit.entries e",
    );
    for (const word of ["Siti", "Mak Uwo", "SDN 05"]) expect(JSON.stringify(rows)).not.toContain(word);
    expect(await open("222222222222")).toBeNull();
    const headers = new Headers({ "x-forwarded-for": "203.0.113.9" });
    const guess = () => openHandover(city.app, anybody(), { handoverCode: "33333333333C", headers });
    const guesses: unknown[] = [];
    for (let at = 0; at < 30; at += 1)
      guesses.push(await guess().catch((error: { readonly code?: string }) => error.code));
    expect(guesses).toContain("rate-limited");
  });
});
