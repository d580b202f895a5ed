import type { App } from "#app";
import { addMember, getChild, setGuardian, setUpFamily } from "#families";
import { anActor, type Thread } from "#testing";

/** A child of the thread's worker, with a guardian. */
export type AskedFamily = {
  readonly memberId: string;
  readonly childCode: string;
  readonly guardianId: string;
};

/** Of families: what is typed of a member, a guardian and a school. */
export const familyWords = {
  kinship: "sibling",
  birthDate: "",
  from: "",
  until: "",
  ending: "moved",
  isDisputed: true,
  evidence: "family-card",
  level: "sd",
  yearOfLevel: "1",
  scholarship: "unknown",
  schoolYear: "2026",
  handoverCode: "3333CDFH4444",
  receiverKind: "school",
  receiverName: "SDN 05",
  handoverPurpose: "schooling",
  handoverFields: [],
  childNeed: "",
  endsOn: "2026-12-31",
  consentBy: "",
  consentOn: "",
  withoutConsent: "duty-of-law",
};

export async function askedFamily(city: App, { place, person }: Thread): Promise<AskedFamily> {
  const operator = anActor(city, "OPR", place.code, place.region);
  const op = () => ({ operationId: city.newId() });
  const personCode = person.code;
  await setUpFamily(city, operator, { ...op(), personCode });
  const child = { kinship: "child", name: "Anak", birthDate: "2019-11-01", from: "" };
  const added = await addMember(city, operator, { ...op(), personCode, ...child });
  if (added.outcome !== "added") throw new Error(JSON.stringify(added));
  const childCode = added.childCode!;
  const guardian = { kind: "relative", evidence: "family-card", name: "Wali", phone: "" };
  const set = { ...op(), childCode, ...guardian, from: "2026-11-01", until: "" };
  await setGuardian(city, operator, set);
  const { child: shown } = await getChild(city, operator, { childCode });
  return { memberId: added.memberId, childCode, guardianId: shown.guardians[0]!.id };
}
