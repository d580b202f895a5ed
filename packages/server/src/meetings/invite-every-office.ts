import { kindOfCode } from "@tuwai/domain/regions";
import type { Step } from "#use-case";
import { insertGuests, type NewGuest } from "./guest.store.ts";
import { listInvitedPlaces } from "./place.view.ts";

/** Every village head, lurah and camat of the city stands on the list of guests from the beginning, by office and without a name. */
export async function inviteEveryOffice(step: Step, meetingId: string): Promise<void> {
  const { tx, actor, now: at } = step;
  const places = await listInvitedPlaces(tx, actor.regionCode);
  const guests = places.map(({ code, name, kecamatanCode }): NewGuest => {
    const own = { id: step.newId(), meetingId, name: null };
    if (kecamatanCode === null)
      return { ...own, villageCode: null, kecamatanCode: code, office: `Camat ${name}` };
    const office = kindOfCode(code) === "kelurahan" ? `Lurah ${name}` : `Kepala Desa ${name}`;
    return { ...own, villageCode: code, kecamatanCode, office };
  });
  await insertGuests(tx, guests, { by: actor.userId, at, regionCode: actor.regionCode });
}
