import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, type App, roles } from "#app";
import { wholeCity } from "#access";
import { inTransaction } from "#database";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { decideLink } from "./decide-link.ts";
import { getLinkQuestion } from "./get-link-question.ts";
import { linkingQuality } from "./linking-quality.ts";
import { listLinkQuestions } from "./list-link-questions.ts";
import { countQuestions } from "./question-list.view.ts";
import { undoLinkDecision } from "./undo-link-decision.ts";
import { unlink } from "./unlink.ts";

let app: App;
const test = testDatabase();
let officer: Actor;
let person: { id: string; code: string };
let recordId: string;
beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
  officer = anActor(app, "DAT");
  const list = await insertBatch(app, "village-list");
  person = await insertPerson(app, list, {
    name: "H. Rosmaniar",
    nik: "1377934305790001",
    familyCard: "1377930101120007",
    birthDate: "1979-05-03",
    sex: "female",
    address: "Kor. Pasa",
  });
  const dtsen = await insertBatch(app, "dtsen");
  recordId = await insertRecord(
    app,
    { id: dtsen, kind: "dtsen" },
    {
      name: "ROSMANIAR T",
      nik: "1377934305790011",
      familyCard: "1377930101120007",
      birthDate: "1979-03-05",
      sex: "female",
      attributes: { decile: 2, release: "2026-08", asOf: "2026-08-31" },
    },
  );
});

/** A question as the machine leaves it. */
async function aQuestion(
  of: { record?: string; other?: string; person?: string; kind?: string } = {},
): Promise<string> {
  const id = app.newId();
  const isPair = of.other !== undefined;
  await readRows(
    app,
    `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, other_person_id, kind, probability, weight, evidence, state, asked_at)
     select region_code, ?, village_code, kecamatan_code, id, ?, ?, ?, 0.7, 3.2, '[{"comparison":"name","level":"very-alike","bits":9.1}]', 'open', now()
     from app.persons where id = ?`,
    id,
    isPair ? null : (of.record ?? recordId),
    of.other ?? null,
    isPair ? "person" : (of.kind ?? "dtsen"),
    of.person ?? person.id,
  );
  return id;
}
const decide = (questionId: string, verdict: "same" | "different" | "unsure", version = 1, actor = officer) =>
  decideLink(app, actor, { operationId: app.newId(), questionId, version, verdict });
const live = () =>
  readRows<{ personId: string; recordId: string; origin: string; decidedBy: string }>(
    app,
    "select person_id, record_id, origin, decided_by from app.links where ended_at is null",
  );
const stateOf = async (id: string) =>
  (await readRows<{ state: string }>(app, "select state from app.link_questions where id = ?", id))[0]!.state;

const quality = async () =>
  (await linkingQuality(app, officer)).villages.find((village) => village.code === places.naras.code)!;

describe("getLinkQuestion", () => {
  it("shows two sides and computed comparisons, and neither a digit of a number nor the decile", async () => {
    const question = await getLinkQuestion(app, officer, { questionId: await aQuestion() });
    expect(question.comparisons).toMatchObject({
      birthDate: "day-month-swapped",
      sex: "same",
      village: "same",
      nik: {
        outcome: "nearly",
        equalDigits: 15,
        positions: [15],
        datesInsideAgree: true,
        leftDateFits: true,
        rightDateFits: false,
      },
      familyCard: { outcome: "same" },
    });
    expect(question.comparisons.name.left[0]).toEqual({ text: "H. ", mark: "title" });
    expect(question.comparisons.name.right.at(-1)).toEqual({ text: " T", mark: "different" });
    expect(question.machine.evidence).toEqual([{ comparison: "name", level: "very-alike", bits: 9.1 }]);
    const text = JSON.stringify(question);
    for (const forbidden of ["13779", "0579", "579001", "decile", "desil"])
      expect(text).not.toContain(forbidden);
  });

  it("dates the person by the day in the city, also before seven in the morning", async () => {
    const id = await aQuestion();
    await readRows(app, "update app.persons set created_at = '2026-11-21T18:00:00Z' where id = ?", person.id);
    expect((await getLinkQuestion(app, officer, { questionId: id })).left.asOf).toBe("2026-11-22");
  });

  it("leaves a trace of whose data were shown", async () => {
    const id = await aQuestion();
    await getLinkQuestion(app, officer, { questionId: id });
    expect(await readRows(app, "select actor_id, purpose, person_ids from audit.accesses")).toEqual([
      { actorId: officer.userId, purpose: "link-review", personIds: [person.id] },
    ]);
  });
});

describe("decideLink", () => {
  it("an answer 'same' makes a link, has the facts computed anew and leaves an audit row", async () => {
    const question = await aQuestion();
    expect(await decide(question, "same")).toEqual({ outcome: "decided", state: "same", version: 2 });
    expect(await live()).toEqual([
      { personId: person.id, recordId, origin: "decided", decidedBy: officer.userId },
    ]);
    expect(await readRows(app, "select topic, payload from app.work")).toEqual([
      { topic: "people.link", payload: { personIds: [person.id], relink: false } },
    ]);
    expect(await readRows(app, "select action, object_id from audit.entries")).toEqual([
      { action: "link.decide", objectId: question },
    ]);
  });

  it("a NIK written into the reason is refused before anything changes: reasons are shown to others", async () => {
    const question = await aQuestion();
    const noted = { operationId: app.newId(), questionId: question, verdict: "same", version: 1 } as const;
    const reason = "NIK di kartu 1377 9201 0579 0001";
    await expect(decideLink(app, officer, { ...noted, reason })).rejects.toThrow("identity-number-in-note");
    expect(await decide(question, "same")).toMatchObject({ outcome: "decided" });
  });

  it("the same operation sent twice has one effect and one answer", async () => {
    const input = {
      operationId: app.newId(),
      questionId: await aQuestion(),
      version: 1,
      verdict: "same",
    } as const;
    expect(await decideLink(app, officer, input)).toEqual(await decideLink(app, officer, input));
    expect(await live()).toHaveLength(1);
    await expect(decideLink(app, officer, { ...input, verdict: "different" })).rejects.toMatchObject({
      code: "operation-mismatch",
    });
  });

  it("whoever answers second is told what the first answered, and nothing changes", async () => {
    const question = await aQuestion();
    await decide(question, "different");
    await expect(decide(question, "same", 1, anActor(app, "DAT"))).rejects.toMatchObject({
      code: "stale",
      details: { state: "different", version: 2, decidedBy: officer.userId },
    });
    expect(await live()).toEqual([]);
  });

  it("two answers at the same moment: one counts, the other is stale", async () => {
    const question = await aQuestion();
    const answers = await Promise.allSettled([
      decide(question, "same"),
      decide(question, "different", 1, anActor(app, "DAT")),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await readRows(app, "select 1 as one from app.link_decisions")).toHaveLength(1);
  });

  it("a person with a link, or a record of another person, is refused with all reasons", async () => {
    const first = await aQuestion();
    const list = await insertBatch(app, "village-list");
    const rival = await insertPerson(app, list, { name: "Rosmaniar" });
    await decide(first, "same");
    const second = await aQuestion({ person: rival.id });
    expect(await decide(second, "same")).toEqual({ outcome: "refused", reasons: ["record-has-link"] });
    expect(await decide(first, "same", 2)).toEqual({ outcome: "refused", reasons: ["already-answered"] });
  });

  it("settles the other candidates of the person, and taking the answer back asks them again", async () => {
    const dtsen = await insertBatch(app, "dtsen");
    const otherRecord = await insertRecord(app, { id: dtsen, kind: "dtsen" }, { name: "Rosmaniati" });
    const [question, sibling] = [await aQuestion(), await aQuestion({ record: otherRecord })];
    await decide(question, "same");
    expect(await stateOf(sibling)).toBe("withdrawn");
    const undone = await undoLinkDecision(app, officer, {
      operationId: app.newId(),
      questionId: question,
      version: 2,
    });
    expect(undone).toEqual({ outcome: "reopened", version: 3 });
    expect([await stateOf(question), await stateOf(sibling)]).toEqual(["open", "open"]);
    expect(await live()).toEqual([]);
    expect(
      (
        await readRows<{ verdict: string }>(app, "select verdict from app.link_decisions order by at, id")
      ).map((row) => row.verdict),
    ).toEqual(["same", "reopened"]);
  });

  it("two persons answered to be one keep both rows and are linked anew", async () => {
    const list = await insertBatch(app, "village-list", places.kampung);
    const later = await insertPerson(app, list, { name: "Rosmaniar", place: places.kampung });
    const question = await aQuestion({ person: later.id, other: person.id });
    await decide(question, "same");
    expect(await readRows(app, "select id from app.persons where withdrawn_at is null")).toHaveLength(2);
    expect(await readRows(app, "select payload from app.work")).toEqual([
      { payload: { personIds: [later.id, person.id], relink: true } },
    ]);
  });
});

describe("unlink", () => {
  it("ends the link with its history and leaves a question through which it can be taken back", async () => {
    const question = await aQuestion();
    await decide(question, "same");
    const [link] = await readRows<{ id: string }>(app, "select id from app.links");
    const input = { operationId: app.newId(), linkId: link!.id, reason: "wrong-person" };
    expect(await unlink(app, officer, input)).toEqual({ outcome: "unlinked", questionId: question });
    expect(await live()).toEqual([]);
    expect(await readRows(app, "select ended_by from app.links")).toEqual([{ endedBy: officer.userId }]);
    await undoLinkDecision(app, officer, { operationId: app.newId(), questionId: question, version: 3 });
    expect(await decide(question, "same", 4)).toMatchObject({ outcome: "decided" });
    expect(await readRows(app, "select 1 as one from app.links")).toHaveLength(2);
  });

  it("an automatic link that never had a question gets one", async () => {
    await readRows(
      app,
      `insert into app.links (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, at)
       select region_code, ?, village_code, kecamatan_code, id, ?, 'dtsen', 0.999, '[]', 'automatic', now() from app.persons where id = ?`,
      app.newId(),
      recordId,
      person.id,
    );
    const [link] = await readRows<{ id: string }>(app, "select id from app.links");
    const { questionId } = await unlink(app, officer, {
      operationId: app.newId(),
      linkId: link!.id,
      reason: "wrong-person",
    });
    expect(await stateOf(questionId)).toBe("different");
    await expect(
      unlink(app, officer, { operationId: app.newId(), linkId: link!.id, reason: "again" }),
    ).rejects.toMatchObject({ code: "stale" });
  });
});

describe("linkingQuality", () => {
  it("counts by village what is linked, asked and neither", async () => {
    expect((await quality()).registries.dtsen).toEqual({ automatic: 0, decided: 0, open: 0, unlinked: 1 });
    const question = await aQuestion();
    expect((await quality()).registries.dtsen).toEqual({ automatic: 0, decided: 0, open: 1, unlinked: 0 });
    await decide(question, "same");
    expect(await quality()).toMatchObject({
      persons: 1,
      registries: { dtsen: { decided: 1, open: 0 }, "bpjs-members": { unlinked: 1 } },
    });
  });
});

describe("access", () => {
  it("only data officers review links", async () => {
    const id = await aQuestion();
    const refused = roles.filter((role) => role !== "DAT");
    for (const role of refused) {
      const actor = anActor(app, role, places.naras.code);
      const code = role === "PUB" ? "unauthenticated" : "forbidden";
      await expect(listLinkQuestions(app, actor), role).rejects.toMatchObject({ code });
      await expect(getLinkQuestion(app, actor, { questionId: id }), role).rejects.toMatchObject({ code });
      await expect(decide(id, "same", 1, actor), role).rejects.toMatchObject({ code });
      await expect(linkingQuality(app, actor), role).rejects.toMatchObject({ code });
    }
    expect(await stateOf(id)).toBe("open");
  });

  it("the database alone shows questions and links to no village, not even its own", async () => {
    await aQuestion();
    for (const role of ["OPR", "KDS", "MGR", "AUD"] as const) {
      const actor = anActor(app, role, role === "OPR" || role === "KDS" ? places.naras.code : undefined);
      const seen = inTransaction(app, actor, (tx) =>
        countQuestions(tx, { area: wholeCity(actor.regionCode) }),
      );
      if (role === "OPR" || role === "KDS") await expect(seen).rejects.toThrow("permission denied");
      else expect(await seen).toBe(0);
    }
  });

  it("a data officer of another city finds nothing", async () => {
    const id = await aQuestion();
    const stranger = anActor(app, "DAT", undefined, "13.76");
    await expect(getLinkQuestion(app, stranger, { questionId: id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(decide(id, "same", 1, stranger)).rejects.toMatchObject({ code: "not-found" });
    expect((await listLinkQuestions(app, stranger)).total).toBe(0);
    expect((await listLinkQuestions(app, officer, { villageCode: places.naras.code })).total).toBe(1);
    expect((await listLinkQuestions(app, officer, { villageCode: places.kampung.code })).total).toBe(0);
  });
});
