import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { recordLifeEvent, undoLifeEvent } from "#life-events";
import {
  anActor,
  anEndorsedPerson,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { listTasks } from "#tasks";
import { asCity } from "#use-case";
import { drainToEmpty, passDay } from "#work";
import {
  addMember,
  childrenOfRound,
  chooseHead,
  disputeHeirs,
  endGuardian,
  endMembership,
  endScholarship,
  exportOrphans,
  familyOf,
  freezeFamilies,
  getChild,
  getFamily,
  listChildren,
  listOrphanRegister,
  listOrphans,
  noteConsent,
  noteLetter,
  noteSchool,
  openChild,
  openFamily,
  setGuardian,
  setUpFamily,
  type ShownFamily,
  verifyChild,
} from "./index.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
let operator: Actor;
let person: ThreadPerson;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  await city.setNow("2026-12-01T03:00:00Z");
  operator = anActor(city.app, "OPR", places.naras.code);
  person = await anEndorsedPerson(city.app);
});

const keep = () => setUpFamily(city.app, operator, { ...op(), personCode: person.code });
const personCode = () => ({ ...op(), personCode: person.code });

async function add(kinship: string, name: string, birthDate = "", from = "") {
  const answer = await addMember(city.app, operator, { ...personCode(), kinship, name, birthDate, from });
  if (answer.outcome !== "added") throw new Error(JSON.stringify(answer));
  return { memberId: answer.memberId, childCode: answer.childCode ?? "", isPosthumous: answer.isPosthumous };
}

const dies = (on: string) =>
  recordLifeEvent(city.app, operator, {
    ...personCode(),
    kind: "died",
    on: on as never,
    document: "village-letter",
  });

async function shown(by: Actor = operator): Promise<ShownFamily> {
  const family = await getFamily(city.app, by, { personCode: person.code });
  if (!family.isKept) throw new Error("not kept");
  return family;
}

/** A worker who died on 4 November, with wife and two children of the design's example. */
async function aFamily() {
  await keep();
  const wife = await add("spouse", "Rosmawati", "1983-01-01", "2005-01-01");
  const first = await add("child", "Rahmat Hidayat", "2012-06-01");
  const second = await add("child", "Zahra Aulia", "2019-11-20");
  await dies("2026-11-04");
  return { wife, first, second };
}

const mark = (isDisputed: boolean) => disputeHeirs(city.app, operator, { ...personCode(), isDisputed });

const end = (memberId: string, ending: string, on: string) =>
  endMembership(city.app, operator, { ...personCode(), memberId, ending, on });

const countKept = async () => (await shown()).children.length;

const school = (childCode: string, level: string, yearOfLevel: string) =>
  noteSchool(city.app, operator, {
    ...op(),
    childCode,
    level,
    yearOfLevel,
    on: "2026-11-04",
    scholarship: "granted",
  });

const guardian = (childCode: string, more: object = {}) =>
  setGuardian(city.app, operator, {
    ...op(),
    childCode,
    kind: "surviving-parent",
    evidence: "family-card",
    name: "Rosmawati",
    phone: "",
    from: "2026-11-05",
    until: "",
    ...more,
  });

describe("a family", () => {
  test("is kept once; names and births lie sealed, and stand in no trail, answer of a change, or list", async () => {
    expect([(await keep()).outcome, (await keep()).outcome]).toEqual(["kept", "was-kept"]);
    const { childCode } = await add("child", "Rahmat Hidayat", "2012-06-01");
    await guardian(childCode, { name: "Nurbaiti", phone: "0812 3456 7321" });
    expect(await readRowsAs(city.app, operator, "select 1 from app.operations")).not.toEqual([]);
    const tables = [
      "households",
      "household_members",
      "household_terms",
      "family_children",
      "child_guardians",
    ];
    for (const table of [
      ...tables.map((name) => `app.${name}`),
      "app.operations",
      "audit.entries",
      "app.work",
    ]) {
      const statement = `select t::text as all from ${table} t`;
      // An operation is shown to whoever began it alone.
      const rows = await (table === "app.operations"
        ? readRowsAs<{ all: string }>(city.app, operator, statement)
        : readRows<{ all: string }>(city.app, statement));
      for (const secret of ["Rahmat", '2012-06-01"', "Nurbaiti", "7321"])
        expect(rows.map(({ all }) => all).join("\n")).not.toContain(secret);
    }
    expect(JSON.stringify(await shown())).not.toMatch(/Rahmat|2012-06/);
  });

  test("refuses a name that holds a number of a card, a child without birth, tomorrow, and a stand before birth", async () => {
    await keep();
    const typed = { ...personCode(), kinship: "child", name: "Rahmat", birthDate: "", from: "" };
    const ask = (more: object) => addMember(city.app, operator, { ...typed, ...op(), ...more });
    await expect(ask({ name: "1377920105790001" })).rejects.toMatchObject({
      code: "identity-number-in-note",
    });
    expect(await ask({})).toEqual({ outcome: "refused", reasons: ["without-birth-date"] });
    expect(await ask({ birthDate: "2026-12-02" })).toEqual({ outcome: "refused", reasons: ["in-future"] });
    expect(await ask({ birthDate: "2012-02-30" })).toEqual({ outcome: "refused", reasons: ["no-such-day"] });
    expect(await ask({ birthDate: "2012-02-03", from: "2012-02-01" })).toEqual({
      outcome: "refused",
      reasons: ["before-birth"],
    });
  });

  test("gets its new head proposed when the head dies, and a person confirms; a refuted death brings the old one back", async () => {
    const { wife } = await aFamily();
    const family = await shown();
    expect(family.proposal).toEqual({ id: wife.memberId, because: "spouse" });
    expect(family.members.find(({ kinship }) => kinship === "self")).toMatchObject({
      isAlive: false,
      role: null,
    });
    const choose = (memberId: string, on: string) =>
      chooseHead(city.app, operator, { ...personCode(), memberId, on });
    const self = family.members.find(({ kinship }) => kinship === "self")!;
    expect(await choose(self.memberId, "2026-11-05")).toEqual({
      outcome: "refused",
      reasons: ["not-standing"],
    });
    expect(await choose(wife.memberId, "2026-11-04")).toEqual({ outcome: "chosen", wasProposed: true });
    const after = await shown();
    expect(after.proposal).toBeNull();
    expect(after.members.filter(({ role }) => role === "head").map(({ kinship }) => kinship)).toEqual([
      "spouse",
    ]);
    const [event] = await readRows<{ id: string }>(city.app, "select id from app.life_events");
    await undoLifeEvent(city.app, operator, { ...op(), lifeEventId: event!.id });
    expect(await choose(self.memberId, "2026-12-01")).toMatchObject({ outcome: "chosen" });
    expect(
      (await shown()).members.filter(({ role }) => role === "head").map(({ kinship }) => kinship),
    ).toEqual(["self"]);
  });

  test("ends a membership with its reason; the breadwinner's death is told to the register instead", async () => {
    await keep();
    const wife = await add("spouse", "Rosmawati", "1983-01-01", "2005-01-01");
    const self = (await shown()).members.find(({ kinship }) => kinship === "self")!;
    expect(await end(self.memberId, "died", "2026-11-01")).toEqual({
      outcome: "refused",
      reasons: ["ask-the-register"],
    });
    expect(await end(wife.memberId, "divorced", "2024-05-01")).toEqual({ outcome: "ended" });
    expect(await end(wife.memberId, "moved", "2024-06-01")).toEqual({
      outcome: "refused",
      reasons: ["not-standing"],
    });
    await dies("2026-11-04");
    expect((await shown()).heirs!.leftOut).toEqual([{ id: wife.memberId, because: "divorced-before" }]);
  });

  test("the database itself refuses two stands of one member, and two heads, on one day", async () => {
    await keep();
    const { memberId } = await add("spouse", "Rosmawati", "1983-01-01");
    const term = (from: string, role: string) =>
      readRowsAs(
        city.app,
        operator,
        `insert into app.household_terms (region_code, id, village_code, member_id, role, from_on, noted_by)
         select region_code, gen_random_uuid(), village_code, id, '${role}', '${from}', app.actor_id()
         from app.household_members where id = ?`,
        memberId,
      );
    await expect(term("2020-01-01", "spouse")).rejects.toMatchObject({ code: "23P01" });
    await expect(term("1970-01-01", "head")).rejects.toMatchObject({ code: "23P01" });
  });

  test("names its heirs by the day of death with reasons, and hands a dispute to a person", async () => {
    const { wife, first, second } = await aFamily();
    await add("parent", "Buyuang", "1950-01-01");
    const { heirs } = await shown();
    expect(heirs!.heirs.map(({ id }) => id).toSorted()).toEqual(
      [wife, first, second].map(({ memberId }) => memberId).toSorted(),
    );
    expect([heirs!.questions, heirs!.decidedBy]).toEqual([["minor-heir"], "rule"]);
    expect([(await mark(true)).outcome, (await mark(true)).outcome]).toEqual(["marked", "unchanged"]);
    expect((await shown()).heirs!.decidedBy).toBe("person");
    await mark(false);
    expect((await shown()).heirs!.decidedBy).toBe("rule");
  });

  test("takes in a child born after the death up to 300 days later, for a person to look at", async () => {
    await aFamily();
    await city.setNow("2027-12-01T03:00:00Z");
    expect(await add("child", "Bayi", "2027-08-31")).toMatchObject({ isPosthumous: true });
    const late = { ...personCode(), kinship: "child", name: "Bayi", birthDate: "2027-09-01", from: "" };
    expect(await addMember(city.app, operator, late)).toEqual({
      outcome: "refused",
      reasons: ["born-too-late"],
    });
    expect((await shown()).heirs!.questions).toContain("born-after-the-death");
  });
});

describe("a scholarship", () => {
  test("of the design's two children is 84 and 71 million; a third child is told that two are covered", async () => {
    const { first, second } = await aFamily();
    await school(first.childCode, "smp", "3");
    await school(second.childCode, "sd", "1");
    const totals = async () => (await shown()).children.map(({ calendar }) => calendar?.total);
    expect(await totals()).toEqual([71_000_000, 84_000_000]);
    const third = await add("child", "Fitri", "2010-06-01");
    await school(third.childCode, "sma", "2");
    expect((await shown()).children[2]!.calendar).toMatchObject({ total: 0, because: "third-child" });
  });

  test("wants a letter a year, which is a task until it came; marriage ends it", async () => {
    const { first } = await aFamily();
    await guardian(first.childCode);
    await school(first.childCode, "smp", "3");
    await city.setNow("2026-12-10T03:00:00Z");
    const tasks = async () =>
      Object.fromEntries((await listTasks(city.app, operator)).map(({ code, count }) => [code, count]));
    // The younger child is not in school yet, and has no guardian.
    expect(await tasks()).toMatchObject({ "school-letters": 1, "child-guardians": 1 });
    const letter = (schoolYear: string) =>
      noteLetter(city.app, operator, { ...op(), childCode: first.childCode, schoolYear, on: "2026-12-09" });
    expect(await letter("2019")).toEqual({ outcome: "refused", reasons: ["not-a-year-of-the-calendar"] });
    expect(await letter("2026")).toEqual({ outcome: "noted" });
    expect(await letter("2026")).toEqual({ outcome: "refused", reasons: ["letter-was-noted"] });
    expect(await tasks()).not.toHaveProperty("school-letters");
    const married = { ...op(), childCode: first.childCode, kind: "married", on: "2026-12-10" };
    await endScholarship(city.app, operator, married);
    const { child } = await getChild(city.app, operator, { childCode: `YT-${first.childCode}` });
    expect(child.calendar).toMatchObject({ total: 2_000_000, ends: { because: "married" } });
  });
});

describe("a child", () => {
  test("has one guardian at a time, whose consent ends with the guardian", async () => {
    const { first } = await aFamily();
    const { childCode } = first;
    const consent = (on: string) =>
      noteConsent(city.app, operator, { ...op(), childCode, consent: "given", on });
    expect(await consent("2026-11-20")).toEqual({ outcome: "refused", reasons: ["without-guardian"] });
    expect(await guardian(childCode)).toEqual({ outcome: "set" });
    expect(await guardian(childCode, { kind: "relative", name: "Nurbaiti" })).toEqual({
      outcome: "refused",
      reasons: ["overlaps"],
    });
    expect(await guardian(childCode, { kind: "court-appointed" })).toMatchObject({ outcome: "refused" });
    await consent("2026-11-20");
    const now = async () => (await getChild(city.app, operator, { childCode })).child;
    expect(await now()).toMatchObject({
      hasConsent: true,
      guardianState: "stands",
      siblings: 1,
      isOrphan: true,
    });
    const guardianId = (await now()).guardians[0]!.id;
    await endGuardian(city.app, operator, { ...op(), childCode, guardianId, on: "2026-12-01" });
    expect(await now()).toMatchObject({ hasConsent: false, guardianState: "missing" });
    await verifyChild(city.app, operator, { ...op(), childCode });
    expect((await now()).verifiedAt).not.toBeNull();
  });

  test("shows its name only for a reason, which the access log keeps; the charity officer may, auditor and data officer may not", async () => {
    const { first } = await aFamily();
    const { childCode } = first;
    const charity = anActor(city.app, "CHR");
    const secret = /Rahmat|2012-06/;
    for (const by of [operator, charity, anActor(city.app, "MGR"), anActor(city.app, "DPO")]) {
      expect(JSON.stringify(await getChild(city.app, by, { childCode }))).not.toMatch(secret);
      const opened = await openChild(city.app, by, { childCode, purpose: "school" });
      expect(opened.child).toMatchObject({ name: "Rahmat Hidayat", birthDate: "2012-06-01" });
    }
    await expect(openChild(city.app, charity, { childCode, purpose: "curious" })).rejects.toMatchObject({
      code: "invalid-input",
    });
    for (const role of ["AUD", "DAT", "KDS", "CMT", "FIN", "EXE", "BND", "SPN"] as const)
      await expect(
        openChild(city.app, aSteppedUpActor(city.app, role, places.naras.code), {
          childCode,
          purpose: "school",
        }),
      ).rejects.toMatchObject({ code: "forbidden" });
    const auditor = await shown(anActor(city.app, "AUD"));
    expect(JSON.stringify(auditor)).not.toMatch(secret);
    expect(auditor.can).toEqual({ write: false, follow: false, open: false });
    await expect(
      openFamily(city.app, anActor(city.app, "OPR", places.kampung.code), {
        personCode: person.code,
        purpose: "claim",
      }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(
      (await openFamily(city.app, operator, { personCode: person.code, purpose: "claim" })).members[1]!.name,
    ).toBe("Rosmawati");
    const logged = await readRows<{ purpose: string }>(
      city.app,
      "select distinct purpose from audit.accesses",
    );
    expect(logged.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(["orphan-open:school", "family-open:claim", "orphan", "family"]),
    );
  });

  test("stands in the register with initials, age and siblings counted; its file bears not even initials", async () => {
    const { second } = await aFamily();
    await guardian(second.childCode);
    const list = (filter: object, by: Actor = operator) => listOrphanRegister(city.app, by, filter);
    const found = await list({});
    expect(found.rows.map(({ age, siblings, guardianState }) => [age, siblings, guardianState])).toEqual([
      [14, 1, "missing"],
      [7, 1, "stands"],
    ]);
    expect((await list({ guardian: "stands" })).total).toBe(1);
    expect((await list({ villageCode: places.kampung.code }, anActor(city.app, "DAT"))).total).toBe(0);
    expect((await list({}, anActor(city.app, "OPR", places.kampung.code))).total).toBe(0);
    const { bytes, code } = await exportOrphans(city.app, operator, { format: "csv" });
    const text = Buffer.from(bytes).toString("utf8");
    expect(text).toContain(code);
    expect(text).not.toMatch(/R\.H|Z\.A|Rahmat|Zahra|2012/);
  });
});

describe("a frozen copy", () => {
  test("of a family is made once a claim, is hashed, says what was, and is never changed", async () => {
    const { first } = await aFamily();
    const referenceId = city.app.newId();
    const freeze = () =>
      asCity(city.app, "test", (step) =>
        freezeFamilies(step, { personIds: [person.id] }, { why: "alms-round", referenceId }),
      );
    const [copy, ...others] = await freeze();
    expect(others).toEqual([]);
    expect(copy!.childIds).toHaveLength(2);
    expect(copy!.hash).toMatch(/^[0-9a-f]{64}$/);
    await add("child", "Fitri", "2010-06-01");
    expect(await freeze()).toMatchObject([{ copyId: copy!.copyId, hash: copy!.hash }]);
    expect(await readRows(city.app, "select children from app.family_copies")).toEqual([{ children: 2 }]);
    const frozen = await asCity(city.app, "test", (step) => childrenOfRound(step, { referenceId }));
    expect(frozen.map(({ childId, siblings }) => [childId === first.memberId, siblings])).toEqual([
      [true, 1],
      [false, 1],
    ]);
    const [row] = await readRows<{ all: string }>(city.app, "select c::text as all from app.family_copies c");
    expect(row!.all).not.toContain("Rahmat");
    for (const statement of ["update app.family_copies set children = 3", "delete from app.family_copies"])
      for (const by of [operator, anActor(city.app, "MGR"), anActor(city.app, "CHR")])
        await expect(readRowsAs(city.app, by, statement)).rejects.toMatchObject({ code: "42501" });
  });

  test("and the other doors answer claims and alms from the same family", async () => {
    const { wife } = await aFamily();
    const [family, children, orphans] = await asCity(city.app, "test", async (step) => [
      await familyOf(step, { personId: person.id, on: "2026-11-03" as never }),
      await listChildren(step, { personId: person.id }),
      await listOrphans(step, { under: 10 }),
    ]);
    expect(family!.headId).not.toBe(wife.memberId);
    expect(family!.heirs!.heirs).toHaveLength(3);
    expect(children.map(({ siblings }) => siblings)).toEqual([1, 1]);
    expect(orphans.map(({ age, siblings }) => [age, siblings])).toEqual([[7, 1]]);
  });
});

describe("what is kept too long goes at night", () => {
  test("a child's record a year after the 18th birthday, never while a scholarship wants letters; brothers and sisters count on", async () => {
    const { first, second } = await aFamily();
    await school(second.childCode, "sd", "1");
    const left = async () => (await shown()).children.map(({ childCode }) => childCode);
    await city.setNow("2031-05-30T03:00:00Z");
    await passDay(city.app);
    expect(await left()).toEqual([first.childCode, second.childCode]);
    await city.setNow("2031-06-01T03:00:00Z");
    await passDay(city.app);
    expect(await left()).toEqual([second.childCode]);
    expect((await shown()).children[0]!.siblings).toBe(1);
    const [row] = await readRows(
      city.app,
      "select told_sealed from app.household_members where id = ?",
      first.memberId,
    );
    expect(row).toEqual({ toldSealed: null });
    const receipts = await readRows(
      city.app,
      "select details from audit.entries where action = 'retention.forget-families'",
    );
    expect(receipts).toEqual([{ details: { forgotten: 1 } }]);
    await drainToEmpty(city.app);
  });

  test("a child's record two years after it left", async () => {
    const { first } = await aFamily();
    const left = { ...personCode(), memberId: first.memberId, ending: "moved", on: "2026-12-01" };
    await endMembership(city.app, operator, left);
    await city.setNow("2028-11-29T03:00:00Z");
    await passDay(city.app);
    expect(await countKept()).toBe(2);
    await city.setNow("2028-12-01T03:00:00Z");
    await passDay(city.app);
    expect(await countKept()).toBe(1);
  });
});
