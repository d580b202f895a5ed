import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Actor, App } from "#app";
import { inTransaction } from "#database";
import { proposeEndorsement } from "#endorsements";
import { editPerson, getCorrections } from "#corrections";
import { recordLifeEvent } from "#life-events";
import { acceptProposals, listProposals, proposeMatches } from "#matching";
import { composePacket, sendPacket } from "#packets";
import { signPledge } from "#sponsors";
import {
  aCivilServant,
  anEndorsedPerson,
  aSteppedUpActor,
  branch,
  openCity,
  type ThreadPerson,
} from "./build-thread.ts";
import { insertPlaces, places, readRows } from "./people-rows.ts";
import { runAsAdmin } from "./template-database.ts";

type Place = (typeof places)[keyof typeof places];

/** One of everything that hangs on a worker of a village, and the ids by which a stranger could ask for it. */
export type Thread = {
  readonly place: Place;
  readonly person: ThreadPerson;
  /** A second worker of the village, who waits for a payer. */
  readonly waiting: ThreadPerson;
  readonly sponsor: Actor;
  readonly office: string;
  readonly branch: string;
  readonly pledgeId: string;
  readonly sponsorshipId: string;
  readonly enrolmentId: string;
  readonly packetId: string;
  /** Of another number than the other city's, so that one code means one packet. */
  readonly packetCode: string;
  readonly batchId: string;
  /** A list that waits for the village head. */
  readonly listId: string;
  /** A job that the second worker was told to have taken. */
  readonly lifeEventId: string;
  /** A birth date of the second worker that waits for a second person. */
  readonly correctionId: string;
  /** Words of which none may reach somebody to whom the thread is out of scope. */
  readonly marks: readonly string[];
};

// Numbers of their own: tests that start from a kept copy count theirs from the beginning.
const threads = [
  { place: places.naras, office: "DINSOS", branch, packetCode: "PKT-2026-11-01", nik: "1377990105800001" },
  {
    place: places.kampung,
    office: "RSUD",
    branch: "cabang-lain",
    packetCode: "PKT-2026-11-02",
    nik: "1377990105800002",
  },
  {
    place: places.elsewhere,
    office: "DISHUB-LAIN",
    branch,
    packetCode: "PKT-2026-11-03",
    nik: "1377990105800003",
  },
] as const;

/** The same thread in two villages of the city, in packets of two branches, and in another city. */
export async function threePlaces(app: App): Promise<Readonly<Record<keyof typeof places, Thread>>> {
  await insertPlaces(app);
  const cities = threads.map(({ place: { region } }) => ({
    ...app,
    config: { ...app.config, regionCode: region },
  }));
  const paid: Paid[] = [];
  for (const [index, thread] of threads.entries()) {
    await openCity(cities[index]!);
    paid.push(await aPaidWorker(cities[index]!, thread));
  }
  // Only now: whoever waits would otherwise be matched with the next village's sponsor.
  const made: Thread[] = [];
  for (const [index, each] of paid.entries()) made.push(await withList(cities[index]!, each));
  return { naras: made[0]!, kampung: made[1]!, elsewhere: made[2]! };
}

type Paid = Omit<Thread, "waiting" | "listId" | "lifeEventId" | "correctionId" | "batchId" | "marks">;

async function aPaidWorker(app: App, of: (typeof threads)[number]): Promise<Paid> {
  const { place, office, nik } = of;
  const manager = { ...aSteppedUpActor(app, "MGR"), regionCode: place.region };
  const person = await anEndorsedPerson(app, { place, name: `Zulkifli ${place.name}`, nik });
  const sponsor = await aCivilServant(app, { office, place });
  const ids = await sponsored(app, manager, sponsor);
  const packetId = await sent(app, manager, of);
  const [row] = await readRows<{ id: string }>(
    app,
    "select id from app.enrolments where person_id = ?",
    person.id,
  );
  return { ...of, person, sponsor, ...ids, packetId, enrolmentId: row!.id };
}

async function withList(app: App, paid: Paid): Promise<Thread> {
  const { place, person } = paid;
  const waiting = await anEndorsedPerson(app, {
    place,
    name: `Burhanuddin ${place.name}`,
    nik: person.nik.replace("137799010580", "137799020580"),
  });
  const listId = await proposed(app, place);
  const operator = { ...aSteppedUpActor(app, "OPR", place.code), regionCode: place.region };
  const lifeEventId = await toldOfAJob(app, operator, waiting.code);
  const correctionId = await saidBirthDate(app, operator, waiting.code);
  const rows = await inTransaction(app, operator, (tx) =>
    sql<{
      id: string;
    }>`update app.import_batches set state = 'awaiting-approval' where village_code = ${place.code}
      returning id`.execute(tx),
  );
  const batchId = rows.rows[0]!.id;
  const names = [`Zulkifli ${place.name}`, `Burhanuddin ${place.name}`, person.code, waiting.code];
  const ids = [
    person.id,
    waiting.id,
    paid.pledgeId,
    paid.sponsorshipId,
    paid.enrolmentId,
    paid.packetId,
    batchId,
  ];
  const marks = [...names, ...ids, listId, lifeEventId, correctionId, paid.office];
  return { ...paid, waiting, listId, lifeEventId, correctionId, batchId, marks };
}

async function toldOfAJob(app: App, operator: Actor, personCode: string): Promise<string> {
  const on = app.clock.today();
  const event = { personCode, kind: "formal-job", on, document: "employer-letter" } as const;
  const told = await recordLifeEvent(app, operator, { operationId: app.newId(), ...event });
  if (told.outcome !== "recorded") throw new Error(JSON.stringify(told));
  return told.lifeEventId;
}

async function saidBirthDate(app: App, operator: Actor, personCode: string): Promise<string> {
  const { version } = await getCorrections(app, operator, { personCode });
  const said = { fields: { birthDate: "1980-05-03" }, source: "card", toldOn: app.clock.today() } as const;
  const answer = await editPerson(app, operator, { operationId: app.newId(), personCode, version, ...said });
  if (answer.outcome !== "recorded") throw new Error(JSON.stringify(answer));
  return (await getCorrections(app, operator, { personCode })).history[0]!.id;
}

async function sponsored(app: App, manager: Actor, sponsor: Actor) {
  const terms = { capRupiah: 20_000, workerCount: 1, channel: "payroll", wishes: {} } as const;
  const consent = { fromMonth: monthOf(app), consentTextVersion: "ikrar-1" };
  const signed = await signPledge(app, sponsor, { operationId: app.newId(), ...terms, ...consent });
  if (signed.outcome !== "signed") throw new Error(JSON.stringify(signed));
  await proposeMatches(app, manager, { operationId: app.newId() });
  const [proposal] = (await listProposals(app, manager)).rows;
  await acceptProposals(app, manager, { operationId: app.newId(), sponsorshipIds: [proposal!.id] });
  return { pledgeId: signed.pledgeId, sponsorshipId: proposal!.id };
}

async function sent(app: App, manager: Actor, to: (typeof threads)[number]): Promise<string> {
  const packet = await composePacket(app, manager, { operationId: app.newId(), month: monthOf(app) });
  if (packet.outcome !== "composed") throw new Error(JSON.stringify(packet));
  const { packetId, version, lines } = packet.packets[0]!;
  await sendPacket(app, manager, { operationId: app.newId(), packetId, version, confirmCount: lines });
  await runAsAdmin(app.config.databaseUrl, [
    `update app.packets set branch = '${to.branch}', code = '${to.packetCode}' where id = '${packetId}'`,
  ]);
  return packetId;
}

async function proposed(app: App, place: Place): Promise<string> {
  const operator = { ...aSteppedUpActor(app, "OPR", place.code), regionCode: place.region };
  const input = { operationId: app.newId(), villageCode: place.code, consentTextVersion: "sedia-1" };
  const list = await proposeEndorsement(app, operator, input);
  if (list.outcome !== "proposed") throw new Error(JSON.stringify(list));
  return list.endorsementId;
}

const monthOf = (app: App): Month => app.clock.today().slice(0, 7) as Month;
