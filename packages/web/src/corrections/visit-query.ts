import { type VisitReason, visitReasons } from "@tuwai/server/corrections";

/** What each list is called in an address: "?daftar=hp". */
export const visitNames: Readonly<Record<VisitReason, string>> = {
  blocking: "penghalang",
  registration: "sebelum-didaftarkan",
  phone: "hp",
  heir: "ahli-waris",
  uncovered: "belum-terdaftar",
};

export function askedVisit(params: URLSearchParams): VisitReason {
  return visitReasons.find((reason) => visitNames[reason] === params.get("daftar")) ?? "blocking";
}

/** The one village that a reader of several chose: "?desa=13.77.03.2001". */
export function askedVillage(params: URLSearchParams): { readonly villageCode?: string } {
  const village = params.get("desa") ?? "";
  return /^[\d.]{8,16}$/.test(village) ? { villageCode: village } : {};
}
