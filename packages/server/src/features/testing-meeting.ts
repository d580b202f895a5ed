import type { App } from "#app";
import { getAgenda, getAttendance, planMeeting } from "#meetings";
import { anActor, type Thread } from "#testing";

/** A meeting of the thread's city, an item of its agenda and the guest of the thread's village. */
export type AskedMeeting = {
  readonly meetingCode: string;
  readonly itemId: string;
  readonly guestId: string;
};

/** What a meeting is planned and its agenda kept with. */
export const meetingWords = {
  title: "Rakor komitmen",
  groups: ["kader"],
  startsAt: new Date("2026-12-18T02:00:00Z"),
  endsAt: new Date("2026-12-18T05:00:00Z"),
  minutes: 10,
  notes: "uji",
  notesVersion: 0,
  groupNames: "kader",
  heads: 1,
  months: 12,
  isSure: false,
  part: "discussion",
  seen: 0,
  size: "a4",
  fingerprint: "",
  correction: "",
  letterNumber: "",
};

export async function askedMeeting(city: App, { place }: Thread): Promise<AskedMeeting> {
  const manager = { ...anActor(city, "MGR"), regionCode: place.region };
  const items = [{ title: "Pembukaan", minutes: 10, presenter: "" }];
  const title = `Rakor komitmen ${place.code}`;
  const plan = { ...meetingWords, title, year: 2027, place: "Balai Kota", items };
  const answer = await planMeeting(city, manager, { operationId: city.newId(), ...plan });
  if (answer.outcome !== "planned") throw new Error(JSON.stringify(answer));
  const { meetingCode } = answer;
  const agenda = await getAgenda(city, manager, { meetingCode });
  const { guests } = await getAttendance(city, manager, { meetingCode });
  const guest = guests.find(({ villageCode }) => villageCode === place.code);
  return { meetingCode, itemId: agenda.items[0]!.id, guestId: guest!.id };
}
