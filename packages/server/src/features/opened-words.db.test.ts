import { expect, onTestFinished, test } from "vitest";
import type { Actor } from "#app";
import {
  answerForFamily,
  drawAskedFamilies,
  listAskedSamples,
  lookIntoAskedNotes,
  lookIntoVisitNotes,
  noteFamilyVisit,
} from "#aftercare";
import {
  approveAlmsRound,
  getAlmsDesk,
  getAlmsRound,
  lockAlmsRound,
  openCampaign,
  payAlmsRound,
  planAlmsRound,
  recordAlmsReceipt,
  tellAlmsHandover,
} from "#alms";
import { makeClaimLetter } from "#claim-letters";
import { answerClaim, getClaim, helpWithClaim, lookIntoClaim, markClaimDocument } from "#claims";
import { addMember, openChild, openFamily, setGuardian, setUpFamily, verifyChild } from "#families";
import { makeHandover, openHandover } from "#handovers";
import { getIncidentReport, takeIncidentReport } from "#incident-reports";
import {
  aConfirmedCase,
  anActor,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
  withoutRowPolicies,
} from "#testing";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
const today = "2027-06-12";
const secret = {
  case: "menunggu surat",
  visit: "sulung berhenti",
  asked: "uang rokok",
  child: "Zubaidah",
  guardian: "Nurbaiti",
  receiver: "SDN Rahasia",
  donor: "Darmawan",
  alms: "dititipkan tetangga",
  reported: "Syafruddin",
  teller: "Ramadhani",
  place: "simpang pasar",
};

/** The case of a death, paid out, with a note of its own, of a visit and of what the family answered. */
async function openNotes(claimCode: string): Promise<readonly unknown[]> {
  const { app } = city;
  const [operator, manager, auditor] = [
    anActor(app, "OPR", places.naras.code),
    anActor(app, "MGR"),
    anActor(app, "AUD"),
  ];
  const now = () => getClaim(app, manager, { claimCode });
  const step = async (name: string, more: object = {}) => ({
    ...op(),
    claimCode,
    version: (await now()).version,
    step: name,
    on: today,
    ...more,
  });
  for (const { code } of (await now()).documents)
    await markClaimDocument(app, operator, { ...op(), claimCode, document: code, state: "have", file: null });
  await helpWithClaim(app, operator, await step("hand-in", { note: secret.case }));
  await answerClaim(app, manager, await step("accept"));
  await answerClaim(app, manager, await step("pay", { amounts: { funeral: 10_000_000 } }));
  const visit = { stage: "day-30", on: today, finding: "managing", need: "school", note: secret.visit };
  await noteFamilyVisit(app, operator, { ...op(), claimCode, ...visit });
  await drawAskedFamilies(app, auditor, op());
  const { askedId } = (await listAskedSamples(app, auditor)).samples[0]!.families[0]!;
  const answer = { received: "all", inTime: "yes", demanded: "yes", note: secret.asked };
  await answerForFamily(app, auditor, { ...op(), askedId, ...answer });
  const reason = "helping-family";
  return [
    await lookIntoClaim(app, operator, { ...op(), claimCode, reason }),
    await lookIntoVisitNotes(app, operator, { ...op(), claimCode, reason }),
    await lookIntoAskedNotes(app, auditor, { ...op(), askedId, reason }),
  ];
}

/** A child with its guardian: opened, put on a letter and handed over. */
async function openNames(personCode: string, claimCode: string) {
  const { app } = city;
  const operator = aSteppedUpActor(app, "OPR", places.naras.code);
  await setUpFamily(app, operator, { ...op(), personCode });
  const child = { kinship: "child", name: secret.child, birthDate: "2019-11-20", from: "" };
  const added = await addMember(app, operator, { ...op(), personCode, ...child });
  if (added.outcome !== "added") throw new Error(JSON.stringify(added));
  const childCode = added.childCode!;
  const guardian = { kind: "grandparent", evidence: "village-letter", name: secret.guardian, phone: "" };
  await setGuardian(app, operator, { ...op(), childCode, ...guardian, from: today, until: "" });
  await verifyChild(app, operator, { ...op(), childCode });
  const made = await makeHandover(app, operator, {
    ...op(),
    childCode,
    receiverKind: "school",
    receiverName: secret.receiver,
    handoverPurpose: "schooling",
    handoverFields: [],
    childNeed: "",
    endsOn: "2027-07-01",
    consentBy: "signed",
    consentOn: today,
    withoutConsent: "",
  });
  if (made.outcome !== "made") throw new Error(JSON.stringify(made));
  const letter = {
    letter: "ahli-waris",
    paper: "a4",
    letterFormat: "word",
    reason: "helping-family",
  } as const;
  await makeClaimLetter(app, operator, { ...op(), claimCode, ...letter });
  return [
    await openFamily(app, operator, { personCode, purpose: "visit" }),
    await openChild(app, operator, { childCode, purpose: "visit" }),
    await openHandover(app, operator, made),
  ];
}

/** A gift with a name, and a note about the child whom it reached. */
async function openAlms(charity: Actor) {
  const { app } = city;
  const campaign = {
    title: "Sedekah",
    campaignCode: "yatim",
    holderKind: "foundation",
    holderName: "Yayasan",
    permitNumber: "1/2027",
    permitFrom: "2027-06-01",
    permitUntil: "2027-12-31",
    giveTo: "Bank",
  };
  const opened = await openCampaign(app, charity, { ...op(), ...campaign });
  if (opened.outcome === "refused") throw new Error(JSON.stringify(opened));
  const { campaignId } = opened;
  const gift = { amount: "1.000.000", receivedOn: today, channel: "transfer", reference: "", pledgeCode: "" };
  await recordAlmsReceipt(app, charity, { ...op(), campaignId, ...gift, donorName: secret.donor });
  const plan = { campaignId, title: "Juni", perChild: "75.000", plannedOn: today };
  const round = await planAlmsRound(app, charity, { ...op(), ...plan });
  if (round.outcome === "refused") throw new Error(JSON.stringify(round));
  await lockAlmsRound(app, charity, { ...op(), ...round, seen: { children: 1, total: 75_000 } });
  await approveAlmsRound(app, anActor(app, "FIN"), { ...op(), ...round });
  await payAlmsRound(app, charity, { ...op(), ...round, paidOn: today });
  const childIds = (await getAlmsRound(app, charity, round)).list.map(({ childId }) => childId);
  const told = { result: "handed", on: today, receiver: "grandparent", proofHash: "", note: secret.alms };
  await tellAlmsHandover(app, charity, { ...op(), ...round, childIds, ...told });
  return [await getAlmsRound(app, charity, round), await getAlmsDesk(app, charity, {})];
}

/** What somebody told of an accident, on the telephone. */
async function openReport() {
  const { app } = city;
  const operator = anActor(app, "OPR", places.naras.code);
  const said = { cardCode: "", teller: "family", phone: "", place: secret.place, tellerName: secret.teller };
  const happened = { kind: "work-accident", on: today, time: "08:00", name: secret.reported };
  const village = places.naras.code;
  const report = await takeIncidentReport(app, operator, { ...op(), ...said, ...happened, village });
  if (report.outcome !== "received") throw new Error(JSON.stringify(report));
  return getIncidentReport(app, operator, report);
}

test("whatever is opened is read by whoever asked, and none of it stays with an operation, in the trail or in work", async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  const { person, claimCode } = await aConfirmedCase(city);
  const opened = JSON.stringify([
    await openNames(person.code, claimCode),
    await openNotes(claimCode),
    await openAlms(anActor(city.app, "CHR")),
    await openReport(),
  ]);
  for (const word of Object.values(secret)) expect(opened).toContain(word);
  // An operation is shown to whoever began it alone; here everybody's are read.
  const { app: bare, close } = withoutRowPolicies(city.app, city.url);
  onTestFinished(close);
  for (const table of ["app.operations", "audit.entries", "audit.accesses", "app.work"]) {
    const rows = JSON.stringify(await readRows(bare, `select t::text from ${table} t`));
    for (const word of Object.values(secret)) expect(rows).not.toContain(word);
  }
  const looks = await readRows<{ name: string; result: object }>(
    bare,
    "select name, result from app.operations where name like '%.look' order by name",
  );
  expect(looks).toEqual(
    ["asked-families.look", "claim.look", "family-visit.look"].map((name) => ({
      name,
      result: { outcome: "noted", reason: "helping-family" },
    })),
  );
});
