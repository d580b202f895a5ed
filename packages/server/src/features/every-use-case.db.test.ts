import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cellOf, scopeOf } from "#access";
import { type Actor, type App, type Role, roles } from "#app";
import { findBatch } from "#imports";
import { packetFields } from "#packet-mapping";
import { placesDatabase, readRows, withoutRowPolicies } from "#testing";
import { read, type UseCase, useCasesOf } from "#use-case";
import { guardedTables } from "./table-owners.ts";
import { type Asked, askedAbout, bagOf, namesIn, nobodys, wordsOf } from "./testing-bag.ts";
import { actorIn, allowedRoles } from "./testing-roles.ts";
import { ask, listUseCases } from "./testing-use-cases.ts";

const database = placesDatabase();
let useCases: readonly UseCase[];
let bare: App;
let close: () => Promise<void>;
let naras: Asked;
let kampung: Asked;
let elsewhere: Asked;

beforeEach(async () => {
  useCases = await listUseCases();
  const { app, threads } = database;
  naras = await askedAbout(app, threads.naras);
  kampung = await askedAbout(app, threads.kampung);
  elsewhere = await askedAbout(app, threads.elsewhere);
  ({ app: bare, close } = withoutRowPolicies(app, database.url));
});
afterEach(() => close());

/** They act on the actor's own session or make something new: no thread can be named to them. */
const namesNothing: Readonly<Record<string, string>> = {
  "target.propose": "proposes the target of a year; no person, no village",
  "handover-open": "answers to a code that its receiver alone has, and whoever guesses is made to wait",
  "handover.answer": "answers to a code that its receiver alone has, and whoever guesses is made to wait",
  "calendar.read": "reads by a secret address, and whoever guesses is made to wait",
  "calendar.make": "makes an address of the actor's own desk",
  "pledge.choose": "says who chooses for the sponsor's own pledge, which it finds by itself",
  "packet-mapping.set": "sets columns of the actor's own city, where a branch of another may be named alike",
  "contacts.set": "enters the numbers of the actor's own city, of which there is one set",
  "account.invite": "makes an account; there is none to find",
  "ledger.record": "enters money that moved in the books of the actor's own city",
  "ledger.propose": "proposes an entry for the books of the actor's own city",
  "ledger.propose-closing": "proposes to close a month of the actor's own city",
  "pledge.ask-cap": "asks the sponsors of the actor's own city",
  "office-invitation.make": "opens an invitation for an office of the actor's own city",
  "certificate.issue": "issues a certificate to the actor itself, who is a sponsor",
  "mandate.keep-account": "puts an account on the paper of the actor's own mandate",
  "receiving-account.propose": "proposes where contributions of the actor's own city go",
  "double-cover.enter": "enters lines that name workers by a number that no thread tells",
  "payer.enter": "enters a payer of the actor's own city",
  "bill.enter": "enters a bill of the actor's own city, where a group of another has the same name",
  "member-changes-file": "makes a file of the actor's own city, each with a code of its own",
  "month-run.start": "runs a month of the actor's own city",
  "match.ask-best": "chooses pairs of the actor's own city",
  "meeting.plan": "plans a meeting of the actor's own city, each with a code of its own",
  "commitment.rules": "sets account codes of the actor's own city",
  "commitment.open-year": "opens a year of the actor's own city",
  "commitment.lock-year": "locks a year of the actor's own city",
  "commitment-file": "makes a file of the actor's own area, each with a code of its own",
  "incident-report.send": "writes down what anybody says, about whom is not looked up",
  "incident-report.take": "writes down what a caller says, in the actor's own village",
  "link-sample.draw": "draws among links of the actor's own city, one sample at a time",
  "visit-sample.draw": "draws among those of the actor's own city who wait to be sent",
  "alms.open-campaign": "opens a campaign of the actor's own city, each with a code of its own",
  "alms.pledge": "writes down what anybody means to give; nobody is looked up",
  plan: "reckons with the figures of the actor's own city; nothing is kept",
  "scenario.save": "keeps a plan of the actor's own city, each with a code of its own",
  "trail.export": "takes the trail of days along and stands in it afterwards itself",
};

/** What somebody says on the telephone, of a kind that there is none of. */
const aCall = { cardCode: "", village: "", time: "", place: "", teller: "other", phone: "", tellerName: "" };

/** Alms, as somebody types them. */
const aGift = {
  amount: "5.000",
  rhythm: "once",
  channel: "qris",
  donorName: "",
  receivedOn: "2026-11-20",
  reference: "",
  pledgeCode: "",
  why: "bounced",
  title: "Sedekah",
  perChild: "75.000",
  plannedOn: "2026-11-20",
  seen: { children: 1, total: 75_000 },
  receiver: "relative",
  note: "",
  proofHash: "",
};
const aHolder = {
  title: "Sedekah",
  campaignCode: "yatim",
  holderKind: "baznas",
  holderName: "BAZNAS",
  permitNumber: "",
  permitFrom: "",
  permitUntil: "",
  giveTo: "QRIS",
};

const someWishes = { sponsors: "5", budget: "", rescued: "", grantPeople: "", grantMonths: "" };

/** Where the bag of a thread must hold something else for one use case. */
const otherwise: Readonly<Record<string, (of: Asked) => object>> = {
  // Of an earlier month a new city has nothing.
  dashboard: () => ({ month: undefined }),
  "packet-mapping.set": () => ({
    fromNumber: 1,
    columns: Object.entries(packetFields).map(([field, { header }]) => ({ field, header })),
  }),
  "life-event.record": ({ waiting }) => ({
    personCode: waiting.code,
    kind: "died",
    document: "family",
  }),
  "endorsement.exclude": ({ waiting }) => ({ personId: waiting.id, reason: "died" }),
  "worker.export": () => ({ purpose: "report" }),
  "work-evidence.add": () => ({ kind: "photo" }),
  "move.request": () => ({ document: "moving-letter" }),
  "family-open": () => ({ purpose: "claim" }),
  "orphan-open": () => ({ purpose: "guardian" }),
  "family.note-consent": () => ({ consent: "given" }),
  "family.set-guardian": () => ({ kind: "relative" }),
  "family.end-scholarship": () => ({ kind: "none" }),
  "sponsorship.end": () => ({ reason: "exchange" }),
  "incident-report.send": () => ({ ...aCall }),
  "incident-report.take": () => ({ ...aCall }),
  "alms.open-campaign": () => ({ ...aHolder }),
  "alms.change-campaign": () => ({ ...aHolder }),
  "alms.pledge": () => ({ ...aGift }),
  "alms.pledge-own": () => ({ ...aGift }),
  "alms.receive": () => ({ ...aGift }),
  "alms.withdraw-receipt": () => ({ ...aGift }),
  "alms.cost": () => ({ ...aGift }),
  "alms.plan-round": () => ({ ...aGift }),
  "alms.plan-follow-up": () => ({ ...aGift }),
  "alms.lock-round": () => ({ ...aGift }),
  "alms.tell-handover": () => ({ ...aGift }),
  "alms-receipt-list": () => ({ text: "tanggal;jumlah\n2026-11-20;5000" }),
  "alms.receive-list": () => ({ text: "tanggal;jumlah\n2026-11-20;5000" }),
  "alms-report": () => ({ month: "2026-11" }),
  "pledge.choose": () => ({ chooses: "sponsor" }),
  "mandate.keep-account": () => ({ bank: "Bank Nagari", number: "00210210123456" }),
  "receiving-account.propose": () => ({
    account: { holder: "BPJS", bank: "Bank Nagari", number: "00210210123456" },
  }),
  "claim.letter": () => ({ letter: "laporan", paper: "f4", letterFormat: "word", reason: "audit" }),
  "link.decide": () => ({ verdict: "unsure" }),
  "arrears.rescue": () => ({ way: "payer", seen: { workers: 1, now: 1, monthly: 0 } }),
  plan: () => ({ inputs: someWishes }),
  "chart-note.write": () => ({ chart: "tren" }),
  "scenario.save": () => ({ title: "Rencana", inputs: someWishes }),
  "scenario.change": () => ({ title: "Rencana", setAside: false }),
  bill: () => ({ month: bare.clock.today().slice(0, 7) }),
  "bill.enter": () => ({ month: bare.clock.today().slice(0, 7) }),
};

/** What a thread does not have, so that nobody finds it there. */
const hasNone: Readonly<Record<string, string>> = {
  "monthly-report": "opens the report of a complete month, of which a new city has none",
  scenario: "opens a plan by a code that only lists tell",
  "scenario-compare": "opens plans by codes that only lists tell",
  "scenario.change": "finds a plan by a code that only lists tell",
  release: "opens a month, and of the thread's city none is published",
  "release-draft": "opens a draft by an id that only its desk tells",
  "release.submit": "finds a draft by an id that only its desk tells",
  "release.confirm": "finds a draft by an id that only its desk tells",
  "release.drop": "finds a draft by an id that only its desk tells",
  "release.notice": "notes on a month, and of the thread's city none is published",
  "minutes.publish": "shows minutes by an id that only their page tells",
  "minutes.finish": "makes minutes final by an id that only their page tells",
  "minutes.scan": "adds to minutes by an id that only their page tells",
  "minutes.answer": "answers what was said to minutes; of the thread's meeting there are none",
  "minutes-scan": "opens a scan of minutes; of the thread's meeting there are none",
  "minutes-check": "checks a paper by a code that only the paper tells",
  "calendar.read": "reads by a secret address that is shown once",
  "targeting.decide": "finds somebody by the record that only a work list tells",
  "targeting.undo": "finds a decision by an id that only a work list tells",
  "link-sample.undo": "takes back the actor's own last answer, of which a stranger has none",
  "decile-watch.undo": "finds a decision by an id that only its page tells",
  "follow-up": "finds a follow-up by an id that only lists tell",
  "follow-up-paper": "finds a paper by an id that only its follow-up tells",
  "follow-up.act": "finds a follow-up by an id that only lists tell",
  "follow-up.answer": "finds a follow-up by an id that only lists tell",
  "follow-up.undo": "finds a follow-up by an id that only lists tell",
  "meeting-cards-print": "prints cards of a meeting; of the thread's nobody made one",
  "decision.withdraw": "withdraws a decision by an id that only its page tells",
  "account.role.end": "ends a role by an id that only the page of the account tells",
  "account.request.decide": "decides what waits for a second person; of the thread nothing does",
  "consent.undo-withdrawal": "undoes what is told on the worker's page; of the thread nobody withdrew",
  "consent.handle-withdrawal": "acts on what is told on a page; of the thread nobody withdrew",
  "work-evidence.undo": "undoes what is told on the worker's page; of the thread there is no evidence",
  "move.decide": "decides what waits on a page; of the thread nobody moves",
  "move.withdraw": "takes back what stands on a page; of the thread nobody moves",
  "link.end": "ends links, and nobody of the thread is linked with a registry",
  "identity.ask-split": "moves a list row by an id that only the worker's page tells",
  "split-preview": "shows a list row by an id that only the worker's page tells",
  "office-invitation.make":
    "invites an office of the lists; asked after others, the thread's list is taken back and its sponsor has stopped",
  "office-invitation.close": "closes an invitation by a code that only the list of offices tells",
  "office-invitation-read": "answers to an address that stands on posters alone",
  "pledge.move": "finds a pledge by a code that only lists tell",
  "servant.keep": "finds a pledge by a code that only lists tell",
  "replacement.extend": "finds a hold by an id that only its page tells",
  "replacement.release": "finds a hold by an id that only its page tells",
  "replacement.undo": "finds a hold by an id that only its page tells",
  "match.accept-own": "answers a proposal; the thread's was accepted",
  "match.ask-another": "answers a proposal; the thread's was accepted",
  "certificate.print": "prints a certificate, and nothing was received of the thread's sponsor",
  "certificate-preview": "draws a certificate, and nothing was received of the thread's sponsor",
  "worker-card-print": "prints a card; of the thread nobody has one",
  "card-check": "answers to a code that stands on a card alone",
  "certificate-check": "answers to a code that stands on paper alone",
  "receiving-account.decide": "decides an account that finance proposed; of the thread none was",
  "payer.withdraw-period": "takes back a period by an id that only the page of its payer tells",
  "payer.undo-hand-over": "undoes a hand-over by an id that only the page of its payer tells",
  "arrears.undo-rescue": "takes back a rescue; of the thread nobody was rescued",
  rescue: "shows a rescue; of the thread nobody was rescued",
  "reservation.extend": "holds longer by an id that only the page of the payer tells",
  "reservation.release": "lets go by an id that only the page of the payer tells",
  "double-cover.answer": "answers about a worker whom another payer listed; of the thread nobody is",
  "double-cover.undo": "takes an answer back by an id that only the page tells",
  "double-cover.withdraw": "takes a line of another payer back by an id that only the page tells",
  "refund.ask": "asks about lines by ids that only the list of refunds tells",
  "refund.answer": "answers a line by an id that only the list of refunds tells",
  "refund.undo-answer": "takes an answer back by an id that only the list of refunds tells",
  "bill.answer": "answers a difference of a bill; of the thread nothing was billed",
  "commitment.undo-enrolment":
    "undoes an enrolment that only the village's page tells; of the thread there is none",
  "village-payment.withdraw":
    "takes back a payment that only the village's page tells; of the thread there is none",
  "packet.decide-red": "decides about whoever is not sent yet; the thread's enrolment was sent",
  "visit-sample.answer": "answers a visit; of the thread nobody is in a sample",
  "handover.revoke": "takes back a hand-over; of the thread's child there is none",
  "incident-report-track": "answers to a code that its reporter alone has",
  "asked-families.look": "opens what a family said; of the thread nobody was asked",
  "asked-families.answer": "notes what a family said; of the thread nobody was asked",
  "claim-document": "shows a document of a case; of the thread nobody died",
  "commitment.reply": "replies to the status of a commitment; of the thread there is none",
  "commitment.step":
    "takes a step of a commitment that only the village's page tells; of the thread there is none",
  "commitment.evaluate": "evaluates a draft that only the list of drafts tells; of the thread there is none",
  "budget-report": "shows a report that only the village's page tells; of the thread there is none",
  "budget-report-file": "opens a report that only the village's page tells; of the thread there is none",
  "budget-report.confirm":
    "confirms a report that only the village's page tells; of the thread there is none",
  "commitment-paper": "opens a paper that only the village's page tells; of the thread there is none",
  "alms.change-campaign": "changes a campaign by an id that only the desk tells",
  "alms.receive": "records a gift for a campaign that only the desk tells",
  "alms-receipt-list": "reads a list for a campaign that only the desk tells",
  "alms.receive-list": "records a list for a campaign that only the desk tells",
  "alms.withdraw-receipt": "withdraws a receipt by an id that only the desk tells",
  "alms.print-receipt": "prints a receipt; of the thread's sponsor nothing was received",
  "alms.cost": "books a cost of a campaign that only the desk tells",
  "alms.plan-round": "plans a round of a campaign that only the desk tells",
  "alms.stop-pledge": "stops a pledge of alms; the thread's sponsor has none",
  "alms-pledge-track": "answers to a code that its donor alone has",
  "alms-receipt-check": "answers to a code that stands on paper alone",
  "alms.plan-follow-up": "takes a step of a round by a code that only the desk tells",
  "alms.lock-round": "takes a step of a round by a code that only the desk tells",
  "alms.unlock-round": "takes a step of a round by a code that only the desk tells",
  "alms.drop-round": "takes a step of a round by a code that only the desk tells",
  "alms.approve-round": "takes a step of a round by a code that only the desk tells",
  "alms.pay-round": "takes a step of a round by a code that only the desk tells",
  "alms.tell-handover": "takes a step of a round by a code that only the desk tells",
  "alms.prove-round": "takes a step of a round by a code that only the desk tells",
  "alms-round": "shows a round by a code that only the desk tells",
  "ledger.decide": "decides an entry that finance proposed; of the thread nothing was",
  "ledger.propose-reversal": "reverses an entry by an id that only the books tell",
  "ledger.decide-closing": "decides the closing of a month by an id that only the books tell",
  "target.decide": "decides a target by an id that only its page tells",
  "indicator.enter": "corrects a figure by an id that only its page tells",
  "indicator.withdraw": "takes a figure back by an id that only its page tells",
  "enrolment.again": "finds enrolments that BPJS rejected; the thread's was sent and not yet answered",
};

const bag = (useCase: UseCase, of: Asked) => ({
  ...bagOf(bare, of),
  ...otherwise[useCase.useCase]?.(of),
});

const actorOf = (role: Role): Actor => actorIn(bare, naras, role);

/** What is out of scope: all other threads, and for roles of the whole city the other city's. */
function foreignTo(actor: Actor, { permission }: UseCase): readonly Asked[] {
  // Finance reads files with money only, and here are none.
  if (actor.role === "FIN" && permission.startsWith("import.")) return [naras, kampung, elsewhere];
  const isCity = ["C", "r"].includes(scopeOf(actor, permission) ?? "");
  return isCity ? [elsewhere] : [kampung, elsewhere];
}

/** That an operation was asked for and refused may be kept; nothing else may change. */
const logs = ["app.operations", "audit.entries", "audit.accesses", "audit.denials"];

function checksums(): Promise<unknown> {
  const sums = guardedTables
    .map(([table]) => table)
    .filter((table) => !logs.includes(table))
    .map(
      (table) =>
        `select '${table}' as name, coalesce(sum(hashtext(t::text)::bigint), 0)::text as sum from ${table} t`,
    );
  return readRows(bare, sums.join(" union all "));
}

/** The answer without the names that the question brought: they tell the asker nothing. */
function unnamed(answer: string, of: Asked): string {
  const named = Object.entries(namesIn(of)).flatMap(([field, value]) =>
    [value].flat().map((name) => [field, String(name)] as const),
  );
  return named
    .filter(([field]) => /(?:Ids?|Codes?)$/.test(field))
    .reduce((text, [field, name]) => text.replaceAll(name, field), answer);
}

/** What a village does in a meeting for itself, by its own code. */
const ownRows = [
  "meeting.declare",
  "meeting.confirm",
  "meeting.object",
  "meeting.note-opened",
  "meeting.note-typing",
];

/** What a use case says of threads out of scope that it does not say of one that does not exist. */
async function toldOutOfScope(useCase: UseCase): Promise<readonly object[]> {
  const wrong: object[] = [];
  for (const actor of allowedRoles(useCase).map(actorOf)) {
    const stranger = nobodys(bare);
    const unknown = await ask(useCase, bare, actor, bag(useCase, stranger));
    // A meeting is the whole city's, whatever of it a village sees; a village's own row is its own.
    const isOfMeeting =
      (/^(meeting|minutes)\./.test(useCase.permission) && !ownRows.includes(useCase.useCase)) ||
      /^follow-up(s|-days)$/.test(useCase.useCase);
    for (const thread of isOfMeeting ? [elsewhere] : foreignTo(actor, useCase)) {
      const told = await ask(useCase, bare, actor, bag(useCase, thread));
      const answer = told === unknown ? told : unnamed(told, thread);
      const isSame = told === unknown || answer === unnamed(unknown, stranger);
      const leaked = thread.marks.filter((mark) => answer.includes(mark));
      if (!isSame || leaked.length > 0)
        wrong.push({ useCase: useCase.useCase, role: actor.role, told, unknown, leaked });
    }
  }
  return wrong;
}

describe("every use case, with the row policies removed", () => {
  test("is found, has a name of its own, and is reasoned about where it is left out", () => {
    const names = useCases.map(({ useCase }) => useCase);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(
      [namesNothing, otherwise, hasNone].flatMap(Object.keys).filter((name) => !names.includes(name)),
    ).toEqual([]);
  });

  test("refuses whom the matrix denies before it touches anything", async () => {
    const untouchable = { as: () => expect.fail("the database was touched"), close: async () => {} };
    const app: App = { ...bare, db: untouchable };
    const letIn: object[] = [];
    for (const useCase of useCases) {
      for (const role of roles.filter((each) => cellOf(each, useCase.permission) === null)) {
        const answer = await ask(useCase, app, actorOf(role), bag(useCase, naras));
        const expected = role === "PUB" ? "unauthenticated" : "forbidden";
        if (!answer.startsWith(`${expected} `)) letIn.push({ useCase: useCase.useCase, role, answer });
      }
    }
    expect(letIn).toEqual([]);
  });

  test("answers about a thread out of scope as about one that does not exist, shows none of its marks, changes nothing", async () => {
    const before = await checksums();
    const wrong: object[] = [];
    for (const useCase of useCases.filter((each) => !(each.useCase in namesNothing)))
      wrong.push(...(await toldOutOfScope(useCase)));
    expect(wrong).toEqual([]);
    expect(await checksums()).toEqual(before);
  }, 120_000);

  test("would be told here if it forgot to look where a row lies, so that the test above can fail", async () => {
    const forgetful = read(
      { purpose: "forgetful", permission: "import.read_report" },
      async ({ tx }, { batchId }: { readonly batchId: string }) =>
        (await findBatch(tx, batchId))?.code ?? null,
    );
    expect(await toldOutOfScope(useCasesOf({ forgetful })[0]!)).not.toEqual([]);
  });

  test("that reads shows nothing of another thread, asked for the own or for everything", async () => {
    const leaks: object[] = [];
    for (const useCase of useCases.filter(({ kind }) => kind !== "change")) {
      for (const actor of allowedRoles(useCase).map(actorOf)) {
        const everything = await ask(useCase, bare, actor, {
          ...wordsOf(bare),
          ...otherwise[useCase.useCase]?.(naras),
        });
        const answer = everything + (await ask(useCase, bare, actor, bag(useCase, naras)));
        const marks = foreignTo(actor, useCase).flatMap((thread) => thread.marks);
        const leaked = marks.filter((mark) => answer.includes(mark));
        if (leaked.length > 0) leaks.push({ useCase: useCase.useCase, role: actor.role, leaked });
      }
    }
    expect(leaks).toEqual([]);
  });

  test("finds the own thread for somebody: a use case that the bag cannot fill is told here", async () => {
    const unfilled: object[] = [];
    for (const useCase of useCases.filter((each) => !(each.useCase in hasNone))) {
      const answers: string[] = [];
      for (const actor of allowedRoles(useCase).map(actorOf))
        answers.push(await ask(useCase, bare, actor, bag(useCase, naras)));
      const faults = answers.filter((answer) => answer.startsWith("fault:"));
      const isFound = answers.some((answer) => !/^(not-found|forbidden|invalid-input|fault)/.test(answer));
      if (!isFound || faults.length > 0) unfilled.push({ useCase: useCase.useCase, answers });
    }
    expect(unfilled).toEqual([]);
  });
});
