import { newPersonCode } from "@tuwai/domain/identity";
import { createDemoAccounts } from "@tuwai/server/accounts";
import { monthOf } from "@tuwai/domain/time";
import type { App } from "@tuwai/server/app";
import { openCampaign, planAlmsRound } from "@tuwai/server/alms";
import { newCardCode } from "@tuwai/server/cards";
import { addMember, setUpFamily } from "@tuwai/server/families";
import { takeIncidentReport } from "@tuwai/server/incident-reports";
import { inviteToMeeting, planMeeting } from "@tuwai/server/meetings";
import { listFollowUps, recordDecision } from "@tuwai/server/follow-ups";
import { prepareBatch } from "@tuwai/server/payroll";
import { anActor, readRows, readRowsAs, type Thread } from "@tuwai/server/testing";

/** By the first word of an address, what stands in its `:kode` or `:id`. */
export type Objects = Readonly<Record<string, string>>;

/** The address with the objects in the places of its parameters. */
export function addressWith(path: string, objects: Objects): string {
  return path.replace(/:(kode|id)/, objectIn(path, objects) ?? "tidak-ada");
}

/** What a page at this path is about; a page beneath another is about the same. */
export const objectIn = (path: string, objects: Objects): string | undefined =>
  objects[path.split("/")[1] ?? ""];

/** The objects of a thread; of nothing at all when null: well formed, and nobody's. */
export async function objectsOf(app: App, thread: Thread | null): Promise<Objects> {
  if (thread === null)
    return {
      impor: app.newId().toUpperCase(),
      pekerja: newPersonCode((below) => below - 1),
      penetapan: app.newId(),
      kepesertaan: "PKT-2026-11-77",
      padan: app.newId(),
      koreksi: app.newId(),
      identitas: app.newId(),
      admin: app.newId(),
      iuran: "GJ-2222-22",
      rakor: "C7D2F3",
      kejadian: app.newId(),
      sedekah: "777777777777",
      klaim: "23456789CDFH",
      yatim: "2222CDFH3333",
      pendampingan: "23456789CDFH",
      "tindak-lanjut": app.newId(),
      rencana: "RC-2222-22",
    };
  const city = { ...app, config: { ...app.config, regionCode: thread.place.region } };
  const [batch] = await readRows<{ code: string }>(
    city,
    "select code from app.import_batches where id = ?",
    thread.batchId,
  );
  const klaim = await claimIn(city, thread);
  return {
    indikator: "workers-covered",
    impor: batch!.code,
    pekerja: thread.person.code,
    penetapan: thread.listId,
    kepesertaan: thread.packetCode,
    padan: await questionOf(city, thread),
    koreksi: thread.correctionId,
    identitas: await identityIn(city, thread),
    admin: await accountIn(city, thread),
    iuran: await payrollIn(city, thread),
    rakor: await meetingIn(city, thread),
    kejadian: await incidentIn(city, thread),
    sedekah: await almsRoundIn(city, thread),
    yatim: await childIn(city, thread),
    "tindak-lanjut": await followUpIn(city, thread),
    rencana: await planIn(city, thread),
    klaim,
    pendampingan: klaim,
  };
}

/** A request that waits, whether the thread's two workers are one. */
async function identityIn(app: App, { person, waiting, place }: Thread): Promise<string> {
  const id = app.newId();
  const asker = anActor(app, "OPR", place.code, place.region);
  await readRowsAs(
    app,
    asker,
    `insert into app.identity_decisions (region_code, id, village_code, kecamatan_code, kind, person_id, other_id, recorded_by, recorded_role)
     values (?, ?, ?, ?, 'merge', ?, ?, ?, 'OPR') on conflict do nothing`,
    place.region,
    id,
    place.code,
    place.kecamatan,
    person.id,
    waiting.id,
    asker.userId,
  );
  const [row] = await readRows<{ id: string }>(
    app,
    "select id from app.identity_decisions where other_id = ?",
    waiting.id,
  );
  return row!.id;
}

/** What is taken of the thread's sponsor in the month of its packet. */
async function payrollIn(app: App, { office, place }: Thread): Promise<string> {
  const found = await readRows<{ code: string }>(
    app,
    "select code from app.payroll_batches where opd = ?",
    office,
  );
  if (found[0] !== undefined) return found[0].code;
  const finance = { ...anActor(app, "FIN"), regionCode: place.region };
  const of = { operationId: app.newId(), office, month: monthOf(app.clock.today()) };
  const answer = await prepareBatch(app, finance, of);
  if (answer.outcome !== "prepared") throw new Error(JSON.stringify(answer));
  return answer.payrollCode;
}

/** What somebody reported of the thread's village. */
/** A round of alms in the thread's city. */
async function almsRoundIn(app: App, { place }: Thread): Promise<string> {
  const charity = { ...anActor(app, "CHR"), regionCode: place.region };
  const op = () => ({ operationId: app.newId() });
  const campaignCode = `yatim-${app.newId().slice(-8)}`;
  const holder = {
    holderKind: "baznas",
    holderName: "BAZNAS",
    permitNumber: "",
    permitFrom: "",
    permitUntil: "",
  };
  const campaign = { ...holder, title: "Sedekah", campaignCode, giveTo: "QRIS" };
  const opened = await openCampaign(app, charity, { ...op(), ...campaign });
  if (opened.outcome === "refused") throw new Error(JSON.stringify(opened));
  const plan = {
    campaignId: opened.campaignId,
    title: "Putaran",
    perChild: "75.000",
    plannedOn: "2026-12-05",
  };
  const planned = await planAlmsRound(app, charity, { ...op(), ...plan });
  if (planned.outcome === "refused") throw new Error(JSON.stringify(planned));
  return planned.almsRoundCode;
}

async function incidentIn(app: App, { place }: Thread): Promise<string> {
  const answer = await takeIncidentReport(app, anActor(app, "KDS", place.code, place.region), {
    operationId: app.newId(),
    kind: "death",
    name: "Buyuang",
    cardCode: "",
    village: "",
    on: app.clock.today(),
    time: "",
    place: "",
    teller: "neighbour",
    phone: "",
    tellerName: "",
  });
  if (answer.outcome !== "received") throw new Error(JSON.stringify(answer));
  return answer.reportId;
}

/** A case of the thread's worker, one whoever asks first. */
async function claimIn(app: App, { person, place, branch }: Thread): Promise<string> {
  await readRowsAs(
    app,
    anActor(app, "OPR", place.code, place.region),
    `insert into app.claims (region_code, id, code, village_code, kecamatan_code, branch, person_id, kind, happened_on, reported_at, state_since)
     values (?, ?, ?, ?, ?, ?, ?, 'natural-death', ?, (select app.now()), ?) on conflict do nothing`,
    place.region,
    app.newId(),
    newCardCode(),
    place.code,
    place.kecamatan,
    branch,
    person.id,
    app.clock.today(),
    app.clock.today(),
  );
  const of = "select code from app.claims where person_id = ?";
  return (await readRows<{ code: string }>(app, of, person.id))[0]!.code;
}

/** A child of the thread's worker. */
async function childIn(app: App, { place, person }: Thread): Promise<string> {
  const operator = anActor(app, "OPR", place.code, place.region);
  const of = () => ({ operationId: app.newId(), personCode: person.code });
  await setUpFamily(app, operator, of());
  const child = { kinship: "child", name: "Anak", birthDate: "2019-11-01", from: "" };
  const answer = await addMember(app, operator, { ...of(), ...child });
  if (answer.outcome !== "added") throw new Error(JSON.stringify(answer));
  return answer.childCode!;
}

/** The meeting of the thread's city. */
async function meetingIn(app: App, { place }: Thread): Promise<string> {
  const found = await readRows<{ code: string }>(
    app,
    "select code from app.meetings where region_code = ?",
    place.region,
  );
  if (found[0] !== undefined) return found[0].code;
  const startsAt = app.clock.now();
  const manager = { ...anActor(app, "MGR"), regionCode: place.region };
  const answer = await planMeeting(app, manager, {
    operationId: app.newId(),
    title: "Rakor komitmen desa",
    year: 2027,
    groups: ["bpd", "kader"],
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3 * 3_600_000),
    place: "Balai Kota",
  });
  if (answer.outcome !== "planned") throw new Error(JSON.stringify(answer));
  const { meetingCode } = answer;
  await inviteToMeeting(app, manager, { operationId: app.newId(), meetingCode });
  return meetingCode;
}

/** Something that the thread's village is asked for. */
async function followUpIn(app: App, { place }: Thread): Promise<string> {
  const manager = { ...anActor(app, "MGR"), regionCode: place.region };
  const answer = await recordDecision(app, manager, {
    operationId: app.newId(),
    kind: "decision",
    text: "Kirim daftar kader.",
    ownerRole: "KDS",
    villageCode: place.code,
    dueOn: app.clock.today(),
  });
  if (answer.outcome !== "recorded") throw new Error(JSON.stringify(answer));
  const { decisionId } = answer;
  return (await listFollowUps(app, manager, { decisionId })).page.rows[0]!.id;
}

/** An account of the village's operator. */
async function accountIn(app: App, { place }: Thread): Promise<string> {
  const operator = { email: `${app.newId()}@demo.tuwai.id`, name: "Operator", role: "OPR" } as const;
  const [id] = await createDemoAccounts(app, [{ ...operator, scope: place.code }], "tuwai");
  return id!;
}

/** A question whether two workers of the village are one. */
async function questionOf(app: App, { person, waiting }: Thread): Promise<string> {
  const found = await readRows<{ id: string }>(
    app,
    "select id from app.link_questions where person_id = ?",
    person.id,
  );
  if (found[0] !== undefined) return found[0].id;
  const [made] = await readRows<{ id: string }>(
    app,
    `insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, other_person_id, kind, probability,
       weight, evidence, state, asked_at)
     select region_code, ?, village_code, kecamatan_code, id, ?, 'person', 0.6, 0.5, '[]', 'open', (select app.now())
     from app.persons where id = ? returning id`,
    app.newId(),
    waiting.id,
    person.id,
  );
  return made!.id;
}

/** A plan of the city, as it was kept once. */
async function planIn(app: App, { place }: Thread): Promise<string> {
  const code = place.region === "13.77" ? "RC-4444-44" : "RC-5555-55";
  const villages = [
    { code: place.code, kecamatanCode: place.kecamatan, everyone: 90, covered: 30, inArrears: 2 },
  ];
  const baseline = { asOf: "2026-10", from: "2026-12", until: "2026-12", path: [30], villages };
  const inputs = { sponsors: 1, budget: 0, rescued: 0, grantPeople: 0, grantMonths: 0 };
  const versions = { planVersion: 1, forecastVersion: 1 };
  const recipe = { dataAsOf: "2026-10", ...versions, path: "pace", prices: [], baseline, inputs };
  const result = {
    measures: [],
    fullMonths: 0,
    families: 0,
    dearestYear: { year: "2026", rupiah: 0 },
    costByYear: {},
    coveredAtEnd: 30,
    everyone: 90,
    path: [30],
    assumedFrom: null,
  };
  await readRowsAs(
    app,
    anActor(app, "MGR", undefined, place.region),
    `insert into app.scenarios (region_code, id, code, title, recipe, result, made_by, made_role, made_at)
     values (?, ?, ?, 'Rencana', ?::jsonb, ?::jsonb, (select app.actor_id()), 'MGR', (select app.now())) on conflict do nothing`,
    place.region,
    app.newId(),
    code,
    JSON.stringify(recipe),
    JSON.stringify(result),
  );
  return code;
}
