import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newPersonCode } from "@tuwai/domain/identity";
import { civilDate, type Month } from "@tuwai/domain/time";
import { createDemoAccounts } from "#accounts";
import type { App } from "#app";
import { anActor, readRows, readRowsAs, type Thread } from "#testing";
import { askedClaim, caseNames } from "./testing-claim.ts";
import { thingsOf } from "./testing-things.ts";
import { type AskedFamily, askedFamily, familyWords } from "./testing-family.ts";
import { askedMeeting, type AskedMeeting, meetingWords } from "./testing-meeting.ts";
import { almsNames } from "./testing-alms-names.ts";
import { indicatorWords } from "./testing-indicator-words.ts";
import { commitmentWords, moneyWords, pairWords, payrollWords } from "./testing-money-words.ts";

/** A thread and what only these tests add to it. */
export type Asked = Thread & {
  readonly questionId: string;
  readonly workId: string;
  readonly accountId: string;
  readonly decisionId: string;
  readonly payerId: string;
  readonly payrollCode: string;
  readonly remittanceCode: string;
  readonly reportId: string;
  readonly otherReportId: string;
  readonly meeting: AskedMeeting;
  readonly claimCode: string;
  readonly family: AskedFamily;
};

/**
 * Everything by which a use case can be asked for a thread: one bag of inputs for all of them. Fields carry the name of what
 * they name, so a use case that asks for a thing by a new name needs one more line here, and nothing else.
 */
export function bagOf(app: App, thread: Asked) {
  return {
    // One operation each time: nothing is answered from memory.
    operationId: app.newId(),
    ...namesIn(thread),
    ...wordsOf(app),
  };
}

/** The names of a thread's things, each under the field that use cases ask for it by. */
export function namesIn(thread: Asked) {
  const { place, person, waiting } = thread;
  return {
    version: 1,
    villageCode: place.code,
    kecamatanCode: place.kecamatan,
    office: thread.office,
    branch: thread.branch,
    personCode: person.code,
    personCodes: [person.code],
    personId: person.id,
    personIds: [waiting.id],
    otherPersonId: waiting.id,
    endorsementId: thread.listId,
    pledgeId: thread.pledgeId,
    sponsorshipId: thread.sponsorshipId,
    sponsorshipIds: [thread.sponsorshipId],
    enrolmentId: thread.enrolmentId,
    enrolmentIds: [thread.enrolmentId],
    packetId: thread.packetId,
    packetCode: thread.packetCode,
    batchId: thread.batchId,
    importCode: thread.batchId,
    questionId: thread.questionId,
    linkId: thread.questionId,
    workId: thread.workId,
    accountId: thread.accountId,
    lifeEventId: thread.lifeEventId,
    roundId: thread.questionId,
    withdrawalId: thread.person.id,
    moveId: thread.person.id,
    evidenceId: thread.person.id,
    correctionId: thread.correctionId,
    decisionId: thread.decisionId,
    otherPersonCode: waiting.code,
    recordId: waiting.id,
    proposalId: thread.questionId,
    closingId: thread.questionId,
    entryId: thread.questionId,
    receivingAccountId: thread.questionId,
    billId: thread.questionId,
    certificateId: thread.questionId,
    certificateCode: thread.questionId,
    cardCode: thread.questionId,
    payrollCode: thread.payrollCode,
    remittanceCode: thread.remittanceCode,
    payerId: thread.payerId,
    handoverId: thread.questionId,
    periodId: thread.questionId,
    reservationId: thread.questionId,
    answerId: thread.questionId,
    otherCoverId: thread.questionId,
    refundId: thread.questionId,
    refundIds: [thread.questionId],
    endingId: thread.questionId,
    matchId: thread.questionId,
    invitationCode: thread.questionId,
    commitmentId: thread.questionId,
    stepId: thread.questionId,
    minutesId: thread.questionId,
    minutesCode: thread.questionId,
    replyId: thread.questionId,
    fileId: thread.questionId,
    ...thread.meeting,
    ...caseNames(thread),
    ...almsNames(thread.questionId),
    ...thread.family,
    villagePaymentId: thread.questionId,
  };
}

const commitmentAndMeetingWords = {
  ...indicatorWords,
  ...familyWords,
  ...commitmentWords,
  ...meetingWords,
  ...pairWords,
  side: "left-out",
};

/** What is no thread's: the same in every bag, and what a list is asked for when it is asked for everything. */
export function wordsOf(app: App) {
  return {
    page: 1,
    ...commitmentAndMeetingWords,
    month: "2026-12" as Month,
    fromMonth: "2026-12" as Month,
    ...moneyWords,
    on: civilDate("2026-11-01"),
    entry: {
      event: { kind: "receive", bank: "nagari", from: { kind: "unknown" }, amount: 5 },
      naturalKey: `receive|${app.newId()}`,
      valueDate: civilDate("2026-11-01"),
      reason: "uji",
    },
    purpose: "enrolment-question",
    finding: "not-dangerous",
    result: "done",
    text: "pawang hujan",
    meaning: "other",
    reason: "other",
    note: "periksa lagi",
    verdict: "approve",
    fundSource: "apbd",
    confirmCount: 1,
    consentTextVersion: "sedia-1",
    capRupiah: 40_000,
    workerCount: 1,
    channel: "payroll",
    wishes: {},
    answer: "still-here",
    answers: [],
    choices: [],
    contacts: { cityPhone: "", cityWhatsapp: "", branchPhone: "", branchWhatsapp: "", careLine: "175" },
    fields: { phone: "081234567890" },
    consent: "none",
    isSomebodyElse: true,
    source: "visit",
    toldBy: "self",
    toldHow: "in-person",
    toVillageCode: "13.77.01.1004",
    movedOn: "2026-11-01",
    shows: "menjual ikan",
    reference: "Map 3",
    seenOn: "2026-11-01",
    toldOn: "2026-11-01",
    ...payrollWords,
    rows: [{ sheet: 1, row: 2 }],
    mends: [{ sheet: 1, row: 2, changes: [{ column: 1, text: "a" }] }],
    query: {},
    format: "csv",
    kind: "village-list",
    fileName: "daftar.csv",
    path: listFile(app),
    email: "baru@pariaman.id",
    name: "Yusnidar",
    role: "DAT",
    password: "kata sandi yang panjang",
    newPassword: "gulai tunjang dekat pasar",
    oneTimeCode: "000000",
    headers: new Headers(),
    words: {
      sheet: "a",
      mark: "b",
      problem: "c",
      repair: "d",
      sentences: () => ({ problem: "e", repair: "f" }),
      columns: [{ header: "g", value: (worker: { readonly fullName?: string }) => worker.fullName ?? null }],
    },
  };
}

function listFile(app: App): string {
  const path = join(app.config.dataDir, "daftar-coba.csv");
  writeFileSync(path, "Nama;NIK\nSyafril;\n");
  return path;
}

/** A thread that does not exist, of the shape of one that does. */
export function nobodys(app: App): Asked {
  const id = () => app.newId();
  const aPerson = () => ({ id: id(), code: newPersonCode((below) => randomInt(below)), nik: "" });
  return {
    place: { code: "13.77.09.2999", name: "Entah", kecamatan: "13.77.09", region: "13.77" } as never,
    person: aPerson(),
    waiting: aPerson(),
    sponsor: { userId: id(), role: "SPN", regionCode: "13.77", scope: id() },
    office: "ENTAH",
    branch: "entah",
    pledgeId: id(),
    sponsorshipId: id(),
    enrolmentId: id(),
    packetId: id(),
    packetCode: "PKT-2026-11-99",
    batchId: id(),
    listId: id(),
    questionId: id(),
    workId: id(),
    accountId: id(),
    lifeEventId: id(),
    correctionId: id(),
    decisionId: id(),
    payerId: id(),
    payrollCode: "GJ-2222-22",
    remittanceCode: "ST-2222-22",
    reportId: id(),
    otherReportId: id(),
    meeting: { meetingCode: "C7D2F3", itemId: id(), guestId: id() },
    claimCode: "7T4M2QXCFHJK",
    family: { memberId: id(), childCode: "2222CDFH3333", guardianId: id() },
    marks: [],
  };
}

/** The thread with a question that waits for a data officer: whether its two workers are one. */
export async function askedAbout(app: App, thread: Thread): Promise<Asked> {
  const questionId = app.newId();
  const city = { ...app, config: { ...app.config, regionCode: thread.place.region } };
  await readRows(
    city,
    `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, other_person_id, kind, probability,
       weight, evidence, state, asked_at)
     select region_code, ?, village_code, kecamatan_code, id, ?, 'person', 0.6, 0.5, '[]', 'open', app.now()
     from app.persons where id = ?`,
    questionId,
    thread.waiting.id,
    thread.person.id,
  );
  const sender = anActor(city, "OPR", thread.place.code, thread.place.region);
  await readRowsAs(
    city,
    sender,
    `insert into app.list_absences (region_code, id, village_code, kecamatan_code, person_id, batch_id, answer, told_by, told_at)
     select region_code, ?, village_code, kecamatan_code, id, ?, 'unknown', ?, app.now() from app.persons where id = ?`,
    app.newId(),
    thread.batchId,
    sender.userId,
    thread.person.id,
  );
  const workId = app.newId();
  await readRows(
    city,
    `insert into app.work (region_code, id, topic, payload, attempts, failed_at, last_error)
     values (?, ?, 'cover.refresh', '{"personIds": []}', 8, app.now(), 'RangeError')`,
    thread.place.region,
    workId,
  );
  const decisionId = app.newId();
  const asker = anActor(city, "OPR", thread.place.code, thread.place.region);
  await readRowsAs(
    city,
    asker,
    `insert into app.identity_decisions (region_code, id, village_code, kecamatan_code, kind, person_id, other_id, recorded_by, recorded_role)
     select region_code, ?, village_code, kecamatan_code, 'merge', id, ?, ?, 'OPR' from app.persons where id = ?`,
    decisionId,
    thread.waiting.id,
    asker.userId,
    thread.person.id,
  );
  const things = await thingsOf(city, thread);
  // Whose budget pays may be the city's, which is no thread's own.
  const { payerId: _payer, ...marked } = things;
  const email = `${app.newId()}@demo.tuwai.id`;
  const operator = { email, name: "Operator", role: "OPR", scope: thread.place.code } as const;
  const [accountId = ""] = await createDemoAccounts(city, [operator], "tuwai");
  const family = await askedFamily(city, thread);
  return {
    ...thread,
    family,
    questionId,
    workId,
    accountId,
    decisionId,
    ...things,
    meeting: await askedMeeting(city, thread),
    claimCode: await askedClaim(city, thread),
    marks: [
      ...thread.marks,
      ...Object.values({ questionId, workId, accountId, email, decisionId, ...marked }),
      family.childCode,
      family.memberId,
    ],
  };
}
