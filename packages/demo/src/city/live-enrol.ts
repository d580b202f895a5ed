import { decideEndorsement, getEndorsementSummary, proposeEndorsement } from "@tuwai/server/endorsements";
import { enrolAgain } from "@tuwai/server/enrolment";
import { listGroups, noteGroup } from "@tuwai/server/groups";
import {
  acceptProposals,
  fundByCity,
  listProposals,
  listWaiting,
  proposeMatches,
  type PublicFund,
  type WaitingPerson,
} from "@tuwai/server/matching";
import { enrolOfficers, listOfficers } from "@tuwai/server/officers";
import { listClaimability } from "@tuwai/server/claimability";
import { composePacket, decideRed, getPacket, listPackets, sendPacket } from "@tuwai/server/packets";
import { type CivilServant, signPledge } from "@tuwai/server/sponsors";
import { kindOfCode } from "@tuwai/domain/regions";
import type { Actor } from "@tuwai/server/app";
import { keepBook } from "./city-book.ts";
import { actorAs, allPages, codeOf, fate, nameOf, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** Two villages in three endorse their list, one civil servant in two pledges, public money takes a share of those who wait. */
const shares = { endorsed: 2 / 3, pledged: 1 / 2, city: 0.06, village: 0.16, firm: 0.03 };

/** This month's wave of villages; in the month that is shown one list more waits for its head. */
export async function endorseLists(stage: Stage, villages: readonly string[]): Promise<void> {
  const all = villages.length * shares.endorsed;
  const wave = villages.slice(0, Math.ceil(all * stage.grown));
  for (const village of wave.filter((code) => !stage.book.villages.includes(code))) {
    await endorse(stage, village);
    stage.book.villages.push(village);
    keepBook(stage.folder, stage.book);
  }
  const next = villages[Math.ceil(all)];
  if (stage.isLast && next !== undefined) await propose(stage, next);
}

async function propose(stage: Stage, villageCode: string) {
  const operator = await actorAs(stage, `opr-${villageCode}`);
  const terms = { villageCode, consentTextVersion: "demo" };
  return proposeEndorsement(stage.app, operator, { ...operation(stage), ...terms });
}

async function endorse(stage: Stage, villageCode: string): Promise<void> {
  const { app } = stage;
  const proposed = await propose(stage, villageCode);
  const { endorsementId } = proposed;
  if (endorsementId === undefined) return;
  const head = await actorAs(stage, `kds-${villageCode}`);
  const { version } = await getEndorsementSummary(app, head, { endorsementId });
  const said = { endorsementId, version, verdict: "approve" } as const;
  await decideEndorsement(app, head, { ...operation(stage), ...said });
}

/** Civil servants whose time it is sign; two in five allow so much that a month that was missed can be taken with the next. */
export async function signPledges(stage: Stage, servants: readonly CivilServant[]): Promise<void> {
  const { app, book } = stage;
  const signed = new Set(book.signed);
  for (const [index, servant] of servants.entries()) {
    const isWilling = index === 0 || fate(stage, "ikrar", index) < shares.pledged;
    const isTime = index === 0 || fate(stage, "kapan-ikrar", index) < stage.grown;
    if (signed.has(index) || !isWilling || !isTime) continue;
    await signPledge(app, sponsorOf(stage, servant), {
      ...operation(stage),
      capRupiah: fate(stage, "batas", index) < 0.4 ? 40_000 : 20_000,
      workerCount: 1,
      fromMonth: stage.month,
      channel: "payroll",
      wishes: {},
      consentTextVersion: "demo",
    });
    book.signed.push(index);
  }
  keepBook(stage.folder, book);
}

function sponsorOf({ app }: Stage, servant: CivilServant): Actor {
  const { regionCode } = app.config;
  return { userId: app.newId(), role: "SPN", regionCode, scope: servant.id, steppedUpAt: new Date() };
}

/** Public money takes its share of those who wait, civil servants take of the others as many as they have places for. */
export async function findPayers(stage: Stage): Promise<void> {
  const { app, book } = stage;
  const manager = await actorAs(stage, "mgr");
  const waiting = await allPages((page) => listWaiting(app, manager, { page }));
  const byFund = Map.groupBy(waiting, (person) => fundOf(stage, person));
  for (const [fundSource, persons] of byFund) {
    if (fundSource === null) continue;
    const personIds = persons.map(({ personId }) => personId);
    await fundByCity(app, manager, { ...operation(stage), personIds, fundSource });
  }
  await proposeMatches(app, manager, operation(stage));
  const proposals = await allPages((page) => listProposals(app, manager, { page }));
  const taken = stage.isLast ? proposals.slice(Math.ceil(proposals.length / 10)) : proposals;
  for (const { person, pledgeCode } of taken) book.mandates[codeOf(person)] = pledgeCode;
  keepBook(stage.folder, book);
  const sponsorshipIds = taken.map(({ id }) => id);
  if (sponsorshipIds.length > 0) await acceptProposals(app, manager, { ...operation(stage), sponsorshipIds });
}

function fundOf(stage: Stage, { person }: WaitingPerson): PublicFund | null {
  const drawn = fate(stage, "dana", nameOf(person));
  const hasBudget = kindOfCode((person.villageCode ?? "") as never) === "desa";
  if (drawn < shares.city) return "apbd";
  if (drawn < shares.city + shares.village) return hasBudget ? "apbdes" : null;
  return drawn < shares.city + shares.village + shares.firm ? "csr" : null;
}

/** Villages put their officers under their own number, one after the other. */
export async function enrolVillageOfficers(stage: Stage): Promise<void> {
  const { app } = stage;
  const manager = await actorAs(stage, "mgr");
  const officers = await allPages((page) => listOfficers(app, manager, { page }));
  const free = officers.filter(({ state, reasons, wageRupiah, person }) => {
    const isTime = fate(stage, "perangkat", person.villageCode ?? "") < stage.grown * shares.endorsed;
    return isTime && state === null && reasons.length === 0 && wageRupiah !== null;
  });
  if (free.length === 0) return;
  const villages = new Set(free.map(({ person }) => `pu-${person.villageCode}`));
  for (const group of await listGroups(app, manager))
    if (villages.has(group.key) && group.number === null) await noteNumber(stage, manager, group);
  const personIds = free.map(({ personId }) => personId);
  await enrolOfficers(app, manager, { ...operation(stage), personIds });
}

async function noteNumber(
  stage: Stage,
  manager: Actor,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<void> {
  const groupNumber = `1507${String(Math.floor(fate(stage, "npp", key) * 10_000)).padStart(4, "0")}`;
  const agreement = `PKS ${key.slice(3)}/2025`;
  const until = `${Number(stage.month.slice(0, 4)) + 3}-${stage.month.slice(5)}-01` as never;
  const terms = { groupKey: key, version, groupNumber, agreement, agreedFrom: `${stage.month}-01` as never };
  await noteGroup(stage.app, manager, { ...operation(stage), ...terms, agreedUntil: until });
}

/** Whom BPJS sent back goes once more, and everybody who is ready goes to BPJS. Gives how many. */
export async function sendPackets(stage: Stage): Promise<number> {
  const { app, month } = stage;
  const manager = await actorAs(stage, "mgr");
  await putForwardAgain(stage, manager);
  await holdRed(stage, manager);
  const composed = await composePacket(app, manager, { ...operation(stage), month });
  if (composed.outcome === "refused") return 0;
  for (const { packetId, version, lines: confirmCount } of composed.packets)
    await sendPacket(app, manager, { ...operation(stage), packetId, version, confirmCount });
  return composed.packets.reduce((sum, { lines }) => sum + lines, 0);
}

/** Whose claim would be refused waits until the village has completed what is missing. */
async function holdRed(stage: Stage, manager: Actor): Promise<void> {
  const { app } = stage;
  const red = await allPages((page) => listClaimability(app, manager, { show: "red", page }));
  for (const { enrolmentId } of red) {
    const held = { enrolmentId, decision: "hold", reason: "to-be-completed" };
    await decideRed(app, manager, { ...operation(stage), ...held });
  }
}

async function putForwardAgain(stage: Stage, manager: Actor): Promise<void> {
  const { app } = stage;
  const packets = await allPages((page) => listPackets(app, manager, { page }));
  for (const { id: packetId } of packets.filter(({ rejected }) => rejected > 0)) {
    const lines = await allPages((page) => getPacket(app, manager, { packetId, page, state: "rejected" }));
    for (const { again } of lines) {
      if (again === null) continue;
      const { id: enrolmentId, version } = again;
      await enrolAgain(app, manager, { ...operation(stage), enrolmentId, version });
    }
  }
}
