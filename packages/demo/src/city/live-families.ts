import { addDays, addMonths, ageOn, type CivilDate, civilDate, monthOf } from "@tuwai/domain/time";
import {
  drawAskedFamilies,
  answerForFamily,
  listAftercare,
  listAskedSamples,
  noteFamilyVisit,
} from "@tuwai/server/aftercare";
import { getClaim, type ListedClaim, listClaims } from "@tuwai/server/claims";
import {
  addMember,
  chooseHead,
  noteConsent,
  noteLetter,
  noteSchool,
  setGuardian,
  setUpFamily,
  verifyChild,
} from "@tuwai/server/families";
import { actorAs, allPages, dayOf, fate, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

const spouses = [
  "Rosmaini",
  "Yurnalis",
  "Erniwati",
  "Syafrizal",
  "Nurhayati",
  "Asmawati",
  "Zulkifli",
  "Desmawati",
];
const children = [
  "Rahmi",
  "Fauzan",
  "Annisa",
  "Rizki",
  "Hafiz",
  "Salsabila",
  "Ilham",
  "Zahra",
  "Aulia",
  "Farel",
];

/** By a number drawn for each family: who has been asked about wife and children, who is seen, who answers when asked. */
const share = { kept: 0.75, seen: 0.85, answered: 0.8, slow: 0.1 };

/** The families of those who died: who belongs to them, who speaks for the children, how they fare. */
export async function followFamilies(stage: Stage): Promise<void> {
  const { app } = stage;
  const manager = await actorAs(stage, "mgr");
  for (const at of ["to-do", "at-bpjs", "in-need"] as const) {
    const rows = await allPages((page) => listClaims(app, manager, { stage: at, page }));
    for (const claim of rows.filter(({ kind }) => kind !== "work-accident"))
      if (drawn(stage, "keluarga", claim) < share.kept) await keepFamily(stage, claim);
  }
  await visit(stage);
  if (["03", "09"].includes(stage.month.slice(5))) await ask(stage);
}

const drawn = (stage: Stage, what: string, { initials, villageCode, happenedOn }: ListedClaim): number =>
  fate(stage, what, initials, villageCode, happenedOn);

async function keepFamily(stage: Stage, claim: ListedClaim): Promise<void> {
  const { app } = stage;
  const operator = await actorAs(stage, `opr-${claim.villageCode}`);
  const { personCode } = await getClaim(app, operator, { claimCode: claim.code });
  if (personCode === null) return;
  const { outcome } = await setUpFamily(app, operator, { ...operation(stage), personCode });
  if (outcome === "was-kept") return;
  const name = spouses[Math.floor(drawn(stage, "pasangan", claim) * spouses.length)]!;
  const spouse = await addMember(app, operator, {
    ...operation(stage),
    personCode,
    kinship: "spouse",
    name,
    birthDate: "1984-04-12",
    from: "2006-05-01",
  });
  if (spouse.outcome !== "added") throw new Error(JSON.stringify(spouse));
  await chooseHead(app, operator, {
    ...operation(stage),
    personCode,
    memberId: spouse.memberId,
    on: addDays(claim.happenedOn, 1),
  });
  const count = 1 + Math.floor(drawn(stage, "anak", claim) * 3);
  for (let at = 0; at < count; at += 1) await keepChild(stage, { claim, personCode, guardian: name, at });
}

type NewChild = {
  readonly claim: ListedClaim;
  readonly personCode: string;
  readonly guardian: string;
  readonly at: number;
};

async function keepChild(stage: Stage, { claim, personCode, guardian, at }: NewChild): Promise<void> {
  const { app, month } = stage;
  const operator = await actorAs(stage, `opr-${claim.villageCode}`);
  const age =
    3 + Math.floor(fate(stage, "umur anak", claim.initials, claim.villageCode, claim.happenedOn, at) * 15);
  const birthDate = addMonths(civilDate(`${claim.happenedOn.slice(0, 4)}-03-09`), -12 * age);
  const added = await addMember(app, operator, {
    ...operation(stage),
    personCode,
    kinship: "child",
    name: children[
      Math.floor(fate(stage, "nama anak", claim.villageCode, claim.happenedOn, at) * children.length)
    ]!,
    birthDate,
    from: "",
  });
  if (added.outcome !== "added" || added.childCode === null) throw new Error(JSON.stringify(added));
  const { childCode } = added;
  const on = dayOf(month, 21);
  await setGuardian(app, operator, {
    ...operation(stage),
    childCode,
    kind: "surviving-parent",
    evidence: "family-card",
    name: guardian,
    phone: "",
    from: claim.happenedOn,
    until: "",
  });
  await noteConsent(app, operator, { ...operation(stage), childCode, consent: "given", on });
  await verifyChild(app, operator, { ...operation(stage), childCode });
  const school = schoolOf(birthDate, on);
  if (school === null) return;
  await noteSchool(app, operator, { ...operation(stage), childCode, ...school, on, scholarship: "unknown" });
  if (fate(stage, "surat sekolah", childCode) < share.seen)
    await noteLetter(app, operator, { ...operation(stage), childCode, schoolYear: schoolYearOf(on), on });
}

/** Class one at seven, as most children begin. */
function schoolOf(birthDate: CivilDate, on: CivilDate): { level: string; yearOfLevel: string } | null {
  const year = ageOn(birthDate, on) - 6;
  if (year < 1 || year > 12) return null;
  if (year <= 6) return { level: "sd", yearOfLevel: String(year) };
  return year <= 9
    ? { level: "smp", yearOfLevel: String(year - 6) }
    : { level: "sma", yearOfLevel: String(year - 9) };
}

const schoolYearOf = (on: CivilDate): string =>
  on.slice(5, 7) >= "07" ? on.slice(0, 4) : String(Number(on.slice(0, 4)) - 1);

const findings = ["well", "managing", "managing", "struggling"] as const;
const needs = ["none", "school", "food", "work"] as const;

/** Whoever is due is seen, most of them in the month in which they are. */
async function visit(stage: Stage): Promise<void> {
  const { app, month } = stage;
  const families = await listAftercare(app, await actorAs(stage, "mgr"));
  for (const { code: claimCode, villageCode, next, happenedOn } of families) {
    if (next === null || monthOf(next.dueOn) > month) continue;
    const at = fate(stage, "kunjungan", villageCode, happenedOn, next.stage);
    if (at >= share.seen || stage.isLast) continue;
    await noteFamilyVisit(app, await actorAs(stage, `opr-${villageCode}`), {
      ...operation(stage),
      claimCode,
      stage: next.stage,
      on: dayOf(month, 22),
      finding: findings[Math.floor((at / share.seen) * findings.length)]!,
      need: needs[Math.floor(fate(stage, "perlu", villageCode, happenedOn) * needs.length)]!,
    });
  }
}

/** Twice a year somebody of the inspectorate asks those who were paid. */
async function ask(stage: Stage): Promise<void> {
  const { app } = stage;
  const auditor = await actorAs(stage, "aud");
  await drawAskedFamilies(app, auditor, operation(stage));
  const { samples } = await listAskedSamples(app, auditor);
  for (const { families } of samples)
    for (const { askedId, claimCode, answer } of families) {
      const at = fate(stage, "ditanya", claimCode);
      if (answer !== null || at >= share.answered) continue;
      await answerForFamily(app, auditor, {
        ...operation(stage),
        askedId,
        received: "all",
        inTime: at < share.slow ? "no" : "yes",
        demanded: "no",
      });
    }
}
