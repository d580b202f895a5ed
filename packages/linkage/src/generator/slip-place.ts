import type { ErrorRates } from "./error-rates.ts";
import { drawAddress, type Place, type SyntheticHousehold } from "./make-people.ts";
import type { Random } from "./random.ts";
import { mistype } from "./slip-name.ts";

type Where = { readonly places: readonly Place[]; readonly rates: ErrorRates["place"] };

/** Village and address of a household as a list holds them; the ways to write an address are no faults. */
export function slipPlace(
  random: Random,
  household: SyntheticHousehold,
  { places, rates }: Where,
): { villageCode: string; address: string } {
  const other = random.chance(rates.otherVillage) ? random.int(0, places.length - 1) : household.village;
  const address = other === household.village ? household.address : drawAddress(random);
  const villageCode = random.chance(rates.villageMissing)
    ? ""
    : (places[other]?.code ?? "").replaceAll(".", "");
  if (random.chance(rates.addressMissing)) return { villageCode, address: "" };
  const street = random.chance(rates.streetMistyped) ? mistype(random, address.street) : address.street;
  const number = random.chance(rates.numberDropped) ? "" : ` NO ${address.number}`;
  return { villageCode, address: `${drawFromWays(random)}${street}${number}${rtRw(random, address)}` };
}

function drawFromWays(random: Random): string {
  const point = random.next();
  if (point < 0.5) return "JL. ";
  return point < 0.7 ? "JLN " : point < 0.85 ? "JALAN " : "";
}

function rtRw(random: Random, { rt, rw }: { rt: number; rw: number }): string {
  if (random.chance(0.7)) return ` RT ${String(rt).padStart(3, "0")} RW ${String(rw).padStart(3, "0")}`;
  return random.chance(0.5) ? ` RT${rt}/RW${rw}` : "";
}
